using System.Diagnostics;
using System.Text.Json;
using HdrHistogram;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.Testing.Silo;

namespace Township.LoadTest.Deadlines;

/// <summary>
/// Many alarms are pending, some of them become due within a minute, and in the middle of it the silo is killed: whether each of
/// those rings, none twice, and how late.
/// </summary>
static class DeadlineReport
{
    static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(4);

    public static async Task<int> Measure(string store, int pending, int due, int within)
    {
        await using var location = await StoreLocation.Create(store);
        Console.WriteLine($"deadlines: {pending:N0} pending, {due:N0} of them due within {within} s, a kill -9 in the middle, {store}");
        var filling = await AlarmFill.Run(location, pending - due);
        var watch = Stopwatch.StartNew();
        using var first = AlarmProcess.Start(location);
        await first.Says("ready");
        var building = watch.Elapsed;
        Console.WriteLine($"{pending - due:N0} alarms stored in {filling.TotalSeconds:N0} s, in the view after {building.TotalSeconds:N0} s");

        var from = DateTimeOffset.UtcNow.AddSeconds(20);
        await first.Tell($"set {due} {from:O} {within}");
        await first.Says("set");
        var margin = from - DateTimeOffset.UtcNow;
        var looking = await Look(location);
        await Until(from.AddSeconds(within / 2.0));
        var killed = DateTimeOffset.UtcNow;
        await first.Kill();
        using var second = AlarmProcess.Start(location);
        await second.Says("ready");
        var back = DateTimeOffset.UtcNow - killed;
        while ((await Rung(location, pending - due)).Count < due && DateTimeOffset.UtcNow < from + MostPatience) await Task.Delay(500);
        await second.Stop();

        var rung = await Rung(location, pending - due);
        var latest = rung.Max(r => r.Event.At);
        var (missing, doubled) = (due - rung.Select(r => r.Stream).Distinct().Count(), rung.Count - rung.Select(r => r.Stream).Distinct().Count());
        var lag = new LongHistogram(TimeSpan.FromHours(1).Ticks, 3);
        // Those that were due while nobody was there waited for that; they are not what punctuality is about.
        foreach (var (_, e) in rung.Where(r => r.Event.DueAt < killed.AddSeconds(-1))) lag.RecordValue(Math.Max(1, (long)(e.At - e.DueAt).TotalMicroseconds));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            load = "deadlines",
            store,
            pending,
            due,
            withinSeconds = within,
            fillSeconds = Seconds(filling),
            viewSeconds = Seconds(building),
            lookMs = Math.Round(looking.TotalMilliseconds, 2),
            setBeforeDueSeconds = Seconds(margin),
            rungBeforeKill = rung.Count(r => r.Event.At <= killed),
            awaySeconds = Seconds(back),
            handledSeconds = Seconds(latest - from),
            lagP50Ms = Milliseconds(lag, 50),
            lagP99Ms = Milliseconds(lag, 99),
            lagMaxMs = Milliseconds(lag, 100),
            early = rung.Count(r => r.Event.At < r.Event.DueAt),
            missing,
            doubled,
        }));
        return missing + doubled == 0 && latest - from <= TimeSpan.FromMinutes(2) ? 0 : 1;
    }

    // What a dispatcher pays to find out that nothing is due yet: the first of a million, by index.
    static async Task<TimeSpan> Look(StoreLocation location)
    {
        await using SqlCheckpointStore checkpoints = location.Provider == StoreProviders.Postgres
            ? new PostgreSqlCheckpointStore(PostgreSqlCheckpointStoreOptions.Beside(location.ConnectionString))
            : new SqliteCheckpointStore(Path.ChangeExtension(StoreLocation.FileOf(location.ConnectionString), null) + "-read-models.db", create: false);
        var times = new List<TimeSpan>();
        for (var n = 0; n < 101; n++)
        {
            var watch = Stopwatch.StartNew();
            await checkpoints.Query(async connection => await DeadlineQueries.List(connection, null, new(Most: 1)).CountAsync());
            times.Add(watch.Elapsed);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    static async Task<List<(StreamId Stream, AlarmEvent.Rang Event)>> Rung(StoreLocation location, long after)
    {
        await using var reader = (IAsyncDisposable)(location.Provider == StoreProviders.Postgres
            ? await PostgreSqlEventReader.Open(PostgreSqlStoreOptions.From(location.ConnectionString))
            : await SqliteEventReader.Open(StoreLocation.FileOf(location.ConnectionString)));
        var rung = new List<(StreamId, AlarmEvent.Rang)>();
        await foreach (var commit in ((IEventReader)reader).ReadAll(after))
            foreach (var e in commit.Events)
                if (Alarm.Type.Events.Deserialize(e) is AlarmEvent.Rang rang) rung.Add((commit.Stream, rang));
        return rung;
    }

    static Task Until(DateTimeOffset moment) => Task.Delay(moment - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero);

    static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 1);

    static double Milliseconds(HistogramBase histogram, double percentile) => Math.Round(histogram.GetValueAtPercentile(percentile) / 1000.0, 1);
}
