using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

public sealed partial class SubscriptionWorker
{
    async Task<bool> PublishWhenComplete(int number, bool atEnd, CancellationToken cancellationToken)
    {
        if (!atEnd || Builds.FirstOrDefault(b => b.Number == number) is not { State: BuildState.Building } build) return false;
        if (build.Position < (Record.Live?.Position ?? 0)) return false;
        if (!await Switch(() => _subscription.Publish(_lease!, number, cancellationToken))) return false;
        LogPublished(_log, _subscription.Name, number, _subscription.Version, build.Position);
        return true;
    }

    async Task<bool> Drop(SubscriptionBuild old, CancellationToken cancellationToken)
    {
        try
        {
            return await Switch(() => _subscription.Drop(_lease!, old, cancellationToken));
        }
        catch (HandlingException e)
        {
            // Something depends on the old tables. The new ones are not affected.
            PutOff(e);
            return false;
        }
    }

    // Long queries may hold the tables; handling commits does not wait for them.
    async Task<bool> Switch(Func<Task<SubscriptionRecord>> change)
    {
        if (_putOff is { } since && _clock.GetElapsedTime(since) < _options.ControlInterval) return false;
        try
        {
            _record = await change();
            _putOff = null;
            return true;
        }
        catch (StoreUnavailableException e)
        {
            PutOff(e);
            return false;
        }
    }

    void PutOff(Exception e)
    {
        if (_putOff is null) LogPutOff(_log, _subscription.Name, e.Message);
        (_uncertain, _putOff) = (true, _clock.GetTimestamp());
    }

    [LoggerMessage(LogLevel.Information, "Subscription {Name}: build {Build} (version {Version}) is live at position {Position}")]
    static partial void LogPublished(ILogger log, string name, int build, int version, long position);

    [LoggerMessage(LogLevel.Warning, "Subscription {Name}: tables cannot be switched now; it is tried again: {Reason}")]
    static partial void LogPutOff(ILogger log, string name, string reason);
}
