using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Township.AheadStreams;

namespace Township.Auditing.Tests;

/// <summary>
/// Stored commits of every aggregate, one stream each, as lines of <c>township export --files jsonl</c>. They are what stores hold: whatever
/// this program makes of them must be the same bytes again. docs/formats.md, "Changing a format", says what to do when it is not.
/// </summary>
public sealed class GoldenHistoryTests
{
    const string Update = "TOWNSHIP_UPDATE_HISTORIES";

    const int MostCommits = 60;

    static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "Township.Auditing.Tests", "Histories");

    static readonly JsonSerializerOptions FactJson = KernelJson.Options(new DefaultJsonTypeInfoResolver());

    public static TheoryData<string> Categories => [.. TownshipAggregates.All.Select(a => a.Category)];

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task What_was_stored_is_read_decided_again_and_written_to_the_same_bytes(string category)
    {
        var type = TownshipAggregates.Find(category)!;
        if (Environment.GetEnvironmentVariable(Update) is { } export) await WriteAnew(category, export);
        var (state, head) = (type.Initial, (StreamHead?)null);
        foreach (var commit in File.ReadAllLines(Path.Combine(Folder, $"{category}.jsonl")).Select(Read))
        {
            head ??= new(commit.Stream, 0, CommitHash.Zero);
            (commit.PreviousVersion, commit.HasHashAfter(head.Hash)).Should().Be((head.Version, true), "{0} is hashed as docs/formats.md says", commit.Content.CommandName);
            CommitContent.From(
                    new(commit.Content.CommandId, type.ToCurrentSchema(commit.Command.Message)), new(commit.Actor, commit.Content.CorrelationId, commit.Content.CausationId),
                    commit.DecidedAt, commit.Content.Rules, [.. commit.Facts.Select(Written)], [.. commit.Events.Select(type.ToCurrentSchema)])
                .Should().Be(commit.Content, "{0} is written as it was", commit.Content.CommandName);
            Redecider.Redecide(type, state, commit).Should().BeEquivalentTo(new ReplayedDecision([], Upcast: false));
            state = commit.Events.Index().Aggregate(state, (folded, e) => type.Fold(folded, commit.Stream, commit.FirstVersion + e.Index, e.Item));
            head = commit.StreamHead;
        }

        head.Should().NotBeNull();
    }

    static CapturedFact Written(CapturedFact fact)
    {
        var type = TownshipAggregates.Find(fact.Stream.Category)!.FactNames.Single(f => (f.Name, f.Schema) == (fact.Name, fact.Schema)).Type;
        return fact with { Data = new(JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(fact.Data.Span, type, FactJson), type, FactJson)) };
    }

    // Of the streams of that category the one with the most kinds of commands, as far as it goes.
    static async Task WriteAnew(string category, string export)
    {
        Directory.CreateDirectory(Folder);
        var lines = File.ReadLines(export).Select(line => (Line: line, Commit: Read(line))).Where(l => l.Commit.Stream.Category == category)
            .GroupBy(l => l.Commit.Stream).OrderByDescending(s => s.Take(MostCommits).Select(l => l.Commit.Content.CommandName).Distinct().Count()).ThenBy(s => s.Count())
            .FirstOrDefault()?.Take(MostCommits).Select(l => l.Line);
        await File.WriteAllLinesAsync(Path.Combine(Folder, $"{category}.jsonl"), lines ?? await Played(category));
    }

    // What no sample holds.
    static async Task<IEnumerable<string>> Played(string category)
    {
        category.Should().Be(AheadStream.Category, "the samples hold all others");
        var store = new MemoryEventStore();
        await using (var town = new Town(store, TownshipAggregates.All))
            await town.Do(
                AheadStream.Type, new(category, "huimin", "pledge.c-017.2026-03"),
                new AheadStreamCommand.Acknowledge(Town.Start.AddDays(30), "宿主机时钟曾快一个月"), Roles.Leader);
        return await store.ReadAll().Select(c => System.Text.Encoding.UTF8.GetString(CommitLine.Of(c).Span)).ToListAsync();
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
            Rules = new(commit.GetProperty("rulesVersion").GetInt32(), Text("policyVersion"), Text("calendarVersion"), Text("codeVersion")),
            Facts = Part("facts"),
            Events = Part("events"),
            EventCount = commit.GetProperty("eventCount").GetInt32(),
        };
        return new(commit.GetProperty("position").GetInt64(), StreamId.Parse(Text("stream")), commit.GetProperty("firstVersion").GetInt64(), content, Hash("hash"), Hash("logHash"));

        string Text(string member) => commit.GetProperty(member).GetString()!;

        JsonBytes Part(string member) => new(JsonMarshal.GetRawUtf8Value(commit.GetProperty(member)).ToArray());

        CommitHash Hash(string member) => new(Convert.FromHexString(Text(member)));
    }
}
