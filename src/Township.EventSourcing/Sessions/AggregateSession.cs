using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// One aggregate at work: decides commands on its state, queues the commits and answers when they are durable.
/// Commands that arrive while commits are in flight are decided on the tentative state and follow in the next batch;
/// queries see only what is durable.
/// </summary>
/// <remarks>
/// Not thread-safe, but made for interleaving: the owner runs all calls on one scheduler, as a reentrant grain does.
/// After a conflict or a failed append the session is <see cref="Lost"/>: everything decided on its tentative state
/// fails, nothing more is decided, and the owner replaces it by a new one.
/// </remarks>
public sealed partial class AggregateSession<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    readonly StateLoader<TState, TCommand, TEvent, TView> _loader = new(type, stream, services);
    readonly RecentCommands _recent = new(services.Options.RememberedCommands);
    readonly Dictionary<Guid, (CommandRecord Command, Task<Outcome> Answer)> _inFlight = [];
    FoldedState<TState> _durable = StateLoader<TState, TCommand, TEvent, TView>.Empty;
    FoldedState<TState> _tentative = StateLoader<TState, TCommand, TEvent, TView>.Empty;
    Task<AppendResult>? _lastAppend;

    /// <summary>The stream.</summary>
    public StreamId Stream => stream;

    /// <summary>The durable state.</summary>
    public TState State => _durable.State;

    /// <summary>The durable version.</summary>
    public long Version => _durable.Version;

    /// <summary>Whether the session must be replaced.</summary>
    public bool Lost { get; private set; }

    /// <summary>Reads the stream. Called once, before anything else, unless <see cref="Resume"/> was.</summary>
    /// <exception cref="StoreCorruptException">The history was changed.</exception>
    /// <exception cref="FoldException">An event cannot be folded.</exception>
    public async Task Load(CancellationToken cancellationToken = default) =>
        _durable = _tentative = await _loader.LoadNewest(c => _recent.Remember(c.Command, c.LastVersion), cancellationToken);

    /// <summary>The durable state for another process of the same build, which continues with <see cref="Resume"/>.</summary>
    public Snapshot Suspend() => SnapshotOf(_durable);

    /// <summary>Continues where another process suspended, without reading the stream.</summary>
    public async Task Resume(Snapshot suspended, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suspended);
        var head = await services.Store.ReadHead(stream, cancellationToken);
        var fits = head.Version == suspended.Version && head.Hash.Equals(suspended.CommitHash) && suspended.CodeVersion == services.Environment.CodeVersion;
        if (!fits)
        {
            await Load(cancellationToken);
            return;
        }

        var decidedAt = DateTimeOffset.MinValue;
        await foreach (var commit in services.Store.ReadStream(stream, new(Limit: 1, Backward: true), cancellationToken)) decidedAt = commit.DecidedAt;
        _durable = _tentative = new(type.ReadState(suspended.State), suspended.Version, suspended.CommitHash, decidedAt);
    }

    /// <summary>Decides a command; answers when the outcome is durable.</summary>
    /// <exception cref="StreamConflictException">Another writer was faster. Nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">The store failed; see <see cref="StoreUnavailableException.MayHaveCommitted"/>. Sending the same command again is always safe.</exception>
    /// <exception cref="StoreOverloadedException">No room in the queue. Nothing was written.</exception>
    /// <exception cref="FoldException">The decided events do not fold: a bug. Nothing was written.</exception>
    public async Task<Outcome> Execute(TCommand command, Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (CommandShape.Check(command) is { } malformed) return Outcome.Refused(Version, malformed);
        var record = new CommandRecord(command.CommandId, type.Commands.Serialize(command));
        if (Repeated(record) is { } known) return await known;
        var inputs = await Capture(command, caller, cancellationToken);
        using var admission = await services.Committer.Admit(cancellationToken);

        // From here until the commit is queued nothing awaits: what is decided is queued in the order of deciding.
        if (Repeated(record) is { } meanwhile) return await meanwhile;
        ThrowIfLost();
        var context = new DecisionContext(stream, Now(), caller.Actor, services.Environment.CalendarVersion, inputs);
        var (events, refusal) = type.Decide(command, _tentative.State, context);
        if (refusal is not null || events.Count == 0) return await AnswerWithoutCommit(record, refusal, cancellationToken);

        var rules = new RuleVersions(TState.PolicyVersion(inputs), services.Environment.CalendarVersion, services.Environment.CodeVersion);
        CommitContent content;
        try
        {
            content = CommitContent.From(record, caller, context.Now, rules, inputs.Items, events);
        }
        catch (CommitTooLargeException e)
        {
            return Outcome.Refused(Version, KernelRefusals.TooLarge.With(e.Size, CommitContent.MaxSize));
        }

        var next = Folded(events, context.Now);
        _lastAppend = services.Committer.Append(admission, new(stream, ExpectedVersion.Exactly(_tentative.Version), content));
        _tentative = next;
        var answer = Answer(record, next, _lastAppend);
        _inFlight.Add(record.Id, (record, answer));
        try
        {
            return await answer;
        }
        finally
        {
            _inFlight.Remove(record.Id);
        }
    }

    /// <summary>The view after exactly this version, or the newest when the stream is shorter; with the version it holds for.</summary>
    public async Task<(TState State, long Version)> AsOf(long version, CancellationToken cancellationToken = default)
    {
        if (version >= Version) return (State, Version);
        var folded = await _loader.LoadAsOf(version, cancellationToken);
        return (folded.State, folded.Version);
    }

    // Decided-at never runs backwards within a stream, whatever the clock does.
    DateTimeOffset Now()
    {
        var now = Micros.Truncate(services.Environment.Clock.GetUtcNow());
        return now < _tentative.DecidedAt ? _tentative.DecidedAt : now;
    }

    async Task<CapturedInputs> Capture(TCommand command, Caller caller, CancellationToken cancellationToken)
    {
        InputRequest[] requests = [.. TState.Needs(command, stream, caller.Actor)];
        if (requests.Length == 0) return CapturedInputs.None;
        return new((await Task.WhenAll(requests.Select(r => services.Inputs.Capture(r, cancellationToken)))).ToEquatableList());
    }

    // The events are folded as they will be read: from their bytes. What cannot be read back is never written.
    FoldedState<TState> Folded(EquatableList<StoredMessage> events, DateTimeOffset decidedAt)
    {
        var (state, version) = (_tentative.State, _tentative.Version);
        foreach (var stored in events) state = type.Fold(state, stream, ++version, stored);
        return new(state, version, CommitHash.Zero, decidedAt);
    }

    Task<Outcome>? Repeated(CommandRecord command)
    {
        if (_recent.OutcomeOf(command, Version) is { } known) return Task.FromResult(known);
        if (!_inFlight.TryGetValue(command.Id, out var running)) return null;
        return running.Command == command
            ? RepeatOf(running.Answer)
            : Task.FromResult(Outcome.Refused(Version, KernelRefusals.IdReused.With(command.Id)));

        static async Task<Outcome> RepeatOf(Task<Outcome> original) => await original is { Accepted: true } outcome
            ? outcome with { Kind = OutcomeKind.Repeated }
            : await original;
    }

    // A refusal, or "nothing to do", may only mean that this very command was carried out before. And it rests on
    // the tentative state: it is told only when that has become durable.
    async Task<Outcome> AnswerWithoutCommit(CommandRecord command, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (_lastAppend is { } pending && await pending is not AppendResult.Committed) throw Failure();
        if (Version > 0 && await services.Store.FindCommand(stream, command.Id, cancellationToken) is { } original)
        {
            return original.Command == command
                ? new Outcome(OutcomeKind.Repeated, original.LastVersion)
                : Outcome.Refused(Version, KernelRefusals.IdReused.With(command.Id));
        }

        if (refusal is not null) TownshipDiagnostics.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        return refusal is null ? new(OutcomeKind.Unchanged, Version) : Outcome.Refused(Version, refusal);
    }

    async Task<Outcome> Answer(CommandRecord command, FoldedState<TState> next, Task<AppendResult> append)
    {
        AppendResult result;
        try
        {
            result = await append;
        }
        catch
        {
            Lost = true;
            throw;
        }

        switch (result)
        {
            case AppendResult.Committed committed:
                BecomeDurable(next with { Hash = committed.Hash });
                _recent.Remember(command, committed.LastVersion);
                return new(OutcomeKind.Accepted, committed.LastVersion);
            case AppendResult.Duplicate { Original: var original }:
                // The store knew the command, the session did not: what was decided after it rests on a wrong state.
                Lost = true;
                return new(OutcomeKind.Repeated, original.LastVersion);
            case AppendResult.IdReused:
                Lost = true;
                return Outcome.Refused(Version, KernelRefusals.IdReused.With(command.Id));
            case AppendResult.Conflict conflict:
                Lost = true;
                throw new StreamConflictException(stream, conflict.Expected, conflict.Actual);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    void BecomeDurable(FoldedState<TState> next)
    {
        // Answers may be delivered out of order; the durable state only moves forward.
        if (next.Version <= _durable.Version) return;
        var every = services.Options.SnapshotEvery;
        var due = every > 0 && next.Version / every > _durable.Version / every;
        _durable = next;
        if (due) _ = SaveSnapshot(next);
    }

    async Task SaveSnapshot(FoldedState<TState> folded)
    {
        try
        {
            // Off the owner's scheduler: serialising a large state must not delay its next command.
            await Task.Run(() => services.Snapshots.Save(SnapshotOf(folded)));
        }
        catch (Exception e)
        {
            TownshipDiagnostics.SnapshotFailures.Add(1);
            LogSnapshotNotSaved(services.Log, e, stream);
        }
    }

    Snapshot SnapshotOf(FoldedState<TState> folded)
    {
        var state = type.WriteState(folded.State);
        return new(stream, folded.Version, folded.Hash, services.Environment.CodeVersion, state, new(SHA256.HashData(state.Span)));
    }

    void ThrowIfLost()
    {
        if (Lost) throw Failure();
    }

    StreamConflictException Failure()
    {
        Lost = true;
        return new(stream, ExpectedVersion.Exactly(_tentative.Version), Version);
    }

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} could not be saved")]
    static partial void LogSnapshotNotSaved(ILogger log, Exception failure, StreamId stream);
}
