using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The write connection and the state cached between batches. After any failure it is discarded as a whole, so that no wrong cached state
/// survives: after a failover, streams and ids seen before may be gone. The next batch reads the database.
/// </summary>
sealed class WriteSession : IAsyncDisposable
{
    readonly NpgsqlConnection _connection;
    readonly AppendCommand _append;
    readonly CarefulAppend _careful;
    readonly HeadCache _heads;
    readonly Dictionary<StreamId, KnownHead> _planned = [];
    readonly Dictionary<StreamId, StreamHead> _guarded = [];

    WriteSession(NpgsqlConnection connection, SchemaName schema, int cachedHeads)
    {
        (_connection, _append, _heads) = (connection, new(connection, schema), new(cachedHeads));
        ProcessId = connection.ProcessID;
        _careful = new(connection, _append, schema);
    }

    /// <summary>Whether the last append reached a point from which its transaction may have been committed.</summary>
    public bool MayHaveCommitted { get; private set; }

    internal int ProcessId { get; }

    internal async Task<string?> Setting(string name)
    {
        await using var query = CommitQueries.Query(_connection, "SELECT current_setting($1)", name);
        return (string?)await query.ExecuteScalarAsync();
    }

    public static async Task<WriteSession> Open(
        ServerPool primary, PostgreSqlStoreOptions options, SchemaName schema, CancellationToken cancellationToken)
    {
        var connection = await primary.Open(cancellationToken);
        try
        {
            await SessionSettings.Apply(connection, options.CommandTimeout, cancellationToken);
            var session = new WriteSession(connection, schema, options.CachedHeads);
            await session._append.Prepare(cancellationToken);
            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch)
    {
        MayHaveCommitted = false;
        if (batch.Count == 0) return [];
        var heads = Plan(batch);
        if (heads is not null && TryAppend() is { } appended) return Results(heads, appended);
        return await Carefully(batch);
    }

    public async ValueTask DisposeAsync()
    {
        await _append.DisposeAsync();
        await _connection.DisposeAsync();
    }

    // Returns the head after each commit when all commits can be expected to be stored; null when one cannot. Anything unknown here is left
    // to the server, which rejects the batch if the expectation is wrong.
    KnownHead[]? Plan(IReadOnlyList<Commit> batch)
    {
        _append.Clear();
        _planned.Clear();
        _guarded.Clear();
        var heads = new KnownHead[batch.Count];
        for (var i = 0; i < heads.Length; i++)
        {
            if (!MayHold(batch[i].Guards) || HeadFor(batch[i]) is not { } head) return null;
            _planned[batch[i].Stream] = heads[i] = _append.Add(head, batch[i]);
        }

        return heads;
    }

    KnownHead? HeadFor(Commit commit)
    {
        if (_planned.TryGetValue(commit.Stream, out var planned)) return commit.Expected.Accepts(planned.Head) ? planned : null;
        var cached = _heads.Find(commit.Stream);
        if (cached is not null && commit.Expected.Accepts(cached.Head)) return cached;
        if (commit.Expected.HeadOf(commit.Stream) is not { } expected) return null;
        // A stream keeps its id for ever, but when no stream is expected the server must look up the name.
        var head = new KnownHead(expected.Version > 0 && cached is not null ? cached.Key : _append.AddName(commit.Stream), expected);
        _append.AddHead(head);
        return head;
    }

    // Returns false when a stream is known to have moved on from a guard's head. The server must always check guards, whatever is cached
    // here: nothing is inserted into a guarded stream, so no index would reject a head that another silo has made stale.
    bool MayHold(IReadOnlyList<Guard> guards)
    {
        for (var i = 0; i < guards.Count; i++)
        {
            var head = guards[i].Head;
            if (_planned.TryGetValue(head.Stream, out var planned))
            {
                if (planned.Head != head) return false;
                continue;
            }

            if (_heads.Find(head.Stream) is { } seen && seen.Head.Version >= head.Version && seen.Head != head) return false;
            if (_guarded.TryAdd(head.Stream, head)) _append.AddGuard(head);
            else if (_guarded[head.Stream] != head) return false;
        }

        return true;
    }

    Appended? TryAppend()
    {
        try
        {
            MayHaveCommitted = true;
            return _append.Execute();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another writer has moved a stream on, or a command is already stored.
            return null;
        }
    }

    async Task<IReadOnlyList<AppendResult>> Carefully(IReadOnlyList<Commit> batch)
    {
        MayHaveCommitted = false;
        var results = await _careful.Append(batch, committing: () => MayHaveCommitted = true);
        foreach (var head in _careful.Heads) _heads.Set(head);
        return results;
    }

    AppendResult[] Results(KnownHead[] heads, Appended appended)
    {
        foreach (var head in _planned.Values) _heads.Set(head.Key < 0 ? head with { Key = appended.KeyOf(head.Key) } : head);
        var results = new AppendResult[heads.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = new AppendResult.Committed(appended.FirstPosition + i, heads[i].Head.Version, heads[i].Head.Hash);
        return results;
    }
}
