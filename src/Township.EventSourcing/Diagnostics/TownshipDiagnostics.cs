using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Township.EventSourcing;

/// <summary>The traces and metrics of the library. Listen with OpenTelemetry: <c>AddSource</c> and <c>AddMeter</c> of <see cref="Name"/>.</summary>
public static class TownshipDiagnostics
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Township.EventSourcing";

    /// <summary>Traces: <c>execute</c> per command, <c>append</c> per batch, <c>load</c> per activation.</summary>
    public static readonly ActivitySource Activities = new(Name);

    static readonly Meter Meter = new(Name);

    /// <summary>Seconds from queueing a commit until it was durable.</summary>
    public static readonly Histogram<double> AppendLatency = Meter.CreateHistogram<double>("township.append.duration", "s", "From queueing a commit until it was durable.");

    /// <summary>Commits per transaction.</summary>
    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("township.append.batch_size", "{commit}", "Commits per transaction.");

    /// <summary>Commits admitted and not yet answered.</summary>
    public static readonly UpDownCounter<int> QueueDepth = Meter.CreateUpDownCounter<int>("township.append.queue_depth", "{commit}", "Commits admitted and not yet answered.");

    /// <summary>Version conflicts: another writer was faster.</summary>
    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("township.append.conflicts", "{commit}", "Version conflicts.");

    /// <summary>Appends that failed and were tried again.</summary>
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("township.append.retries", "{batch}", "Appends tried again.");

    /// <summary>Events read to build a state.</summary>
    public static readonly Histogram<long> ReplayLength = Meter.CreateHistogram<long>("township.load.events", "{event}", "Events read to build a state.");

    /// <summary>Refused commands, by code.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("township.refusals", "{command}", "Refused commands.");

    /// <summary>Snapshots that could not be read or written; harmless, but worth a look.</summary>
    public static readonly Counter<long> SnapshotFailures = Meter.CreateCounter<long>("township.snapshot.failures", "{snapshot}", "Snapshots that could not be read or written.");

    /// <summary>Commits in the store and not yet in the rows of a subscription, by <c>subscription</c> and <c>version</c>.</summary>
    public static readonly ObservableGauge<long> SubscriptionLag = Meter.CreateObservableGauge("township.subscription.lag", SubscriptionGauges.Commits, "{commit}", "Commits not yet handled.");

    /// <summary>How long ago the first of them was decided.</summary>
    public static readonly ObservableGauge<double> SubscriptionDelay = Meter.CreateObservableGauge("township.subscription.delay", SubscriptionGauges.Seconds, "s", "Age of the first commit not yet handled.");

    /// <summary>1 while a subscription stands still before a commit that it cannot handle.</summary>
    public static readonly ObservableGauge<int> SubscriptionStopped = Meter.CreateObservableGauge("township.subscription.stopped", SubscriptionGauges.Stopped, "{subscription}", "Subscriptions that stand still.");

    /// <summary>Commits that subscriptions have handled.</summary>
    public static readonly Counter<long> SubscriptionCommits = Meter.CreateCounter<long>("township.subscription.commits", "{commit}", "Commits handled.");
}
