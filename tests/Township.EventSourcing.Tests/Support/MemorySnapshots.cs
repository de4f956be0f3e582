using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Township.EventSourcing.Tests;

/// <summary>Keeps snapshots in memory; tells when one was saved, because sessions save in the background.</summary>
sealed class MemorySnapshots : ISnapshotStore
{
    readonly ConcurrentDictionary<StreamId, Snapshot> _kept = [];
    readonly Channel<Snapshot> _saved = Channel.CreateUnbounded<Snapshot>();

    public Exception? LoadFailure { get; set; }

    public Exception? SaveFailure { get; set; }

    public int Loads { get; private set; }

    public Task<Snapshot> NextSaved() => _saved.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public void Replace(Snapshot snapshot) => _kept[snapshot.Stream] = snapshot;

    public Task<Snapshot?> Load(StreamId stream, CancellationToken cancellationToken = default)
    {
        Loads++;
        return LoadFailure is null ? Task.FromResult(_kept.GetValueOrDefault(stream)) : throw LoadFailure;
    }

    public Task Save(Snapshot snapshot, CancellationToken cancellationToken = default)
    {
        if (SaveFailure is null) _kept[snapshot.Stream] = snapshot;
        _saved.Writer.TryWrite(snapshot);
        return SaveFailure is null ? Task.CompletedTask : throw SaveFailure;
    }
}
