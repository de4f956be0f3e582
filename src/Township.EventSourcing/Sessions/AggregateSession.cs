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
public sealed class AggregateSession<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    readonly StateLoader<TState, TCommand, TEvent, TView> _loader = new(type, stream, services);
    readonly SnapshotKeeper<TState, TCommand, TEvent, TView> _snapshots = new(type, stream, services);
    readonly KnownCommands _commands = new(stream, services, type.IsSameCommand);
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
    public async Task Load(CancellationToken cancellationToken = default)
    {
        // A short stream has no snapshot, and a new one has nothing to read.
        var head = await services.Store.ReadHead(stream, cancellationToken);
        if (head.Version == 0) return;
        var every = services.Options.SnapshotEvery;
        var snapshot = every > 0 && head.Version >= every ? await _snapshots.Load(cancellationToken) : null;
        _durable = _tentative = await _loader.LoadNewest(snapshot, _commands, cancellationToken);
    }

    /// <summary>The durable state for another process of the same build, which continues with <see cref="Resume"/>.</summary>
    public Snapshot Suspend() => _snapshots.Pack(_durable);

    /// <summary>Continues where another process suspended; reads only what the stream has grown by since.</summary>
    /// <exception cref="StoreCorruptException">The history was changed.</exception>
    /// <exception cref="FoldException">An event cannot be folded.</exception>
    public async Task Resume(Snapshot suspended, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suspended);
        if (await _snapshots.Unpack(suspended, cancellationToken) is { } folded)
            _durable = _tentative = await _loader.LoadNewest(folded, _commands, cancellationToken);
        else
            await Load(cancellationToken);
    }

    /// <summary>Decides a command; answers when the outcome is durable.</summary>
    /// <exception cref="StreamConflictException">Another writer was faster. Nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">The store failed; see <see cref="StoreUnavailableException.MayHaveCommitted"/>. Sending the same command again is always safe.</exception>
    /// <exception cref="StoreOverloadedException">No room in the queue. Nothing was written.</exception>
    /// <exception cref="FoldException">The decided events do not fold: a bug. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">The command holds texts about people, and there is no vault to seal them. Nothing was written.</exception>
    public async Task<Outcome> Execute(TCommand command, Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var malformed = CommandShape.Check(command) ?? CommandShape.CheckCaller(caller);
        if (malformed is not null) return Outcome.Refused(Version, malformed);
        if (type.Commands.MayHoldPersonalTexts(command))
        {
            (command, malformed) = await Sealed(command, caller.Actor, cancellationToken);
            if (malformed is not null) return Outcome.Refused(Version, malformed);
        }

        var record = new CommandRecord(command.CommandId, type.Commands.Serialize(command));
        if (await Repeated(record, cancellationToken) is { } known) return known;
        var inputs = await Capture(command, caller, cancellationToken);
        using var admission = await services.Committer.Admit(cancellationToken);

        // From here until the commit is queued nothing awaits: what is decided is queued in the order of deciding.
        if (_commands.IsKnown(record.Id)) return await Repeated(record, cancellationToken) ?? throw Failure();
        ThrowIfLost();
        var context = new DecisionContext(stream, Now(), caller.Actor, services.Environment.CalendarVersion, inputs);
        var (events, refusal) = type.Decide(command, _tentative.State, context);
        if (refusal is not null || events.Count == 0) return await AnswerWithoutCommit(record, refusal, cancellationToken);

        var rules = new RuleVersions(TState.PolicyVersion(inputs), services.Environment.CalendarVersion, services.Environment.CodeVersion);
        var head = _tentative.HeadOf(stream);
        Commit commit;
        try
        {
            commit = Commit.After(head, CommitContent.Unchecked(record, caller, context.Now, rules, inputs.Items, events));
        }
        catch (CommitTooLargeException e)
        {
            return Outcome.Refused(Version, KernelRefusals.TooLarge.With(e.Size, CommitContent.MaxSize));
        }

        var next = Folded(events, commit.HeadAfter(head), context.Now);
        var append = services.Committer.Append(admission, commit);
        (_tentative, _lastAppend) = (next, append);
        _commands.Begin(record, append);
        try
        {
            return Answer(record, next, await append);
        }
        catch
        {
            Lost = true;
            throw;
        }
        finally
        {
            _commands.End(record);
        }
    }

    /// <summary>The view after exactly this version, or the newest when the stream is shorter; with the version it holds for.</summary>
    public async Task<(TState State, long Version)> AsOf(long version, CancellationToken cancellationToken = default)
    {
        if (version >= Version) return (State, Version);
        var folded = await _loader.LoadAsOf(version, cancellationToken);
        return (folded.State, folded.Version);
    }

    ValueTask<(TCommand, Refusal?)> Sealed(TCommand command, Actor actor, CancellationToken cancellationToken)
    {
        var vault = services.PersonalData ?? throw new InvalidOperationException($"{stream}: {command.GetType().Name} may hold texts about people, and no vault of keys is configured.");
        return type.Commands.ChangePersonalTexts(command, texts => vault.Seal(texts, stream, [.. TState.PersonsOf(command, _tentative.State, stream, actor)], command.CommandId, actor, cancellationToken));
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
    FoldedState<TState> Folded(EquatableList<StoredMessage> events, StreamHead head, DateTimeOffset decidedAt)
    {
        var (state, version) = (_tentative.State, _tentative.Version);
        foreach (var stored in events.AsSpan()) state = type.Fold(state, stream, ++version, stored);
        return new(state, version, head.Hash, decidedAt);
    }

    // A refusal, or "nothing to do", may only mean that this very command was carried out before. And it rests on
    // the tentative state: it is told only when that has become durable.
    async Task<Outcome> AnswerWithoutCommit(CommandRecord command, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (_lastAppend is { } pending && await pending is not AppendResult.Committed) throw Failure();
        if (await _commands.Stored(command, Version, cancellationToken) is { } original) return original;
        if (refusal is not null) TownshipDiagnostics.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        return refusal is null ? new(OutcomeKind.Unchanged, Version) : Outcome.Refused(Version, refusal);
    }

    // The outcome of a command that came before; null for one that is new, or will turn out in the store to be an old one.
    async ValueTask<Outcome?> Repeated(CommandRecord command, CancellationToken cancellationToken)
    {
        if (_commands.IsInFlight(command, out var first, out var append))
        {
            if (first != command) return KnownCommands.IdReused(command, Version);
            await append;
        }

        return _commands.MayBeStored(command.Id) ? await _commands.Stored(command, Version, cancellationToken) : null;
    }

    Outcome Answer(CommandRecord command, FoldedState<TState> next, AppendResult result)
    {
        switch (result)
        {
            case AppendResult.Committed committed when committed.Hash.Equals(next.Hash):
                BecomeDurable(next);
                _commands.Remember(command.Id);
                return new(OutcomeKind.Accepted, committed.LastVersion);
            case AppendResult.Committed elsewhere:
                // A rival stored the very same commit, byte for byte, but after commits that this session does not know.
                Lost = true;
                return new(OutcomeKind.Repeated, elsewhere.LastVersion);
            case AppendResult.Duplicate { Original: var original }:
                // The store knew the command, the session did not: a rival stored it, and the session's state is old.
                Lost = true;
                return _commands.OutcomeAfter(original, command, Version);
            case AppendResult.IdReused { Original: var original }:
                Lost = true;
                return _commands.OutcomeAfter(original, command, Version);
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
        if (due) _ = _snapshots.Save(next);
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
}
