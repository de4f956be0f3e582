using System.Diagnostics;
using HdrHistogram;
using Township.LoadTest.Ledgers;

namespace Township.LoadTest.Loads;

/// <summary>What a load of commands came to.</summary>
/// <param name="Elapsed">From the first command to the last answer.</param>
/// <param name="Latency">Microseconds from sending a command to its answer.</param>
/// <param name="Acknowledged">The commands that were answered as accepted.</param>
sealed record CommandResult(TimeSpan Elapsed, HistogramBase Latency, IReadOnlyCollection<(StreamId Stream, Guid Command)> Acknowledged)
{
    public double PerSecond => Acknowledged.Count / Elapsed.TotalSeconds;
}

/// <summary>Sends commands from a fixed number of senders; each waits for its answer before it sends the next one.</summary>
sealed class CommandLoad
{
    static readonly string Text = string.Concat(Enumerable.Repeat("走访农户、核对台账、当日办结。", 10));

    readonly LoadOptions _options;
    readonly (StreamId Stream, ILedgerGrain Grain)[] _ledgers;
    readonly Lock _lock = new();
    readonly List<(StreamId, Guid)> _acknowledged = [];
    readonly LongHistogram _latency = new(TimeSpan.FromMinutes(1).Ticks, 3);
    readonly Stopwatch _watch = new();
    int _next;

    /// <param name="grains">Where to.</param>
    /// <param name="options">How much.</param>
    /// <param name="prefix">Begins the ids of the streams.</param>
    public CommandLoad(IGrainFactory grains, LoadOptions options, string prefix)
    {
        _options = options;
        _ledgers = [.. Enumerable.Range(0, options.Aggregates).Select(n => Ledger.StreamOf(prefix, n)).Select(s => (s, grains.GetGrain<ILedgerGrain>(s.Key)))];
    }

    public async Task<CommandResult> Run()
    {
        _watch.Start();
        await Task.WhenAll(Enumerable.Range(0, _options.InFlight).Select(_ => Task.Run(Send)));
        return new(_watch.Elapsed, _latency, _acknowledged);
    }

    async Task Send()
    {
        using var _ = CallerContext.Use(new Actor("c-001", "huimin", [Roles.Office]), "load");
        for (int n; (n = Interlocked.Increment(ref _next) - 1) < _options.Total && !(_watch.Elapsed >= _options.Duration);)
        {
            var (stream, ledger) = _ledgers[n % _ledgers.Length];
            var command = new LedgerCommand.Enter(Text, n);
            var sent = Stopwatch.GetTimestamp();
            var outcome = await ledger.Execute(command);
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
