using System.Diagnostics;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

namespace Township.LoadTest.Rebuilding;

/// <summary>
/// A store with ledgers, evenly among many commits of another category. The commits are those that a silo would write (decided by the
/// aggregate, with command, actor and hashes) but are appended a thousand at a time, without grains.
/// </summary>
static class LedgerFill
{
    const int Batch = 1024;

    static readonly Caller Caller = new(new("c-001", "huimin", ["office"]), "fill");

    static readonly LedgerText Text = new(LedgerText.Usual);

    public static async Task<TimeSpan> Run(StoreLocation location, int ours, int others)
    {
        // A silo makes what belongs to a store, such as its vault, while the store is new.
        await (await LoadedSilo.Start(location)).DisposeAsync();
        await using var store = await location.OpenStore();
        var (watch, total) = (Stopwatch.StartNew(), ours + others);
        foreach (var some in Enumerable.Range(0, total).Chunk(Batch))
        {
            // Number n is ours when the share of ours reaches the next whole number there.
            var commits = some.Select(n => Entry((long)(n + 1) * ours / total > (long)n * ours / total ? Ledger.Category : "elsewhere", n)).ToList();
            if ((await store.Append(commits)).Any(r => r is not AppendResult.Committed)) throw new InvalidOperationException("A commit was not stored.");
        }

        return watch.Elapsed;
    }

    static Commit Entry(string category, int number)
    {
        var (stream, now) = (new StreamId(category, "huimin", $"f-{number:D7}"), DateTimeOffset.UtcNow);
        var command = new LedgerCommand.Enter(Text.Of(number), number) { CommandId = Guid.CreateVersion7() };
        var type = AggregateType<Ledger, LedgerCommand, LedgerEvent, LedgerView>.Instance;
        var (events, refusal) = type.Decide(command, Ledger.Initial, new(stream, now, Caller.Actor, 1, "", Facts.None));
        return refusal is null
            ? new(stream, ExpectedVersion.None, CommitContent.From(new(command.CommandId, type.Commands.Serialize(command)), Caller, now, new(1, "", "", ""), [], events))
            : throw new InvalidOperationException($"{refusal}");
    }
}
