using System.Runtime.CompilerServices;

namespace Township.EventSourcing;

/// <summary>A store that keeps everything in memory: for tests and trials. Durable for as long as the process lives. Thread-safe.</summary>
public sealed class MemoryEventStore : IEventStore, ISelectiveReader
{
    readonly HistoryId _history = HistoryId.New();
    readonly Lock _lock = new();
    readonly List<RecordedCommit> _log = [];
    readonly Dictionary<StreamId, List<RecordedCommit>> _streams = [];
    readonly Dictionary<(StreamId, Guid), RecordedCommit> _commands = [];

    /// <inheritdoc />
    public Task<HistoryId> ReadHistory(CancellationToken cancellationToken = default) => Task.FromResult(_history);

    /// <inheritdoc />
    public Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var commit in batch) commit.ThrowIfNotStorable();
        lock (_lock) return Task.FromResult<IReadOnlyList<AppendResult>>([.. batch.Select(AppendOne)]);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedCommit> ReadStream(StreamId stream, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (range.IsEmpty) yield break;
        RecordedCommit[] commits;
        lock (_lock) commits = _streams.TryGetValue(stream, out var found) ? [.. found.Where(range.Touches)] : [];
        if (range.Backward) Array.Reverse(commits);
        foreach (var commit in commits.Take(range.Limit))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return commit;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordedCommit> ReadAll(long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int end;
        lock (_lock) end = _log.Count;
        for (var index = (int)Math.Clamp(afterPosition, 0, end); index < end; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RecordedCommit commit;
            lock (_lock) commit = _log[index];
            yield return commit;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<LogSlice> ReadSlice(long afterPosition, EquatableList<string> categories, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        lock (_lock)
        {
            var after = (int)Math.Clamp(afterPosition, 0, int.MaxValue);
            if (after > _log.Count) return Task.FromResult(new LogSlice([], null, LogHead(), true));
            RecordedCommit[] commits = [.. _log.Skip(after).Where(c => categories.Contains(c.Stream.Category)).Take(limit)];
            var from = after == 0 ? new(0, CommitHash.Zero) : _log[after - 1].LogHead;
            return Task.FromResult(new LogSlice(commits, from, commits.Length < limit ? LogHead() : commits[^1].LogHead, commits.Length < limit));
        }
    }

    /// <inheritdoc />
    public Task<RecordedCommit?> FindCommand(StreamId stream, Guid commandId, CancellationToken cancellationToken = default)
    {
        lock (_lock) return Task.FromResult(_commands.GetValueOrDefault((stream, commandId)));
    }

    /// <inheritdoc />
    public Task<StreamHead> ReadHead(StreamId stream, CancellationToken cancellationToken = default)
    {
        lock (_lock) return Task.FromResult(Head(stream));
    }

    /// <inheritdoc />
    public Task<LogHead> ReadLogHead(CancellationToken cancellationToken = default)
    {
        lock (_lock) return Task.FromResult(LogHead());
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StreamHead> ListStreams(string? category = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StreamHead[] heads;
        lock (_lock) heads = [.. _streams.Keys.Where(s => category is null || s.Category == category).Select(Head)];
        foreach (var head in heads.OrderBy(h => h.Stream.ToString(), Utf8Order.Instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return head;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    AppendResult AppendOne(Commit commit)
    {
        if (_commands.TryGetValue((commit.Stream, commit.Content.CommandId), out var original))
            return original.IsOfCommand(commit.Content) ? new AppendResult.Duplicate(original) : new AppendResult.IdReused(original);
        var head = Head(commit.Stream);
        if (!commit.Expected.Accepts(head)) return new AppendResult.Conflict(commit.Expected, head.Version);
        if (commit.BrokenGuard(Head, guarded => [.. _streams[guarded.Stream].Where(c => c.PreviousVersion >= guarded.Version)]) is { } broken) return broken;
        var recorded = RecordedCommit.Following(LogHead(), head, commit);
        _log.Add(recorded);
        _commands.Add((commit.Stream, commit.Content.CommandId), recorded);
        if (!_streams.TryGetValue(commit.Stream, out var commits)) _streams.Add(commit.Stream, commits = []);
        commits.Add(recorded);
        return new AppendResult.Committed(recorded.Position, recorded.LastVersion, recorded.Hash);
    }

    StreamHead Head(StreamId stream) => _streams.TryGetValue(stream, out var commits) ? commits[^1].StreamHead : new(stream, 0, CommitHash.Zero);

    LogHead LogHead() => _log is [.., var last] ? last.LogHead : new(0, CommitHash.Zero);
}
