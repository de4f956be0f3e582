using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Township;

/// <summary>A store whose appends can be held back or made to fail, and that counts what it is asked.</summary>
public sealed class GatedStore(IEventStore inner) : IEventStore
{
    TaskCompletionSource _gate = Opened();
    TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<int> BatchSizes { get; } = [];

    /// <summary>What was read of streams, oldest first.</summary>
    public ConcurrentQueue<(StreamId Stream, StreamRange Range)> Reads { get; } = [];

    public Func<Exception>? Failure { get; set; }

    /// <summary>How many commits of a stream a read gets through; then it takes for ever.</summary>
    public int ReadsAtOnce { get; init; } = int.MaxValue;

    /// <summary>Holds back every append from now on; answers when the first one waits.</summary>
    public Task Close()
    {
        _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.Task;
    }

    public void Open() => _gate.TrySetResult();

    public async Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default)
    {
        _waiting.TrySetResult();
        await _gate.Task;
        BatchSizes.Add(batch.Count);
        return Failure is { } failure ? throw failure() : await inner.Append(batch, cancellationToken);
    }

    public async IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Reads.Enqueue((stream, range));
        var read = 0;
        await foreach (var commit in inner.ReadStream(stream, range, cancellationToken))
        {
            if (read++ == ReadsAtOnce) await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            yield return commit;
        }
    }

    public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => inner.ReadAll(afterPosition, cancellationToken);

    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => inner.FindCommand(stream, commandId, cancellationToken);

    public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => inner.ReadHead(stream, cancellationToken);

    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => inner.ReadHistory(cancellationToken);

    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => inner.ReadLogHead(cancellationToken);

    public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => inner.ListStreams(category, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
