using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Reads and writes the snapshots of one stream. A snapshot is a cache: without it the whole stream is read. Failures to use or save one
/// are logged and counted, because an operator should find the cause.
/// </summary>
sealed partial class SnapshotKeeper<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    const long ProgressFactor = 100;

    Task _progress = Task.CompletedTask;

    /// <summary>Returns the state of the saved snapshot if it is valid.</summary>
    public async Task<FoldedState<TState>?> Load(CancellationToken cancellationToken)
    {
        try
        {
            return await services.Snapshots.Load(stream, cancellationToken) is { } snapshot
                ? await Unpack(snapshot, cancellationToken)
                : null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or EventStoreException))
        {
            TownshipDiagnostics.SnapshotFailures.Add(1);
            LogSnapshotIgnored(services.Log, e, stream);
            return null;
        }
    }

    /// <summary>Returns the snapshot's state; null when it is of another history or other code, or damaged.</summary>
    public async Task<FoldedState<TState>?> Unpack(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.FoldVersion != type.FoldVersion || !HashOf(snapshot.State).Equals(snapshot.StateHash)) return null;
        await foreach (var commit in services.Store.ReadStream(stream, new(snapshot.Version, snapshot.Version), cancellationToken))
            if (commit.LastVersion == snapshot.Version && commit.Hash.Equals(snapshot.CommitHash))
                return new(type.ReadState(snapshot.State), snapshot.Version, snapshot.CommitHash, commit.DecidedAt);
        return null;
    }

    /// <summary>Creates a snapshot of a state.</summary>
    public Snapshot Pack(FoldedState<TState> folded)
    {
        var state = type.WriteState(folded.State);
        return new(stream, folded.Version, folded.Hash, type.FoldVersion, state, HashOf(state));
    }

    /// <summary>Saves a state in the background when the stream has grown far enough since a version.</summary>
    public void SaveWhenDue(long since, FoldedState<TState> folded)
    {
        if (IsDue(since, folded.Version, services.Options.SnapshotEvery)) _ = Save(folded);
    }

    /// <summary>
    /// Like <see cref="SaveWhenDue"/> but less often, while a long stream is being read. A load may be interrupted by the time limit of
    /// activations or the end of the process; the next load continues from here instead of starting from the beginning each time.
    /// </summary>
    public void SaveProgressWhenDue(long since, FoldedState<TState> folded)
    {
        var every = ProgressFactor * services.Options.SnapshotEvery;
        if (_progress.IsCompleted && IsDue(since, folded.Version, every)) _progress = Save(folded);
    }

    static bool IsDue(long since, long version, long every) => every > 0 && version / every > since / every;

    // Not on the owner's scheduler: serialising a large state and a long load must not block each other.
    Task Save(FoldedState<TState> folded) => Task.Run(async () =>
    {
        // One at a time per silo: thousands of streams reach their hundredth event at about the same time, and a cache must not take
        // threads and disk from commands.
        await services.SnapshotTurn.WaitAsync();
        try
        {
            await services.Snapshots.Save(Pack(folded));
        }
        catch (Exception e)
        {
            TownshipDiagnostics.SnapshotFailures.Add(1);
            LogSnapshotNotSaved(services.Log, e, stream);
        }
        finally
        {
            services.SnapshotTurn.Release();
        }
    });

    static CommitHash HashOf(JsonBytes state) => new(SHA256.HashData(state.Span));

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} could not be used; its whole history is read instead")]
    static partial void LogSnapshotIgnored(ILogger log, Exception failure, StreamId stream);

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} could not be saved")]
    static partial void LogSnapshotNotSaved(ILogger log, Exception failure, StreamId stream);
}
