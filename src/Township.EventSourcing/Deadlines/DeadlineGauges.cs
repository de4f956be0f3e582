using System.Collections.Concurrent;

namespace Township.EventSourcing;

/// <summary>The metrics of the deadlines that are sent from this process.</summary>
static class DeadlineGauges
{
    static readonly ConcurrentDictionary<DeadlineDispatcher, bool> Running = [];

    public static void Add(DeadlineDispatcher dispatcher) => Running[dispatcher] = true;

    public static void Remove(DeadlineDispatcher dispatcher) => Running.TryRemove(dispatcher, out _);

    public static long Pending() => Running.Keys.Sum(d => d.Pending);

    public static long Stuck() => Running.Keys.Sum(d => d.Stuck);

    public static double Lag() => Running.Keys.Select(d => d.Lag.TotalSeconds).DefaultIfEmpty().Max();
}
