namespace Township.EventSourcing;

/// <summary>
/// The fixed pauses of waking up. What operators may change is in <see cref="SubscriptionOptions"/>: how often an idle subscription looks at its
/// record, and the longest pause between two polls of the log.
/// </summary>
static class WakeUpTimings
{
    /// <summary>The watcher's pause after a poll that found something; it doubles up to <see cref="SubscriptionOptions.PollInterval"/>.</summary>
    public static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(20);

    /// <summary>Before reading again what the reader could not see yet (a replica lags), and while only a gap lies ahead.</summary>
    public static readonly TimeSpan NotYetReadable = TimeSpan.FromMilliseconds(10);

    /// <summary>After passing over commits of other categories while more arrive: each pass costs a transaction.</summary>
    public static readonly TimeSpan PassedOver = TimeSpan.FromMilliseconds(25);
}
