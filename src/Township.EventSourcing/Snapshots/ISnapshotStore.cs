namespace Township.EventSourcing;

/// <summary>
/// A state at a version. A disposable cache: it is used only while its hash and fold version match, and otherwise ignored.
/// </summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The version at which the state holds.</param>
/// <param name="CommitHash">The stream's hash chain at that version, which binds the snapshot to one history.</param>
/// <param name="FoldVersion">The version of the code that folded it; other code may fold differently.</param>
/// <param name="State">The state as JSON.</param>
/// <param name="StateHash">SHA-256 of <paramref name="State"/>; a damaged snapshot is ignored.</param>
public sealed record Snapshot(
    StreamId Stream, long Version, CommitHash CommitHash, string FoldVersion, JsonBytes State, CommitHash StateHash);

/// <summary>Keeps the newest snapshot of each stream. Losing snapshots costs only time.</summary>
public interface ISnapshotStore
{
    /// <summary>Returns the newest snapshot of a stream, or null.</summary>
    Task<Snapshot?> Load(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>Saves a snapshot, replacing an older one.</summary>
    Task Save(Snapshot snapshot, CancellationToken cancellationToken = default);
}

/// <summary>A snapshot store that keeps nothing.</summary>
public sealed class NoSnapshots : ISnapshotStore
{
    /// <summary>The one instance.</summary>
    public static NoSnapshots Instance { get; } = new();

    NoSnapshots() { }

    /// <inheritdoc />
    public Task<Snapshot?> Load(StreamId stream, CancellationToken cancellationToken = default) => Task.FromResult<Snapshot?>(null);

    /// <inheritdoc />
    public Task Save(Snapshot snapshot, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
