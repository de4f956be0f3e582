namespace Township.EventSourcing;

/// <summary>How due commands are sent.</summary>
public sealed class DeadlineOptions
{
    /// <summary>The subject under which due commands are sent.</summary>
    public const string Subject = "deadlines";

    /// <summary>The role in which due commands are sent, in the township of the stream. Default <c>system</c>.</summary>
    public string Role { get; set; } = "system";

    /// <summary>The most deadlines that are read and noted at once; each batch is sent before the next one is read. Default 512.</summary>
    public int BatchSize { get; set; } = 512;

    /// <summary>The most commands in flight. Default 128.</summary>
    public int Concurrency { get; set; } = 128;

    /// <summary>The longest sleep: a clock that was moved is noticed after it. Default 30 s.</summary>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The pause before a command is sent again that could not be delivered, or came too early for the aggregate's clock; it
    /// doubles each time, up to <see cref="MaxRetryDelay"/>. Default 500 ms.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest such pause. Default 1 min.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The pause before a command is sent again that failed with what looks like a bug; it doubles up to
    /// <see cref="MaxStuckDelay"/>. Default 1 min.
    /// </summary>
    public TimeSpan StuckDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest such pause. Default 1 h.</summary>
    public TimeSpan MaxStuckDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often a deadline may be too early for its aggregate before the others of its stream wait for it no longer. Default 10.
    /// </summary>
    public int MostEarly { get; set; } = 10;

    /// <summary>
    /// How long the next batch waits for the rows to show what the last one led to. After that, what a stream set meanwhile may
    /// come after what was set before. Default 5 s.
    /// </summary>
    public TimeSpan CatchUpTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the pending ones are counted, for the meter. Default 1 min.</summary>
    public TimeSpan CountInterval { get; set; } = TimeSpan.FromMinutes(1);
}
