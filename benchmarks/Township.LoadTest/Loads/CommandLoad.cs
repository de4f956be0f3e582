using System.Collections.Concurrent;
using HdrHistogram;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

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
    static readonly LedgerText Text = new(LedgerText.Usual);

    readonly LoadOptions _options;
    readonly LedgerReference[] _ledgers;
    readonly ConcurrentQueue<(StreamId, Guid)> _acknowledged = [];

    /// <param name="grains">Where to.</param>
    /// <param name="options">How much.</param>
    /// <param name="prefix">Begins the ids of the streams.</param>
    public CommandLoad(IGrainFactory grains, LoadOptions options, string prefix)
    {
        _options = options;
        _ledgers = LedgerReference.Of(grains, prefix, options.Aggregates);
    }

    public async Task<CommandResult> Run()
    {
        using var caller = LedgerReference.Caller();
        var sent = await Senders.Run(_options.Total, _options.InFlight, _options.Duration, Send);
        return new(sent.Elapsed, sent.Latency, _acknowledged);
    }

    async Task Send(int number)
    {
        var ledger = _ledgers[number % _ledgers.Length];
        _acknowledged.Enqueue((ledger.Stream, (await ledger.Execute(number, Text.Of(number))).Command));
    }
}
