using System.Diagnostics;

namespace Township.EventSourcing;

/// <summary>Who raises an event.</summary>
static class JournaledCaller
{
    /// <summary>The subject that stands in the history where a call names no caller: the grain acted by itself.</summary>
    const string Subject = "journaled-grain";

    /// <exception cref="AggregateFailureException">The call names a caller that cannot be stored.</exception>
    public static Caller Of(StreamId stream)
    {
        if (CallerContext.Current is not { } caller) return new(new(Subject, stream.Township, []), Activity.Current?.TraceId.ToString() ?? "");
        return CommandShape.CheckCaller(caller) is { } malformed ? throw new AggregateFailureException(FailureKind.InvalidCaller, malformed.English) : caller;
    }
}
