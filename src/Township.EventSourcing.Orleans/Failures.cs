namespace Township.EventSourcing;

/// <summary>Turns the kernel's exceptions into the one that clients know.</summary>
static class Failures
{
    public static async Task Translate(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception e) when (KindOf(e) is { } kind)
        {
            throw new AggregateFailureException(kind, e.Message);
        }
    }

    public static async Task<T> Translate<T>(Func<Task<T>> call)
    {
        T? result = default;
        await Translate(async () => { result = await call(); });
        return result!;
    }

    static FailureKind? KindOf(Exception e) => e switch
    {
        StreamConflictException => FailureKind.Conflict,
        StoreUnavailableException { MayHaveCommitted: true } => FailureKind.OutcomeUnknown,
        StoreUnavailableException => FailureKind.Unavailable,
        StoreOverloadedException => FailureKind.Overloaded,
        StoreCorruptException or FoldException or UnknownMessageException or MessageFormatException => FailureKind.DamagedHistory,
        _ => null,
    };
}
