using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Township.Auditing;
using Township.EventSourcing.Sqlite;

namespace Township.Silo.Tests;

/// <summary>The sample's history written anew by a host who changed what decisions rested on, with all hashes computed again.</summary>
[Collection(nameof(PlayedSample))]
public sealed class ForgedSampleTests(PlayedSample sample)
{
    static readonly JsonSerializerOptions AsStored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_longer_due_day_of_a_policy_that_nobody_adopted_is_found_with_commit_fact_and_member()
    {
        var commits = await Stores.Commits(sample.Store);
        var pledge = commits.First(c => c.Stream.Category == "pledge" && c.Content.Facts.ToString().Contains("\"dueDay\":5", StringComparison.Ordinal));
        var verified = await Stored(commits, c => c.Position == pledge.Position ? Changed(c.Content, "\"dueDay\":5", "\"dueDay\":8") : c.Content, Stores.Verify);
        verified.ExitCode.Should().Be(1);
        verified.Output.Should().Contain($"{pledge.Position}").And.Contain($"{pledge.Stream}").And.Contain("fact-differs")
            .And.Contain("township.pledge-policy (township/huimin/main), /values/dueDay").And.Contain("1 fault");
    }

    [Fact]
    public async Task One_fact_of_every_kind_changed_is_found_and_nothing_else()
    {
        var commits = await Stores.Commits(sample.Store);
        var forged = commits.SelectMany(c => c.Facts.Select(f => (Commit: c, Fact: f, Data: Other(f.Data)))).Where(f => f.Data is not null)
            .GroupBy(f => f.Fact.Name).Select((facts, n) => facts.Skip(n).FirstOrDefault(facts.Last())).DistinctBy(f => f.Commit.Position)
            .ToDictionary(f => f.Commit.Position, f => (Said: f.Fact.Data.ToString(), Forged: f.Data!, Fault: $"fact-differs {f.Commit.Stream} @{f.Commit.Position}"));
        forged.Should().HaveCountGreaterThanOrEqualTo(13, "so many kinds of facts are at work in the sample");

        var faults = await Stored(commits, c => forged.TryGetValue(c.Position, out var f) ? Changed(c.Content, $"\"data\":{f.Said}", $"\"data\":{f.Forged}") : c.Content, async path =>
        {
            await using var reader = await SqliteEventReader.Open(path);
            var found = new List<string>();
            await new HistoryVerifier(reader, TownshipAggregates.All, new()).VerifyAll(f => found.Add($"{f.Code} {f.Location.Stream} @{f.Location.Position}"));
            return found;
        });
        faults.Should().Equal(forged.OrderBy(f => f.Key).Select(f => f.Value.Fault));
    }

    static CommitContent Changed(CommitContent content, string from, string to)
    {
        var facts = content.Facts.ToString();
        var at = facts.IndexOf(from, StringComparison.Ordinal);
        return content with { Facts = JsonBytes.From(string.Concat(facts.AsSpan(0, at), to, facts.AsSpan(at + from.Length))) };
    }

    // The same with its first number, word or yes and no changed; null where it has none.
    static string? Other(JsonBytes data)
    {
        var node = JsonNode.Parse(data.Span);
        return Change(node) ? JsonSerializer.Serialize(node, AsStored) : null;
    }

    static bool Change(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return members.ToList().Any(m => Change(m.Value));
            case JsonArray items:
                return items.ToList().Any(Change);
            case JsonValue value when value.TryGetValue<bool>(out var yes):
                value.ReplaceWith(!yes);
                return true;
            case JsonValue value when value.TryGetValue<int>(out var number):
                value.ReplaceWith(number + 1);
                return true;
            case JsonValue value when value.TryGetValue<string>(out var word):
                value.ReplaceWith(word + "7");
                return true;
            default:
                return false;
        }
    }

    // A store of its own, filled with the changed contents: hashes and chains are those of any other store.
    static async Task<T> Stored<T>(IReadOnlyList<RecordedCommit> commits, Func<RecordedCommit, CommitContent> content, Func<string, Task<T>> look)
    {
        using var folder = new TemporaryFolder();
        await using (var store = await SqliteEventStore.Open(new() { Path = folder.Store }, NullLogger<SqliteEventStore>.Instance))
            foreach (var batch in commits.Chunk(500))
                (await store.Append([.. batch.Select(c => new Commit(c.Stream, ExpectedVersion.Exactly(c.PreviousVersion), content(c)))]))
                    .Should().AllBeOfType<AppendResult.Committed>();
        return await look(folder.Store);
    }
}
