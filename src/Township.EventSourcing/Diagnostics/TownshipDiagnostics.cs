using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Township.EventSourcing;

/// <summary>
/// The traces and metrics of the library. To collect them with OpenTelemetry, pass <see cref="Name"/> to
/// <c>AddSource</c> and <c>AddMeter</c>.
/// </summary>
public static class TownshipDiagnostics
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Township.EventSourcing";

    /// <summary>Traces: <c>execute</c> per command, <c>append</c> per batch, <c>load</c> per activation.</summary>
    public static readonly ActivitySource Activities = new(Name);

    static readonly Meter Meter = new(Name);

    /// <summary>Seconds from the queueing of a commit until it is durable.</summary>
    public static readonly Histogram<double> AppendLatency =
        Meter.CreateHistogram<double>("township.append.duration", "s", "From queueing a commit until it was durable.");

    /// <summary>Commits per transaction.</summary>
    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "township.append.batch_size", "{commit}", "Commits per transaction.");

    /// <summary>Commits queued and not yet answered.</summary>
    public static readonly UpDownCounter<int> QueueDepth = Meter.CreateUpDownCounter<int>(
        "township.append.queue_depth", "{commit}", "Commits admitted and not yet answered.");

    /// <summary>Version conflicts: another writer was faster.</summary>
    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "township.append.conflicts", "{commit}", "Version conflicts.");

    /// <summary>Appends that failed and were tried again.</summary>
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("township.append.retries", "{batch}", "Appends tried again.");

    /// <summary>Events read to build a state.</summary>
    public static readonly Histogram<long> ReplayLength = Meter.CreateHistogram<long>(
        "township.load.events", "{event}", "Events read to build a state.");

    /// <summary>Refused commands, by code.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("township.refusals", "{command}", "Refused commands.");

    /// <summary>Commands rejected because of a clock, by <c>cause</c>: <c>clock-differs</c> or <c>stream-ahead</c>.</summary>
    public static readonly Counter<long> ClockRefusals = Meter.CreateCounter<long>(
        "township.clock.refusals", "{command}", "Commands not taken because of a clock.");

    /// <summary>How far the clock of this process is ahead of that of the store's server; negative when it is behind.</summary>
    public static readonly ObservableGauge<double> ClockDifference =
        Meter.CreateObservableGauge("township.clock.difference", ClockWatch.Differences, "s", "Ahead of the store's server.");

    /// <summary>Snapshots that could not be read or written. They are harmless, but their cause should be found.</summary>
    public static readonly Counter<long> SnapshotFailures = Meter.CreateCounter<long>(
        "township.snapshot.failures", "{snapshot}", "Snapshots that could not be read or written.");

    /// <summary>Personal texts that were sealed.</summary>
    public static readonly Counter<long> PersonalTextsSealed =
        Meter.CreateCounter<long>("township.personal.sealed", "{text}", "Texts about people that were sealed.");

    /// <summary>
    /// Sealed texts whose key was not erased and is missing or differs: the vault belongs to another history, or lost keys.
    /// </summary>
    public static readonly Counter<long> PersonalTextsUnopened =
        Meter.CreateCounter<long>("township.personal.unopened", "{text}", "Sealed texts without their key.");

    /// <summary>People whose key was erased.</summary>
    public static readonly Counter<long> PersonalErasures = Meter.CreateCounter<long>(
        "township.personal.erasures", "{person}", "People whose key was erased.");

    /// <summary>
    /// Commits in the store that the rows of a subscription do not include yet, by <c>subscription</c> and <c>version</c>.
    /// </summary>
    public static readonly ObservableGauge<long> SubscriptionLag =
        Meter.CreateObservableGauge("township.subscription.lag", SubscriptionGauges.Commits, "{commit}", "Commits not yet handled.");

    /// <summary>Seconds since the first of these commits was decided.</summary>
    public static readonly ObservableGauge<double> SubscriptionDelay = Meter.CreateObservableGauge(
        "township.subscription.delay", SubscriptionGauges.Seconds, "s", "Age of the first commit not yet handled.");

    /// <summary>1 while a subscription is stopped at a commit that it cannot handle.</summary>
    public static readonly ObservableGauge<int> SubscriptionStopped = Meter.CreateObservableGauge(
        "township.subscription.stopped", SubscriptionGauges.Stopped, "{subscription}", "Subscriptions that stand still.");

    /// <summary>Commits that subscriptions have handled.</summary>
    public static readonly Counter<long> SubscriptionCommits =
        Meter.CreateCounter<long>("township.subscription.commits", "{commit}", "Commits handled.");

    /// <summary>Deadlines that are not settled; counted once a minute by the process that sends them.</summary>
    public static readonly ObservableGauge<long> DeadlinesPending =
        Meter.CreateObservableGauge("township.deadlines.pending", DeadlineGauges.Pending, "{deadline}", "Deadlines that are not settled.");

    /// <summary>Deadlines whose command fails with what looks like a bug.</summary>
    public static readonly ObservableGauge<long> DeadlinesStuck =
        Meter.CreateObservableGauge("township.deadlines.stuck", DeadlineGauges.Stuck, "{deadline}", "Deadlines whose command fails.");

    /// <summary>How long the first undelivered deadline has been due.</summary>
    public static readonly ObservableGauge<double> DeadlinesLag = Meter.CreateObservableGauge(
        "township.deadlines.lag", DeadlineGauges.Lag, "s", "Age of the first deadline that is due and not delivered.");

    /// <summary>Due commands that were carried out or changed nothing.</summary>
    public static readonly Counter<long> DeadlinesSent = Meter.CreateCounter<long>(
        "township.deadlines.sent", "{command}", "Due commands carried out.");

    /// <summary>Due commands that were refused for good, by <c>code</c>.</summary>
    public static readonly Counter<long> DeadlinesRefused = Meter.CreateCounter<long>(
        "township.deadlines.refused", "{command}", "Due commands refused.");

    /// <summary>Due commands that could not be delivered or failed; every attempt counts.</summary>
    public static readonly Counter<long> DeadlinesFailed = Meter.CreateCounter<long>(
        "township.deadlines.failed", "{command}", "Due commands that failed.");
}
