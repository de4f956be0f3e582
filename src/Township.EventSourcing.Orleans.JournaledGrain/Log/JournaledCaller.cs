using System.Diagnostics;

namespace Township.EventSourcing;

/// <summary>Determines who raises an event.</summary>
static class JournaledCaller
{
    /// <summary>The subject in the history when a call has no caller: the grain acted by itself.</summary>
    const string Subject = "journaled-grain";

    /// <exception cref="AggregateFailureException">The caller of the call cannot be stored.</exception>
    public static Caller Of(StreamId stream)
    {
        if (CallerContext.Current is not { } caller)
            return new(new(Subject, stream.Township, []), Activity.Current?.TraceId.ToString() ?? "");
        return CommandShape.CheckCaller(caller) is { } malformed
            ? throw new AggregateFailureException(FailureKind.InvalidCaller, malformed.English)
            : caller;
    }
}
