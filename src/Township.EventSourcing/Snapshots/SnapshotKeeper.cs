using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Reads and writes the snapshots of one stream. A snapshot is a cache: without it the whole stream is read. That one
/// could not be used or kept is logged and counted, because somebody should look.
/// </summary>
sealed partial class SnapshotKeeper<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    const long ProgressFactor = 100;

    Task _progress = Task.CompletedTask;

    /// <summary>The state of the kept snapshot, when everything it is bound to still holds.</summary>
    public async Task<FoldedState<TState>?> Load(CancellationToken cancellationToken)
    {
        try
        {
            return await services.Snapshots.Load(stream, cancellationToken) is { } snapshot ? await Unpack(snapshot, cancellationToken) : null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or EventStoreException))
        {
            TownshipDiagnostics.SnapshotFailures.Add(1);
            LogSnapshotIgnored(services.Log, e, stream);
            return null;
        }
    }

    /// <summary>The snapshot's state; null when it is of another history or other code, or damaged.</summary>
    public async Task<FoldedState<TState>?> Unpack(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.FoldVersion != type.FoldVersion || !HashOf(snapshot.State).Equals(snapshot.StateHash)) return null;
        await foreach (var commit in services.Store.ReadStream(stream, new(snapshot.Version, snapshot.Version), cancellationToken))
            if (commit.LastVersion == snapshot.Version && commit.Hash.Equals(snapshot.CommitHash))
                return new(type.ReadState(snapshot.State), snapshot.Version, snapshot.CommitHash, commit.DecidedAt);
        return null;
    }

    /// <summary>A state as a snapshot.</summary>
    public Snapshot Pack(FoldedState<TState> folded)
    {
        var state = type.WriteState(folded.State);
        return new(stream, folded.Version, folded.Hash, type.FoldVersion, state, HashOf(state));
    }

    /// <summary>Keeps a state, in the background, when the stream has grown far enough since a version.</summary>
    public void SaveWhenDue(long since, FoldedState<TState> folded)
    {
        if (IsDue(since, folded.Version, services.Options.SnapshotEvery)) _ = Save(folded);
    }

    /// <summary>
    /// The same while a long stream is being read, more rarely. A load may be cut off, by the limit for activations or the end of the
    /// process; the next one begins where this one has come to, and not for ever at the beginning.
    /// </summary>
    public void SaveProgressWhenDue(long since, FoldedState<TState> folded)
    {
        var every = ProgressFactor * services.Options.SnapshotEvery;
        if (_progress.IsCompleted && IsDue(since, folded.Version, every)) _progress = Save(folded);
    }

    static bool IsDue(long since, long version, long every) => every > 0 && version / every > since / every;

    // Off the owner's scheduler: neither serialising a large state nor a long load may be in the way of the other.
    Task Save(FoldedState<TState> folded) => Task.Run(async () =>
    {
        // One at a time in the whole silo: thousands of streams reach their hundredth event at about the same time, and a cache must not
        // take threads and disk away from commands.
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
