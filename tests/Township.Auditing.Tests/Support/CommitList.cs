using System.Runtime.CompilerServices;

namespace Township.Auditing.Tests;

/// <summary>Reads given commits as they are, in the order of their positions: whatever was done to them.</summary>
/// <param name="commits">The commits.</param>
/// <param name="heads">What the list of streams says; computed from the commits when not given.</param>
/// <param name="unreadable">Positions at which reading fails.</param>
public sealed class CommitList(IEnumerable<RecordedCommit> commits, IReadOnlyList<StreamHead>? heads = null, params long[] unreadable) : IEventReader
{
    readonly List<RecordedCommit> _commits = [.. commits.OrderBy(c => c.Position)];

    public async IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var found = _commits.Where(c => c.Stream == stream && range.Touches(c)).OrderBy(c => c.FirstVersion).ToList();
        if (range.Backward) found.Reverse();
        foreach (var commit in found.Take(range.Limit)) yield return Readable(commit);
    }

    public async IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (var commit in _commits.Where(c => c.Position > afterPosition))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Readable(commit);
        }
    }

    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default) =>
        Task.FromResult(_commits.Find(c => c.Stream == stream && c.Content.CommandId == commandId));

    public async Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default) =>
        await ListStreams(cancellationToken: cancellationToken).FirstOrDefaultAsync(h => h.Stream == stream, cancellationToken) ?? new(stream, 0, CommitHash.Zero);

    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => Task.FromResult(AccountHistory.Id);

    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default) =>
        Task.FromResult(_commits is [.., var last] ? last.LogHead : new(0, CommitHash.Zero));

    public IAsyncEnumerable<StreamHead> ListStreams(string? category = null, CancellationToken cancellationToken = default) =>
        (heads ?? [.. _commits.GroupBy(c => c.Stream).Select(s => s.MaxBy(c => c.FirstVersion)!.StreamHead)]).ToAsyncEnumerable();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    RecordedCommit Readable(RecordedCommit commit) => unreadable.Contains(commit.Position)
        ? throw new StoreCorruptException($"position {commit.Position} is damaged", position: commit.Position)
        : commit;
}
