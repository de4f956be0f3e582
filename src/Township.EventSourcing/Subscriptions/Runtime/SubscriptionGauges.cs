using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Township.EventSourcing;

/// <summary>What the meter says about the subscriptions that run in this process.</summary>
static class SubscriptionGauges
{
    static readonly ConcurrentDictionary<SubscriptionRunner, KeyValuePair<string, object?>[]> Running = [];

    public static void Add(SubscriptionRunner runner) => Running[runner] =
        [new("subscription", runner.Subscription.Name), new("version", runner.Subscription.Version)];

    public static void Remove(SubscriptionRunner runner) => Running.TryRemove(runner, out _);

    public static IEnumerable<Measurement<long>> Commits() => Running.Select(r => new Measurement<long>(r.Key.Lag.Commits, r.Value));

    public static IEnumerable<Measurement<double>> Seconds() => Running.Select(r => new Measurement<double>(r.Key.Lag.Time.TotalSeconds, r.Value));

    public static IEnumerable<Measurement<int>> Stopped() => Running.Select(r => new Measurement<int>(r.Key.IsStopped ? 1 : 0, r.Value));
}
