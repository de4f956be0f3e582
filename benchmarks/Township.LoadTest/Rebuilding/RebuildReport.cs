using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.LoadTest.Lags;

namespace Township.LoadTest.Rebuilding;

/// <summary>How long rows are made anew from a store most of which they have nothing to do with: by one projection alone, and by a whole silo.</summary>
static class RebuildReport
{
    public static async Task<int> Measure(string store, int ours, int others)
    {
        await using var location = await StoreLocation.Create(store);
        Console.WriteLine($"rebuild: {ours:N0} commits of a projection among {others:N0} of another category, {store}");
        var filling = await LedgerFill.Run(location, ours, others);
        Console.WriteLine($"stored in {filling.TotalSeconds:N0} s");
        var (alone, longest, rows) = await Alone(location);
        Console.WriteLine($"alone: {rows:N0} rows after {alone.TotalSeconds:N1} s, longest step {longest.TotalMilliseconds:N0} ms");
        var (silo, subscriptions) = await Silo(location, ours + others);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "rebuild",
            store,
            ours,
            others,
            fillSeconds = Seconds(filling),
            aloneSeconds = Seconds(alone),
            longestStepMs = Math.Round(longest.TotalMilliseconds),
            subscriptions,
            siloSeconds = Seconds(silo),
            missing = ours - rows,
        }));
        return rows == ours ? 0 : 1;
    }

    static async Task<(TimeSpan Time, TimeSpan LongestStep, int Rows)> Alone(StoreLocation location)
    {
        await using var store = await location.OpenStore();
        await using SqlCheckpointStore checkpoints = location.Provider == StoreProviders.Postgres
            ? new PostgreSqlCheckpointStore(new() { ConnectionString = location.ConnectionString, Schema = "alone" })
            : new SqliteCheckpointStore(Path.Combine(location.Folder, "alone.db"));
        var totals = new LedgerTotals();
        var worker = new SubscriptionWorker(Subscription.Of(totals, new TimedCheckpointStore(checkpoints, totals.Noted)), store, new(), TimeProvider.System, NullLogger.Instance);
        var (end, watch, longest) = ((await store.ReadLogHead()).Position, Stopwatch.StartNew(), TimeSpan.Zero);
        await worker.Take("load");
        while (worker.Record.Live is not { } live || live.Position < end)
        {
            var before = watch.Elapsed;
            await worker.Work();
            if (watch.Elapsed - before > longest) longest = watch.Elapsed - before;
        }

        return (watch.Elapsed, longest, totals.Committed.Count);
    }

    static async Task<(TimeSpan Time, int Subscriptions)> Silo(StoreLocation location, long end)
    {
        var watch = Stopwatch.StartNew();
        await using var silo = await LoadedSilo.Start(location);
        var checkpoints = silo.Services.GetRequiredService<ICheckpointStore<DbTransaction>>();
        await checkpoints.Prepare();
        while (true)
        {
            var records = await checkpoints.List();
            if (records.Count > 0 && records.All(r => r.Live?.Position >= end)) return (watch.Elapsed, records.Count);
            await Task.Delay(50);
        }
    }

    static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 1);
}
