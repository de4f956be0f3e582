namespace Township.EventSourcing;

/// <summary>Why the system, and not a rule, could not carry out a call.</summary>
public enum FailureKind
{
    /// <summary>Another writer was faster several times. Nothing was written. Send the same command again.</summary>
    Conflict,

    /// <summary>The store is unavailable; nothing was written. Send the same command again later.</summary>
    Unavailable,

    /// <summary>
    /// The store failed, and it is unknown whether the command was carried out. Send the same command again: it
    /// is carried out at most once.
    /// </summary>
    OutcomeUnknown,

    /// <summary>Too many commits are waiting. Nothing was written. Send the same command again later.</summary>
    Overloaded,

    /// <summary>
    /// The stored history contradicts itself or cannot be folded. Nothing was written. An operator must examine it
    /// with <c>township verify</c>.
    /// </summary>
    DamagedHistory,

    /// <summary>The call has no caller, or an invalid one.</summary>
    InvalidCaller,

    /// <summary>
    /// A bug. It is unknown whether a command was carried out; sent again, it is carried out at most once. See the silo's log.
    /// </summary>
    Internal,
    /// <summary>
    /// The clocks of the silo and of the database server differ too much. Nothing was written. Send the same command again later.
    /// </summary>
    ClockDiffers,

    /// <summary>
    /// The last decision on the stream is too far ahead of the clock. Nothing was written. A leader can acknowledge on record that the
    /// stream goes on from there; the same command can then be sent again.
    /// </summary>
    StreamAhead,
}

/// <summary>The system, and not a rule, could not carry out a call. The message is for operators.</summary>
[GenerateSerializer, Alias("township.aggregate-failure")]
public sealed class AggregateFailureException : Exception
{
    /// <summary>Creates a failure.</summary>
    public AggregateFailureException(FailureKind kind, string message) : base(message) => Kind = kind;

    /// <summary>The kind of failure.</summary>
    [Id(0)]
    public FailureKind Kind { get; private set; }

    /// <summary>Whether sending the same command again can help.</summary>
    public bool MayRetry => Kind is not (FailureKind.DamagedHistory or FailureKind.InvalidCaller or FailureKind.StreamAhead);
}

/// <summary>The caller may not read the aggregate, or the query is not valid.</summary>
[GenerateSerializer, Alias("township.query-refused")]
public sealed class QueryRefusedException : Exception
{
    /// <summary>Creates the exception for a refused query.</summary>
    public QueryRefusedException(Refusal refusal) : base(refusal?.ToString()) => Refusal = refusal!;

    /// <summary>The reason, with texts.</summary>
    [Id(0)]
    public Refusal Refusal { get; private set; }
}
