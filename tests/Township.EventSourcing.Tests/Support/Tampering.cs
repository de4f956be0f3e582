using System.Runtime.CompilerServices;

namespace Township.EventSourcing.Tests;

/// <summary>Shows the commits of another store as somebody who can write to the disk left them.</summary>
static class Tampering
{
    /// <summary>A store whose streams read differently.</summary>
    public static IEventStore Reading(this MemoryEventStore store, Func<RecordedCommit, RecordedCommit?> change) => new TamperedStore(store, change);

    sealed class TamperedStore(MemoryEventStore inner, Func<RecordedCommit, RecordedCommit?> change) : IEventStore
    {
        public async IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var commit in inner.ReadStream(stream, range, cancellationToken))
                if (change(commit) is { } changed) yield return changed;
        }

        public Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default) => inner.Append(batch, cancellationToken);

        public IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, CancellationToken cancellationToken = default) => inner.ReadAll(afterPosition, cancellationToken);

        public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) => inner.FindCommand(stream, commandId, cancellationToken);

        public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) => inner.ReadHead(stream, cancellationToken);

        public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => inner.ReadHistory(cancellationToken);

        public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) => inner.ReadLogHead(cancellationToken);

        public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) => inner.ListStreams(category, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
