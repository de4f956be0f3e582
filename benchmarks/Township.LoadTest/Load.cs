using System.Diagnostics;
using HdrHistogram;
using Township.LoadTest.Ledgers;

namespace Township.LoadTest;

/// <summary>What a load came to.</summary>
/// <param name="Elapsed">From the first command to the last answer.</param>
/// <param name="Latency">Microseconds from sending a command to its answer.</param>
/// <param name="Acknowledged">The commands that were answered as accepted.</param>
sealed record LoadResult(TimeSpan Elapsed, HistogramBase Latency, IReadOnlyList<(StreamId Stream, Guid Command)> Acknowledged)
{
    public double PerSecond => Acknowledged.Count / Elapsed.TotalSeconds;
}

/// <summary>Sends commands from a fixed number of senders; each waits for its answer before it sends the next one.</summary>
/// <param name="silo">Where to.</param>
/// <param name="options">How much.</param>
/// <param name="prefix">Begins the ids of the streams.</param>
sealed class Load(LoadedSilo silo, LoadOptions options, string prefix)
{
    static readonly string Text = string.Concat(Enumerable.Repeat("走访农户、核对台账、当日办结。", 10));

    readonly Lock _lock = new();
    readonly List<(StreamId, Guid)> _acknowledged = [];
    readonly LongHistogram _latency = new(TimeSpan.FromMinutes(1).Ticks, 3);
    int _next;

    public async Task<LoadResult> Run()
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, options.InFlight).Select(_ => Task.Run(Send)));
        return new(watch.Elapsed, _latency, _acknowledged);
    }

    async Task Send()
    {
        using var _ = CallerContext.Use(new Actor("c-001", "huimin", [Roles.Office]), "load");
        for (int n; (n = Interlocked.Increment(ref _next) - 1) < options.Total;)
        {
            var stream = new StreamId("ledger", "huimin", $"{prefix}-{n % options.Aggregates}");
            var command = new LedgerCommand.Enter(Text, n);
            var sent = Stopwatch.GetTimestamp();
            var outcome = await silo.Grains.GetGrain<ILedgerGrain>(stream.Key).Execute(command);
            var micros = (long)Stopwatch.GetElapsedTime(sent).TotalMicroseconds;
            if (outcome.Kind != OutcomeKind.Accepted) throw new InvalidOperationException($"A command was not accepted: {outcome}");
            lock (_lock)
            {
                _latency.RecordValue(Math.Max(1, micros));
                _acknowledged.Add((stream, command.CommandId));
            }
        }
    }
}
