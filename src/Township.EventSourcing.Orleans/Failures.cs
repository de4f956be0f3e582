namespace Township.EventSourcing;

/// <summary>Converts any failure to the one exception type that clients know.</summary>
public static class Failures
{
    /// <summary>
    /// Returns the failure to send to clients; null for exceptions that clients know already, and for a cancelled call.
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
