namespace Township.EventSourcing;

/// <summary>How subscriptions read, wait and retry.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>The most commits in one transaction. Default 500.</summary>
    public int MaxBatchCommits { get; set; } = 500;

    /// <summary>How often a commit that cannot be handled is tried again before the subscription stops. Default 3.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The pause before the first retry; it doubles each time, with jitter, up to five seconds. Default 100 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often an idle subscription looks for a skip, a rebuild or another owner. Default 1 s.</summary>
    public TimeSpan ControlInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest pause between looks at a store to which other processes write too; after news it is shorter.
    /// Default 40 ms. <see cref="Timeout.InfiniteTimeSpan"/> where this process is the only writer.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How long a transaction in flight may take to finish when the owner stops. Default 5 s.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
