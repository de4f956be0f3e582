using Orleans.Storage;

namespace Township.EventSourcing;

/// <summary>Keeps snapshots in an Orleans grain storage provider, one row per stream. Thread-safe.</summary>
/// <param name="storage">Any provider; its content can be deleted at any time.</param>
public sealed class GrainStorageSnapshots(IGrainStorage storage) : ISnapshotStore
{
    const string StateName = "snapshot";

    /// <inheritdoc />
    public async Task<Snapshot?> Load(StreamId stream, CancellationToken cancellationToken = default) =>
        await Read(stream) is { RecordExists: true } row ? row.State!.ToSnapshot() : null;

    /// <inheritdoc />
    public async Task Save(Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var row = await Read(snapshot.Stream);
        if (row is { RecordExists: true, State: { } kept } && kept.Version >= snapshot.Version && kept.FoldVersion == snapshot.FoldVersion)
            return;
        row.State = CarriedSnapshot.Of(snapshot);
        await storage.WriteStateAsync(StateName, IdOf(snapshot.Stream), row);
    }

    async Task<GrainState<CarriedSnapshot?>> Read(StreamId stream)
    {
        var row = new GrainState<CarriedSnapshot?>();
        await storage.ReadStateAsync(StateName, IdOf(stream), row);
        return row;
    }

    // Some providers keep only the key of the id, so the key is the whole name of the stream.
    static GrainId IdOf(StreamId stream) => GrainId.Create(StateName, stream.ToString());
}
