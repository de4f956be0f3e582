namespace Township.EventSourcing;

/// <summary>Why the system, not a rule, could not carry out a call.</summary>
public enum FailureKind
{
    /// <summary>Another writer was faster, several times. Nothing was written. Send the same command again.</summary>
    Conflict,

    /// <summary>The store failed; nothing was written. Send the same command again later.</summary>
    Unavailable,

    /// <summary>
    /// The store failed, and it is not known whether the command was carried out. Send the same command again: it is done at most once.
    /// </summary>
    OutcomeUnknown,

    /// <summary>Too much is waiting. Nothing was written. Send the same command again later.</summary>
    Overloaded,

    /// <summary>
    /// The stored history contradicts itself or cannot be folded. Nothing was written. A person must look: run <c>township verify</c>.
    /// </summary>
    DamagedHistory,

    /// <summary>The call names no caller.</summary>
    InvalidCaller,

    /// <summary>
    /// A bug. Of a command it is not known whether it was carried out; sending it again does it at most once. The silo's log says more.
    /// </summary>
    Internal,
    /// <summary>
    /// The silo's clock and the database server's differ too much. Nothing was written. Send the same command again later.
    /// </summary>
    ClockDiffers,

    /// <summary>
    /// The last decision on the stream lies too far ahead of the clock. Nothing was written. A leader can put on record that the
    /// stream goes on from there; the same command can then be sent again.
    /// </summary>
    StreamAhead,
}

/// <summary>The system, not a rule, could not carry out a call. The message is for operators.</summary>
[GenerateSerializer, Alias("township.aggregate-failure")]
public sealed class AggregateFailureException : Exception
{
    /// <summary>A failure.</summary>
    public AggregateFailureException(FailureKind kind, string message) : base(message) => Kind = kind;

    /// <summary>What kind of failure.</summary>
    [Id(0)]
    public FailureKind Kind { get; private set; }

    /// <summary>Whether sending the same command again can help.</summary>
    public bool MayRetry => Kind is not (FailureKind.DamagedHistory or FailureKind.InvalidCaller or FailureKind.StreamAhead);
}

/// <summary>The caller may not read the aggregate.</summary>
[GenerateSerializer, Alias("township.query-refused")]
public sealed class QueryRefusedException : Exception
{
    /// <summary>A refused query.</summary>
    public QueryRefusedException(Refusal refusal) : base(refusal?.ToString()) => Refusal = refusal!;

    /// <summary>The reason, with texts.</summary>
    [Id(0)]
    public Refusal Refusal { get; private set; }
}
