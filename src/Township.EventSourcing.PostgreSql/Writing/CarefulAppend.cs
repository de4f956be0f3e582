using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Appends a batch of which some commits may not be storable: takes the append lock first, reads the current state, and decides commit by
/// commit. It takes two more round trips, but no other writer can interfere, so it cannot fail again for the same reason.
/// </summary>
sealed class CarefulAppend(NpgsqlConnection connection, AppendCommand append, SchemaName schema)
{
    readonly Dictionary<StreamId, KnownHead> _heads = [];
    readonly Dictionary<(StreamId, Guid), RecordedCommit?> _commands = [];
    readonly CommitQueries _queries = new(schema);
    readonly GuardedStreams _guarded = new(connection, schema);

    readonly string
        _headsOfStreams = CommitQueries.In(schema, CommitQueries.HeadsOfStreams),
        _commandsOfStreams = CommitQueries.In(schema, $$"""
            SELECT {{CommitRow.Columns}} FROM unnest($1, $2) n (name, command_id) JOIN {schema}.streams s USING (name)
            JOIN {schema}.commits c ON c.command_id = n.command_id AND c.stream_id = s.stream_id
            """);

    /// <summary>The stored heads of all streams of the last batch, including guarded ones.</summary>
    public IEnumerable<KnownHead> Heads => _heads.Values.Where(h => h.Key > 0);

    public async Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, Action committing)
    {
        append.Clear();
        _heads.Clear();
        _commands.Clear();
        await using var transaction = await connection.BeginTransactionAsync();
        await Look(batch);
        await _guarded.Read(batch.SelectMany(c => c.Guards).Select(g => g.Head), s => HeadOf(s).Head);
        var results = batch.Select(Decide).ToArray();
        if (append.Count > 0)
        {
            var appended = await Execute();
            foreach (var (stream, head) in _heads) _heads[stream] = head.Key < 0 ? head with { Key = appended.KeyOf(head.Key) } : head;
            for (int i = 0, position = 0; i < results.Length; i++)
                if (results[i] is AppendResult.Committed committed)
                    results[i] = committed with { Position = appended.FirstPosition + position++ };
        }

        for (var i = 0; i < results.Length; i++) results[i] ??= await Repeated(batch[i]);
        if (append.Count > 0) committing();
        await transaction.CommitAsync();
        return results!;
    }

    async Task Look(IReadOnlyList<Commit> batch)
    {
        StreamId[] streams = [.. batch.SelectMany(c => c.Guards.Select(g => g.Head.Stream).Prepend(c.Stream)).Distinct()];
        await using var queries = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"SELECT {schema}.take_turn()"),
                new(_headsOfStreams) { Parameters = { new() { Value = streams.Select(s => s.ToString()).ToArray() } } },
                new(_commandsOfStreams)
                {
                    Parameters = { new() { Value = batch.Select(c => c.Stream.ToString()).ToArray() },
                        new() { Value = batch.Select(c => c.Content.CommandId).ToArray() } },
                },
            },
        };
        await using var rows = await queries.ExecuteReaderAsync();
        await rows.NextResultAsync();
        while (await rows.ReadAsync())
        {
            var stream = streams[rows.GetInt64(0) - 1];
            _heads[stream] = new(rows.GetInt64(1), new(stream, rows.GetInt64(2), CommitRow.Hash(rows, 3)));
        }

        await rows.NextResultAsync();
        while (await rows.ReadAsync())
        {
            if (!CommitRow.TryRead(rows, out var commit, out var damage)) throw damage;
            _commands[(commit.Stream, commit.Content.CommandId)] = commit;
        }
    }

    // Returns null for a command that is already stored.
    AppendResult? Decide(Commit commit)
    {
        var command = (commit.Stream, commit.Content.CommandId);
        if (_commands.ContainsKey(command)) return null;
        var head = HeadOf(commit.Stream);
        if (!commit.Expected.Accepts(head.Head)) return new AppendResult.Conflict(commit.Expected, head.Head.Version);
        if (commit.BrokenGuard(s => HeadOf(s).Head, _guarded.Since) is { } broken) return broken;
        _guarded.Add(head.Head, commit);
        if (head.Key == 0) head = head with { Key = append.AddName(commit.Stream) };
        _heads[commit.Stream] = head = append.Add(head, commit);
        _commands[command] = null; // Stored with this very batch, should it come once more.
        return new AppendResult.Committed(0, head.Head.Version, head.Head.Hash);
    }

    KnownHead HeadOf(StreamId stream) => _heads.GetValueOrDefault(stream) ?? new(0, new(stream, 0, CommitHash.Zero));

    async Task<Appended> Execute()
    {
        try
        {
            return append.Execute() ?? throw new StoreCorruptException("The database rejects stream heads that it has just returned.");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new StoreCorruptException($"The database rejects a batch that is consistent with what it returns: {e.MessageText}", e);
        }
    }

    async Task<AppendResult> Repeated(Commit commit)
    {
        var original = _commands[(commit.Stream, commit.Content.CommandId)]
            ?? await _queries.Find(connection, commit.Stream, commit.Content.CommandId, CancellationToken.None)
            ?? throw new StoreCorruptException(
                $"The command {commit.Content.CommandId} of '{commit.Stream}' is reported as stored, but cannot be found.");
        return original.IsOfCommand(commit.Content) ? new AppendResult.Duplicate(original) : new AppendResult.IdReused(original);
    }
}
