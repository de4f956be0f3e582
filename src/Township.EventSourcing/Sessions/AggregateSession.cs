namespace Township.EventSourcing;

/// <summary>
/// An active aggregate: decides commands on its state, queues the commits and answers when they are durable. Commands that arrive while
/// commits are in flight are decided on the tentative state and follow in the next batch; queries see only the durable state.
/// </summary>
/// <remarks>
/// Not thread-safe, but made for interleaving: the owner runs all calls on one scheduler, as a reentrant grain does. After a conflict or a
/// failed append the session is <see cref="Lost"/>: everything decided on its tentative state fails, it decides nothing more, and the owner
/// replaces it with a new one.
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
    readonly KnownCommands _commands = new(stream, services, type.Commands.SaysTheSame);
    readonly StreamClock _clock = new(stream, services);
    readonly CommandSealing<TState, TCommand, TEvent, TView> _sealing = new(type, stream, services);
    readonly FactGathering<TState, TCommand, TEvent, TView> _gathering = new(type, stream, services);
    FoldedState<TState> _durable = StateLoader<TState, TCommand, TEvent, TView>.Empty;
    FoldedState<TState> _tentative = StateLoader<TState, TCommand, TEvent, TView>.Empty;
    Task<AppendResult>? _lastAppend;

    /// <summary>The stream.</summary>
    public StreamId Stream => stream;

    /// <summary>The durable state.</summary>
    public TState State => _durable.State;

    /// <summary>The durable version.</summary>
    public long Version => _durable.Version;

    /// <summary>Returns facts of the durable state, in the requested order.</summary>
    /// <exception cref="UnknownMessageException">The aggregate offers no such fact in a schema version that the reader knows.</exception>
    public StreamFacts FactsOf(EquatableList<WantedFact> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return new(_durable.HeadOf(stream), [.. wanted.Select(w =>
        {
            var schema = type.Facts.SchemaFor(w) ?? throw new UnknownMessageException(w.Name, w.Schema, typeof(TState));
            return (schema, type.Facts.Write(_durable.State, stream, w.Name, schema));
        })]);
    }

    /// <summary>Whether the session must be replaced.</summary>
    public bool Lost { get; private set; }

    /// <summary>Reads the stream. Call it once, before anything else, unless <see cref="Resume"/> was called.</summary>
    /// <exception cref="StoreCorruptException">The history was altered.</exception>
    /// <exception cref="FoldException">An event cannot be folded.</exception>
    public async Task Load(CancellationToken cancellationToken = default)
    {
        // A short stream has no snapshot, and a new one has no commits.
        var head = await services.Store.ReadHead(stream, cancellationToken);
        if (head.Version == 0) return;
        var every = services.Options.SnapshotEvery;
        var snapshot = every > 0 && head.Version >= every ? await _snapshots.Load(cancellationToken) : null;
        await ContinueFrom(snapshot, cancellationToken);
    }

    /// <summary>Returns the durable state for another process with the same code, which continues with <see cref="Resume"/>.</summary>
    public Snapshot Suspend() => _snapshots.Pack(_durable);

    /// <summary>Continues from the state that another process suspended; reads only the commits since then.</summary>
    /// <exception cref="StoreCorruptException">The history was altered.</exception>
    /// <exception cref="FoldException">An event cannot be folded.</exception>
    public async Task Resume(Snapshot suspended, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(suspended);
        if (await _snapshots.Unpack(suspended, cancellationToken) is { } folded) await ContinueFrom(folded, cancellationToken);
        else await Load(cancellationToken);
    }

    /// <summary>Decides a command, and returns when the outcome is durable.</summary>
    /// <exception cref="StreamConflictException">Another writer was faster. Nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">The store failed; see <see cref="StoreUnavailableException.MayHaveCommitted"/>. Sending
    /// the same command again is always safe.</exception>
    /// <exception cref="StoreOverloadedException">The queue is full. Nothing was written.</exception>
    /// <exception cref="ClockDiffersException">The clock cannot be trusted at present. Nothing was written.</exception>
    /// <exception cref="StreamAheadException">The stream's last decision is too far ahead of the clock. Nothing was written.</exception>
    /// <exception cref="FoldException">The decided events cannot be folded: a bug. Nothing was written.</exception>
    /// <exception cref="FactRoundsException">The decider asks for more facts in every round: a bug. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">The command holds personal texts, and there is no vault to seal them.
    /// Nothing was written.</exception>
    public async Task<Outcome> Execute(TCommand command, Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var malformed = CommandShape.Check(command) ?? CommandShape.CheckCaller(caller);
        if (malformed is not null) return Outcome.Refused(Version, malformed);
        var (asked, persons) = (command, _sealing.PersonsOf(command, _tentative.State, caller.Actor));
        (command, malformed) = await _sealing.Seal(asked, persons, caller.Actor, cancellationToken);
        if (malformed is not null) return Outcome.Refused(Version, malformed);
        var record = new CommandRecord(command.CommandId, type.Commands.Serialize(command));
        if (await Repeated(record, cancellationToken) is { } known) return known;
        var pool = new FactPool();
        var requested = services.Environment.Clock.GetTimestamp();
        await _clock.Prepare(_tentative.DecidedAt, cancellationToken);
        await _gathering.Capture(command, caller, Deciding, pool, cancellationToken);
        using var admission = await services.Committer.Admit(cancellationToken);
        if (services.Environment.Clock.GetElapsedTime(requested) > services.Options.FactsAge) pool = new();
        DecisionContext? context;
        while ((context = _gathering.Context(command, caller, Deciding(), pool, out _)) is null)
            await _gathering.Capture(command, caller, Deciding, pool, cancellationToken);

        // No await between here and queueing the commit, so that commits are queued in the order of their decisions.
        if (_commands.IsKnown(record.Id)) return await Repeated(record, cancellationToken) ?? throw Failure();
        ThrowIfLost();
        if (_sealing.PersonsOf(asked, _tentative.State, caller.Actor) != persons)
        {
            // A command that was decided first has changed the people whom the texts are about.
            admission.Dispose();
            return await Execute(asked, caller, cancellationToken);
        }

        var (events, refusal) = type.Decide(command, _tentative.State, context);
        if (refusal is not null || events.Count == 0) return await AnswerWithoutCommit(record, refusal, cancellationToken);

        var rules = new RuleVersions(context.Rules, context.Facts.PolicyVersion, context.CalendarVersion, services.Environment.CodeVersion);
        var head = _tentative.HeadOf(stream);
        Commit commit;
        try
        {
            var content = CommitContent.Unchecked(record, caller, context.Now, rules, context.Facts.Captured, events);
            commit = Commit.After(head, content, services.GuardedFacts.GuardsOf(context.Facts, pool));
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

    /// <summary>Returns the state after exactly this version, or the newest when the stream is shorter, with its version.</summary>
    public async Task<(TState State, long Version)> AsOf(long version, CancellationToken cancellationToken = default)
    {
        if (version >= Version) return (State, Version);
        var folded = await _loader.LoadAsOf(version, cancellationToken);
        return (folded.State, folded.Version);
    }

    (TState State, DateTimeOffset Now) Deciding() => (_tentative.State, _clock.After(_tentative.DecidedAt));

    // Folds the events from their bytes, as they will be read later, so that what cannot be read back is never written.
    FoldedState<TState> Folded(EquatableList<StoredMessage> events, StreamHead head, DateTimeOffset decidedAt)
    {
        var (state, version) = (_tentative.State, _tentative.Version);
        foreach (var stored in events.AsSpan()) state = type.Fold(state, stream, ++version, stored);
        return new(state, version, head.Hash, decidedAt);
    }

    // A refusal, or an outcome without events, may only mean that this command was carried out before. It also depends on the tentative
    // state, so it is returned only when that state is durable.
    async Task<Outcome> AnswerWithoutCommit(CommandRecord command, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (_lastAppend is { } pending && await pending is not AppendResult.Committed) throw Failure();
        if (await _commands.Stored(command, Version, cancellationToken) is { } original) return original;
        if (refusal is not null) TownshipDiagnostics.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        return refusal is null ? new(OutcomeKind.Unchanged, Version) : Outcome.Refused(Version, refusal);
    }

    // Returns the outcome of an earlier command; null for one that is new, or that only the store will recognise as repeated.
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
                // Another process stored the same commit, byte for byte, but after commits that this session does not know.
                Lost = true;
                return new(OutcomeKind.Repeated, elsewhere.LastVersion);
            case AppendResult.Duplicate { Original: var original }:
                // The store knows the command and the session does not: another process stored it, and the session's state is old.
                Lost = true;
                return _commands.OutcomeAfter(original, command, Version);
            case AppendResult.IdReused { Original: var original }:
                Lost = true;
                return _commands.OutcomeAfter(original, command, Version);
            // A failure makes the session lost in any case, in Execute.
            case AppendResult.Conflict conflict:
                throw new StreamConflictException(stream, conflict.Expected, conflict.Actual);
            case AppendResult.GuardBroken broken:
                throw new StreamConflictException(stream, broken.Actual.Stream);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // Replaces a snapshot that was missing or of other code after reading the commits, so that the next load is shorter.
    async Task ContinueFrom(FoldedState<TState>? snapshot, CancellationToken cancellationToken)
    {
        if (snapshot is not null) _durable = snapshot;
        _tentative = await _loader.LoadNewest(snapshot, _commands, _snapshots, cancellationToken);
        BecomeDurable(_tentative);
    }

    void BecomeDurable(FoldedState<TState> next)
    {
        // Answers may be delivered out of order; the durable state only moves forward.
        if (next.Version <= _durable.Version) return;
        _snapshots.SaveWhenDue(_durable.Version, next);
        _durable = next;
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
