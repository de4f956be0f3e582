using System.Runtime.InteropServices;
using System.Text.Json;

namespace Township.Auditing.Tests;

/// <summary>
/// Commits as an earlier program stored them, when names and free text about people were plain strings: exported with
/// <c>township export --files jsonl</c> from its sample, some streams of it. They verify and are decided again byte for byte.
/// </summary>
public sealed class StoredHistoryTests
{
    static readonly RecordedCommit[] Commits =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Histories", "before-sealing.jsonl")).Select(Read)];

    public static TheoryData<string> Streams => [.. Commits.Select(c => c.Stream.ToString()).Distinct()];

    [Fact]
    public void They_hold_what_is_sealed_today()
    {
        Commits.Should().OnlyContain(c => !c.Content.Events.ToString().Contains("\"sealed\":") && !c.Content.Inputs.ToString().Contains("\"sealed\":"));
        Commits.Select(c => c.Content.CommandName).Should().Contain(
        [
            "cadre.register", "supervisor.appoint", "notice.issue", "notice.explain", "notice.take-effect", "notice.withdraw", "measure.give-explanation",
            "measure.reject-explanation", "measure.record-talk", "measure.report-rectification", "measure.reject-rectification", "measure.accept-rectification",
            "meeting.record-absence", "meeting.record-analysis", "pledge.observe", "pledge.exempt", "pledge.verify",
        ]);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void They_verify_and_are_decided_again_byte_for_byte(string name)
    {
        var stream = StreamId.Parse(name);
        var type = TownshipAggregates.Find(stream.Category)!;
        var (state, hash) = (type.Initial, CommitHash.Zero);
        foreach (var commit in Commits.Where(c => c.Stream == stream))
        {
            commit.HasHashAfter(hash).Should().BeTrue("{0}", commit.Content.CommandName);
            Redecider.Redecide(type, state, commit).Should().BeEquivalentTo(new Redecision([], Upcast: false));
            foreach (var (i, e) in commit.Events.Index())
            {
                type.ToCurrentSchema(e).Should().Be(e);
                state = type.Fold(state, stream, commit.FirstVersion + i, e);
            }

            hash = commit.Hash;
        }
    }

    static RecordedCommit Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var commit = json.RootElement;
        var content = new CommitContent
        {
            CommandId = commit.GetProperty("commandId").GetGuid(),
            CommandName = Text("commandName"),
            CommandSchema = commit.GetProperty("commandSchema").GetInt32(),
            CommandData = Part("commandData"),
            Actor = Part("actor"),
            CorrelationId = Text("correlationId"),
            CausationId = Text("causationId"),
            DecidedAtMicros = commit.GetProperty("decidedAtMicros").GetInt64(),
            Rules = new(Text("policyVersion"), Text("calendarVersion"), Text("codeVersion")),
            Inputs = Part("inputs"),
            Events = Part("events"),
            EventCount = commit.GetProperty("eventCount").GetInt32(),
        };
        return new(commit.GetProperty("position").GetInt64(), StreamId.Parse(Text("stream")), commit.GetProperty("firstVersion").GetInt64(), content, Hash("hash"), Hash("logHash"));

        string Text(string member) => commit.GetProperty(member).GetString()!;

        JsonBytes Part(string member) => new(JsonMarshal.GetRawUtf8Value(commit.GetProperty(member)).ToArray());

        CommitHash Hash(string member) => new(Convert.FromHexString(Text(member)));
    }
}
