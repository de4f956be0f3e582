namespace Township.EventSourcing;

/// <summary>Turns the kernel's exceptions into the one that clients know.</summary>
public static class Failures
{
    /// <summary>For <c>catch … when</c>: the failure that clients see; null for what is a bug.</summary>
    public static AggregateFailureException? ForClients(this Exception e) => KindOf(e) is { } kind ? new(kind, e.Message) : null;

    static FailureKind? KindOf(Exception e) => e switch
    {
        StreamConflictException => FailureKind.Conflict,
        StoreUnavailableException { MayHaveCommitted: true } => FailureKind.OutcomeUnknown,
        StoreUnavailableException => FailureKind.Unavailable,
        StoreOverloadedException => FailureKind.Overloaded,
        StoreCorruptException or FoldException or UnknownMessageException or MessageFormatException => FailureKind.DamagedHistory,
        ClockDiffersException => FailureKind.ClockDiffers,
        StreamAheadException => FailureKind.StreamAhead,
        _ => null,
    };
}
