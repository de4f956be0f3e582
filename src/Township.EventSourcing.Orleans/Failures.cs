namespace Township.EventSourcing;

/// <summary>Turns whatever goes wrong into the one exception that clients know.</summary>
public static class Failures
{
    /// <summary>
    /// The failure that clients see; null for what they know already, and for what they asked for: a call that was cancelled.
    /// </summary>
    public static AggregateFailureException? ForClients(this Exception e) => e switch
    {
        AggregateFailureException or QueryRefusedException or OperationCanceledException => null,
        _ => new(KindOf(e), e.Message),
    };

    internal static FailureKind KindOf(Exception e) => e switch
    {
        StreamConflictException => FailureKind.Conflict,
        StoreUnavailableException { MayHaveCommitted: true } => FailureKind.OutcomeUnknown,
        StoreUnavailableException => FailureKind.Unavailable,
        StoreOverloadedException => FailureKind.Overloaded,
        StoreCorruptException or FoldException or UnknownMessageException or MessageFormatException => FailureKind.DamagedHistory,
        ClockDiffersException => FailureKind.ClockDiffers,
        StreamAheadException => FailureKind.StreamAhead,
        _ => FailureKind.Internal,
    };
}
