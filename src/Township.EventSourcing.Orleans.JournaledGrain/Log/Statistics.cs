using System.Diagnostics;
using Orleans.EventSourcing;

namespace Township.EventSourcing;

/// <summary>The counters of Orleans' own providers, under the same names; off until requested.</summary>
sealed class Statistics
{
    static readonly string[] Counters =
    [
        "TentativeViewCalled", "ConfirmedViewCalled", "ConfirmedVersionCalled", "SubmitCalled", "SubmitRangeCalled",
        "TryAppendCalled", "TryAppendRangeCalled", "ConfirmSubmittedEntriesCalled", "SynchronizeNowCalled", "WritebackEvents",
    ];

    public LogConsistencyStatistics? Current { get; private set; }

    public void Enable() => Current = new()
    {
        EventCounters = Counters.ToDictionary(counter => counter, _ => 0L),
        StabilizationLatenciesInMsecs = [],
    };

    public void Disable() => Current = null;

    public void Count(string counter)
    {
        if (Current is { } statistics) statistics.EventCounters[counter]++;
    }

    public void Stabilized(long raisedAt) =>
        Current?.StabilizationLatenciesInMsecs.Add((int)Stopwatch.GetElapsedTime(raisedAt).TotalMilliseconds);
}
