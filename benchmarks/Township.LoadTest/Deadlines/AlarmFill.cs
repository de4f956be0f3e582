using System.Diagnostics;
using Township.Testing.Silo;

namespace Township.LoadTest.Deadlines;

/// <summary>
/// A store with many alarms, each set for some moment of the next year. The commits are those that a silo would write (decided by
/// the aggregate, with command, actor and hashes) but are appended a thousand at a time, without grains.
/// </summary>
static class AlarmFill
{
    const int Batch = 1024;

    static readonly Caller Caller = new(new("c-001", "huimin", ["office"]), "fill");

    public static async Task<TimeSpan> Run(StoreLocation location, int count)
    {
        // A silo makes what belongs to a store, such as its vault, while the store is new.
        await (await LoadedSilo.Start(location)).DisposeAsync();
        await using var store = await location.OpenStore();
        var (watch, random, now) = (Stopwatch.StartNew(), new Random(1), DateTimeOffset.UtcNow);
        foreach (var some in Enumerable.Range(0, count).Chunk(Batch))
        {
            var commits = some.Select(n => Set(n, now, now.AddDays(1).AddSeconds(random.Next(364 * 24 * 3600)))).ToList();
            if ((await store.Append(commits)).Any(r => r is not AppendResult.Committed)) throw new InvalidOperationException("A commit was not stored.");
        }

        return watch.Elapsed;
    }

    static Commit Set(int number, DateTimeOffset now, DateTimeOffset at)
    {
        var stream = new StreamId(Alarm.Category, "huimin", $"a-{number:D7}");
        var command = new AlarmCommand.Set([new("alarm", at)]) { CommandId = Guid.CreateVersion7() };
        var (events, refusal) = Alarm.Type.Decide(command, Alarm.Initial, new(stream, now, Caller.Actor, 1, "", Facts.None));
        return refusal is null
            ? new(stream, ExpectedVersion.None, CommitContent.From(new(command.CommandId, Alarm.Type.Commands.Serialize(command)), Caller, now, new(1, "", "", ""), [], events))
            : throw new InvalidOperationException($"{refusal}");
    }
}
