using System.Diagnostics;
using Orleans.EventSourcing;
using Orleans.EventSourcing.Common;

namespace Township.EventSourcing;

/// <summary>
/// The events of one activation of a <c>JournaledGrain</c>: a log view adaptor in Orleans' terms. Made for interleaving; all calls come on
/// the activation's scheduler.
/// </summary>
/// <remarks>
/// Not derived from Orleans' PrimaryBasedLogViewAdaptor, which must never fail, and therefore retries for ever and goes on after an event
/// that could not be applied. Here a round of writing either succeeds or fails everything that is pending. Awaiting callers get the
/// failure; when some submission is not awaited, the activation is deactivated.
/// </remarks>
sealed class JournaledLog<TState, TEvent> : ILogViewAdaptor<TState, TEvent>
    where TState : class, new()
    where TEvent : class
{
    readonly ILogViewAdaptorHost<TState, TEvent> _host;
    readonly ILogConsistencyProtocolServices _protocol;
    readonly StreamId _stream;
    readonly ConfirmedLog<TState, TEvent> _confirmed;
    readonly TentativeLog<TState, TEvent> _tentative;
    readonly LogWriter<TState, TEvent> _writer;
    readonly Statistics _statistics = new();
    RecordedConnectionIssue _issue;
    Task _pump = Task.CompletedTask;
    TaskCompletionSource? _refresh;
    Exception? _givenUp;

    public JournaledLog(
        ILogViewAdaptorHost<TState, TEvent> host, ILogConsistencyProtocolServices protocol, SessionServices session,
        StreamId stream, EventFormat<TEvent> format, ConfirmedLog<TState, TEvent> confirmed, int maxLostRaces)
    {
        (_host, _protocol, _stream, _confirmed) = (host, protocol, stream, confirmed);
        _tentative = new(confirmed, format, host, protocol);
        _writer = new(stream, protocol.GrainId, session, confirmed, _tentative, maxLostRaces)
        {
            OnConfirmed = Confirmed,
            OnRebased = () => Changed(tentative: true, confirmed: true),
        };
    }

    public TState ConfirmedView => Counted("ConfirmedViewCalled", _confirmed.State);

    public int ConfirmedVersion => Counted("ConfirmedVersionCalled", _confirmed.Version);

    public TState TentativeView => Counted("TentativeViewCalled", _tentative.State);

    public IEnumerable<TEvent> UnconfirmedSuffix => [.. _tentative.Pending.SelectMany(p => p.Events)];

    public Task PreOnActivate() => Task.CompletedTask;

    public Task PostOnActivate()
    {
        // The grain may have chosen not to wait for its history.
        if (!_confirmed.IsLoaded) Wake();
        return Task.CompletedTask;
    }

    public async Task PostOnDeactivate() => await _pump;

    public void Submit(TEvent entry)
    {
        _statistics.Count("SubmitCalled");
        Raise([entry], isConditional: false);
    }

    public void SubmitRange(IEnumerable<TEvent> entries)
    {
        _statistics.Count("SubmitRangeCalled");
        Raise([.. entries], isConditional: false);
    }

    public Task<bool> TryAppend(TEvent entry)
    {
        _statistics.Count("TryAppendCalled");
        return Raise([entry], isConditional: true);
    }

    public Task<bool> TryAppendRange(IEnumerable<TEvent> entries)
    {
        _statistics.Count("TryAppendRangeCalled");
        return Raise([.. entries], isConditional: true);
    }

    public Task ConfirmSubmittedEntries()
    {
        _statistics.Count("ConfirmSubmittedEntriesCalled");
        ThrowIfGivenUp();
        return Task.WhenAll(_tentative.Pending.Select(p => p.Fate()));
    }

    public Task Synchronize()
    {
        _statistics.Count("SynchronizeNowCalled");
        ThrowIfGivenUp();
        var refresh = _refresh ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        Wake();
        return Task.WhenAll([refresh.Task, .. _tentative.Pending.Select(p => p.Fate())]);
    }

    public async Task<IReadOnlyList<TEvent>> RetrieveLogSegment(int fromVersion, int toVersion)
    {
        try
        {
            return await _confirmed.Read(fromVersion, toVersion);
        }
        catch (Exception e) when (e.ForClients() is { Kind: not FailureKind.Internal } failure)
        {
            throw failure;
        }
    }

    public Task ClearLogAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{_stream}: a history cannot be cleared.");

    public void EnableStatsCollection() => _statistics.Enable();

    public void DisableStatsCollection() => _statistics.Disable();

    public LogConsistencyStatistics GetStats() => _statistics.Current!;

    Task<bool> Raise(IReadOnlyList<TEvent> events, bool isConditional)
    {
        ThrowIfGivenUp();
        if (events.Count == 0) return Task.FromResult(true);
        var caller = JournaledCaller.Of(_stream);
        if (!_confirmed.IsLoaded) Wake();
        var submission = _tentative.Raise(events, isConditional, caller);
        Changed(tentative: true, confirmed: false);
        Wake();
        return isConditional ? submission.Fate() : Task.FromResult(true);
    }

    void Wake()
    {
        if (_pump.IsCompleted) _pump = Pump();
    }

    async Task Pump()
    {
        // The grain's callbacks from here on must not run as the caller that happened to start the pump.
        RequestContext.Clear();
        Activity.Current = null;
        await Task.Yield(); // Events raised in one go are stored together.
        do
        {
            var refresh = _refresh;
            _refresh = null;
            try
            {
                if (!_confirmed.IsLoaded || (refresh is not null && _tentative.Pending.Count == 0)) await _writer.ReadOn();
                if (_tentative.Pending.Count > 0) await Write();
                _issue.Resolve(_host, _protocol);
                refresh?.SetResult();
            }
            catch (Exception e)
            {
                // Whatever the failure, no caller may wait for ever.
                Fail(e, refresh);
            }
        }
        while (_refresh is not null || _tentative.Pending.Count > 0);
    }

    async Task Write()
    {
        await _writer.Write();
        _statistics.Count("WritebackEvents");
    }

    void Confirmed(IReadOnlyList<Submission<TEvent>> stored)
    {
        foreach (var submission in stored) _statistics.Stabilized(submission.RaisedAt);
        Changed(tentative: false, confirmed: true);
    }

    void Fail(Exception e, TaskCompletionSource? refresh)
    {
        // Exceptions of the grain's own code are passed through.
        var failure = e.ForClients() is { Kind: not FailureKind.Internal } known ? known : e;
        _protocol.CaughtException(_stream.ToString(), e);
        if (e is EventStoreException) _issue.Record(new StoreFailed { Exception = failure }, _host, _protocol);
        var dropped = _tentative.Drop();
        if (dropped.Any(d => !d.IsAwaited)) GiveUp(failure);
        foreach (var submission in dropped) submission.Fail(failure);
        refresh?.SetException(failure);
        if (dropped.Count > 0) Changed(tentative: true, confirmed: false);
    }

    // Events were raised and not awaited, and the grain may later ask whether they were stored. The answer must not be yes.
    void GiveUp(Exception failure)
    {
        _givenUp = failure;
        if (_host is IGrainBase grain) grain.DeactivateOnIdle();
    }

    void ThrowIfGivenUp()
    {
        if (_givenUp is not null) throw _givenUp;
    }

    void Changed(bool tentative, bool confirmed)
    {
        try
        {
            _host.OnViewChanged(tentative, confirmed);
        }
        catch (Exception e)
        {
            // A failing notification does not affect what is stored; by Orleans' contract it is logged.
            _protocol.CaughtUserCodeException(nameof(_host.OnViewChanged), _stream.ToString(), e);
        }
    }

    T Counted<T>(string counter, T value)
    {
        _statistics.Count(counter);
        return value;
    }
}
