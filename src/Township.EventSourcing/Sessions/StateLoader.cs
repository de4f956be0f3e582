namespace Township.EventSourcing;

/// <summary>
/// Builds a state from a stream, starting from a snapshot when it is valid. Every commit's hash is checked: an
/// altered history is never folded.
/// </summary>
sealed class StateLoader<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    public static FoldedState<TState> Empty { get; } = new(TState.Initial, 0, CommitHash.Zero, DateTimeOffset.MinValue);

    /// <summary>
    /// Returns the newest state, starting from a snapshot when there is one. Reports commands to <paramref name="commands"/> and progress
    /// to <paramref name="snapshots"/>.
    /// </summary>
    public async Task<FoldedState<TState>> LoadNewest(
        FoldedState<TState>? snapshot, KnownCommands commands, SnapshotKeeper<TState, TCommand, TEvent, TView> snapshots,
        CancellationToken cancellationToken)
    {
        using var activity = TownshipDiagnostics.Activities.StartActivity("load");
        activity?.SetTag("township.stream", stream.ToString());
        if (snapshot is not null) commands.MissUntil(snapshot.DecidedAt);
        var start = snapshot ?? Empty;
        var newest = await FoldFrom(start, long.MaxValue, OnCommit, cancellationToken);
        TownshipDiagnostics.ReplayLength.Record(newest.Version - start.Version);
        return newest;

        void OnCommit(RecordedCommit commit, FoldedState<TState> folded)
        {
            commands.Remember(commit.Content.CommandId);
            snapshots.SaveProgressWhenDue(commit.PreviousVersion, folded);
        }
    }

    /// <summary>Returns the state after exactly this version, or the newest when the stream is shorter.</summary>
    public Task<FoldedState<TState>> LoadAsOf(long version, CancellationToken cancellationToken) =>
        version <= 0 ? Task.FromResult(Empty) : FoldFrom(Empty, version, (_, _) => { }, cancellationToken);

    async Task<FoldedState<TState>> FoldFrom(
        FoldedState<TState> folded, long upTo, Action<RecordedCommit, FoldedState<TState>> onCommit, CancellationToken cancellationToken)
    {
        await foreach (var commit in services.Store.ReadStream(stream, new(folded.Version + 1, upTo), cancellationToken))
        {
            if (commit.FirstVersion != folded.Version + 1)
                throw new StoreCorruptException($"{stream}: version {folded.Version} is followed by version {commit.FirstVersion}.");
            if (!commit.HasHashAfter(folded.Hash))
                throw new StoreCorruptException(
                    $"{stream}: the commit at version {commit.FirstVersion} does not match its hash {commit.Hash}; "
                        + "the history was changed.");
            var state = folded.State;
            var version = folded.Version;
            foreach (var stored in commit.Events.TakeWhile(_ => version < upTo)) state = type.Fold(state, stream, ++version, stored);
            folded = new(state, version, commit.Hash, commit.DecidedAt);
            onCommit(commit, folded);
        }

        return folded;
    }
}
