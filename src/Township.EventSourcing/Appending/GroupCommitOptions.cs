namespace Township.EventSourcing;

/// <summary>How a <see cref="GroupCommitter"/> batches, waits and retries.</summary>
public sealed class GroupCommitOptions
{
    /// <summary>The most commits in one transaction. Default 1,024.</summary>
    public int MaxBatchCommits { get; set; } = 1024;

    /// <summary>The most bytes in one transaction; a single larger commit goes alone. Default 8 MiB.</summary>
    public int MaxBatchBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>The most commits admitted and not yet answered. Default 16,384.</summary>
    public int MaxQueuedCommits { get; set; } = 16 * 1024;

    /// <summary>The bytes of queued commits at which no further one is admitted. Default 64 MiB.</summary>
    public long MaxQueuedBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How long a caller waits for room before it gets <see cref="StoreOverloadedException"/>. Default 5 s.</summary>
    public TimeSpan AdmissionTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often an append is tried again at most after <see cref="StoreUnavailableException"/>. Default 10.</summary>
    public int Retries { get; set; } = 10;

    /// <summary>
    /// An append is not retried once its oldest commit has been queued for this long. Default 4 s: even if one attempt hangs for five seconds,
    /// callers get their failure within ten.
    /// </summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>The pause before the first retry; it doubles each time, with jitter, up to one second. Default 50 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(50);
}
