namespace Township.EventSourcing;

/// <summary>Settings for sending due commands.</summary>
public sealed class DeadlineOptions
{
    /// <summary>The subject under which due commands are sent.</summary>
    public const string Subject = "deadlines";

    /// <summary>The role in which due commands are sent, in the township of the stream. Default <c>system</c>.</summary>
    public string Role { get; set; } = "system";

    /// <summary>
    /// The maximum number of deadlines that are read and noted at once. Each batch is sent before the next one is read. Default 512.
    /// </summary>
    public int BatchSize { get; set; } = 512;

    /// <summary>The maximum number of commands in flight. Default 128.</summary>
    public int Concurrency { get; set; } = 128;

    /// <summary>The longest sleep, after which a moved clock is noticed. Default 30 s.</summary>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The pause before a command is sent again that could not be delivered or was too early for the aggregate's clock. It doubles each
    /// time, up to <see cref="MaxRetryDelay"/>. Default 500 ms.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The upper limit of <see cref="RetryDelay"/>. Default 1 min.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The pause before a command is sent again that failed with what looks like a bug. It doubles each time, up to
    /// <see cref="MaxStuckDelay"/>. Default 1 min.
    /// </summary>
    public TimeSpan StuckDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The upper limit of <see cref="StuckDelay"/>. Default 1 h.</summary>
    public TimeSpan MaxStuckDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often a deadline may be too early for its aggregate before it counts as stuck and the stream's other deadlines no
    /// longer wait for it. Default 10.
    /// </summary>
    public int MostEarly { get; set; } = 10;

    /// <summary>
    /// How long the next batch waits until the rows show the results of the last one. After that, deadlines of one stream may be sent
    /// out of order. Default 5 s.
    /// </summary>
    public TimeSpan CatchUpTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The interval at which pending deadlines are counted for the metrics. Default 1 min.</summary>
    public TimeSpan CountInterval { get; set; } = TimeSpan.FromMinutes(1);
}
