using System.Diagnostics;

namespace Township.EventSourcing;

/// <summary>
/// Carries the caller along with grain calls, in Orleans' <see cref="RequestContext"/>. The silo trusts the values that its clients set:
/// authenticate people where they enter (your web application), and keep the gateway port private.
/// </summary>
public static class CallerContext
{
    const string Key = "township.caller";

    /// <summary>
    /// Makes all grain calls of this asynchronous flow act for an actor, until disposed. The default correlation id is the current trace
    /// id, or a new id without one.
    /// </summary>
    public static IDisposable Use(Actor actor, string? correlationId = null, string? causationId = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var before = RequestContext.Get(Key);
        var caller = new Caller(
            actor, correlationId ?? Activity.Current?.TraceId.ToString() ?? Guid.CreateVersion7().ToString(), causationId);
        RequestContext.Set(Key, new CarriedCaller(caller));
        return new Restore(before);
    }

    /// <summary>The caller of the current flow, or null.</summary>
    public static Caller? Current => (RequestContext.Get(Key) as CarriedCaller)?.Caller;

    sealed class Restore(object? before) : IDisposable
    {
        public void Dispose()
        {
            if (before is null) RequestContext.Remove(Key);
            else RequestContext.Set(Key, before);
        }
    }
}

/// <summary>The caller in the request context. Immutable, so Orleans need not copy it within a process.</summary>
[GenerateSerializer, Immutable, Alias("township.carried-caller")]
sealed record CarriedCaller(Caller Caller);
