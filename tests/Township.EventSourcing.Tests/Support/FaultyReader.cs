namespace Township.EventSourcing.Tests;

/// <summary>A reader that can be cut off from its store.</summary>
sealed class FaultyReader(IEventReader inner) : IEventReader
{
    volatile bool _isDown;

    public bool IsDown
    {
        get => _isDown;
        set => _isDown = value;
    }

    IEventReader Reachable => IsDown ? throw new StoreUnavailableException("The store does not answer.") : inner;

    public IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, CancellationToken cancellationToken = default) => Reachable.ReadStream(stream, range, cancellationToken);

    public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => Reachable.ReadAll(afterPosition, cancellationToken);

    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => Reachable.FindCommand(stream, commandId, cancellationToken);

    public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => Reachable.ReadHead(stream, cancellationToken);

    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => Reachable.ReadHistory(cancellationToken);

    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => Reachable.ReadLogHead(cancellationToken);

    public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => Reachable.ListStreams(category, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
