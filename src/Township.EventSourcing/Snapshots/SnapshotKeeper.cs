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

    /// <summary>The snapshot's state; null when it is of another history or build, or damaged.</summary>
    public async Task<FoldedState<TState>?> Unpack(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.CodeVersion != services.Environment.CodeVersion || !HashOf(snapshot.State).Equals(snapshot.StateHash)) return null;
        await foreach (var commit in services.Store.ReadStream(stream, new(snapshot.Version, snapshot.Version), cancellationToken))
            if (commit.LastVersion == snapshot.Version && commit.Hash.Equals(snapshot.CommitHash))
                return new(type.ReadState(snapshot.State), snapshot.Version, snapshot.CommitHash, commit.DecidedAt);
        return null;
    }

    /// <summary>A state as a snapshot.</summary>
    public Snapshot Pack(FoldedState<TState> folded)
    {
        var state = type.WriteState(folded.State);
        return new(stream, folded.Version, folded.Hash, services.Environment.CodeVersion, state, HashOf(state));
    }

    /// <summary>Keeps a state, in the background.</summary>
    public async Task Save(FoldedState<TState> folded)
    {
        // One at a time in the whole silo: thousands of streams reach their hundredth event at about the same time, and
        // a cache must not take threads and disk away from commands.
        await services.SnapshotTurn.WaitAsync();
        try
        {
            // Off the owner's scheduler: serialising a large state must not delay its next command.
            await Task.Run(() => services.Snapshots.Save(Pack(folded)));
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
    }

    static CommitHash HashOf(JsonBytes state) => new(SHA256.HashData(state.Span));

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} could not be used; its whole history is read instead")]
    static partial void LogSnapshotIgnored(ILogger log, Exception failure, StreamId stream);

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} could not be saved")]
    static partial void LogSnapshotNotSaved(ILogger log, Exception failure, StreamId stream);
}
