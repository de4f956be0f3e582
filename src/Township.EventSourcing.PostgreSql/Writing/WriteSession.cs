using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The write connection with what is remembered between batches. After any failure it is thrown away as a whole, and with it
/// everything that could be wrong in memory: after a failover there may be streams and ids no more that were seen before. The next
/// batch starts on what the database says.
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

    /// <summary>Whether the last append reached a point from which its transaction may have ended well.</summary>
    public bool MayHaveCommitted { get; private set; }

    internal int ProcessId { get; }

    internal async Task<string?> Setting(string name)
    {
        await using var query = CommitQueries.Query(_connection, "SELECT current_setting($1)", name);
        return (string?)await query.ExecuteScalarAsync();
    }

    public static async Task<WriteSession> Open(ServerPool primary, PostgreSqlStoreOptions options, SchemaName schema, CancellationToken cancellationToken)
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

    // Heads after each commit when all of them can be expected to be stored; null as soon as one cannot. What is not
    // known here is left to the server, which fails the batch where this is wrong.
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
        // An id belongs to a stream for ever, but where no stream is expected the server must see the name.
        var head = new KnownHead(expected.Version > 0 && cached is not null ? cached.Key : _append.AddName(commit.Stream), expected);
        _append.AddHead(head);
        return head;
    }

    // False when a stream is known to have left a guard's head. However well the others are known here, the server must
    // look: nothing is inserted into a guarded stream, so that no index could refuse what another silo has made stale.
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
            // Another writer has moved a stream on, or a command is there already.
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
