using System.Diagnostics;
using HdrHistogram;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

namespace Township.LoadTest.Lags;

/// <summary>Sends commands at the moments that a rate prescribes, whether those before are answered or not.</summary>
/// <param name="grains">Where to.</param>
/// <param name="prefix">Begins the ids of the streams.</param>
/// <param name="streams">How many there are.</param>
/// <param name="rate">Commands per second.</param>
/// <param name="duration">For how long.</param>
sealed class SteadyLoad(IGrainFactory grains, string prefix, int streams, int rate, TimeSpan duration)
{
    /// <summary>More than a silo's queue holds; a sender that is this far ahead waits.</summary>
    const int MostInFlight = 20_000;

    static readonly LedgerText Text = new(LedgerText.Usual);

    readonly LedgerReference[] _ledgers = LedgerReference.Of(grains, prefix, streams);

    readonly Answer[] _answers = new Answer[(int)(rate * duration.TotalSeconds)];
    readonly Stopwatch _watch = new();
    int _inFlight;

    /// <summary>How many were not accepted.</summary>
    public int Refused => _answers.Count(a => a.At == 0);

    /// <summary>From the first command to the last answer.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Answers in commands per second.</summary>
    public double RateReached => (_answers.Length - Refused) / Elapsed.TotalSeconds;

    /// <summary>Microseconds from the moment when a command was due to its answer.</summary>
    public LongHistogram Latency { get; } = new(TimeSpan.FromMinutes(5).Ticks, 3);

    /// <summary>When each commit was acknowledged.</summary>
    public Dictionary<(StreamId, long), long> Acknowledged()
    {
        var acknowledged = new Dictionary<(StreamId, long), long>(_answers.Length);
        for (var n = 0; n < _answers.Length; n++)
            if (_answers[n].At != 0) acknowledged.Add((_ledgers[n % _ledgers.Length].Stream, _answers[n].Version), _answers[n].At);
        return acknowledged;
    }

    public async Task Run()
    {
        using var caller = LedgerReference.Caller();
        var sending = new List<Task>(_answers.Length);
        _watch.Start();
        while (sending.Count < _answers.Length)
        {
            var due = Math.Min(_answers.Length, _watch.Elapsed.TotalSeconds * rate);
            while (sending.Count < due && Volatile.Read(ref _inFlight) < MostInFlight) sending.Add(Send(sending.Count));
            await Task.Delay(1);
        }

        await Task.WhenAll(sending);
        Elapsed = _watch.Elapsed;
        for (var n = 0; n < _answers.Length; n++)
            if (_answers[n].At != 0) Latency.RecordValue(Math.Max(1, _answers[n].Micros));
    }

    async Task Send(int number)
    {
        var ledger = _ledgers[number % _ledgers.Length];
        Interlocked.Increment(ref _inFlight);
        try
        {
            var (_, version) = await ledger.Execute(number, Text.Of(number));
            _answers[number] = new(Stopwatch.GetTimestamp(), version, (long)(_watch.Elapsed.TotalMicroseconds - (1e6 * number / rate)));
        }
        catch (AggregateFailureException e) when (e.Kind == FailureKind.Overloaded)
        {
            // Counted as refused: it has no answer.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    readonly record struct Answer(long At, long Version, long Micros);
}
