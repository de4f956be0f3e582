using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>Queries for commits on one connection.</summary>
sealed class CommitQueries(SchemaName schema)
{
    const string InStream = "stream_id = (SELECT stream_id FROM {schema}.streams WHERE name = $2)";

    // The first requested commit is the one that contains version $3: the last one that begins before it.
    const string InRange = "FROM {schema}.commits WHERE " + InStream
        + " AND previous_version >= coalesce((SELECT max(previous_version) FROM {schema}.commits WHERE " + InStream
        + " AND previous_version < $3), 0) AND previous_version + event_count >= $3 AND previous_version < $4";

    // Pairs, not single numbers: only the index of categories has them in this order, so that no plan can scan all positions instead.
    const string OfCategories = """
        FROM (
            SELECT next.* FROM {schema}.categories category CROSS JOIN LATERAL (
                SELECT * FROM {schema}.commits
                WHERE (stream_id & 1023, position) > (category.category_id, $2) AND (stream_id & 1023, position) <= (category.category_id, $3)
                ORDER BY stream_id & 1023, position LIMIT $1
            ) next WHERE category.name = ANY ($4)
        ) commits
        """;

    const string EndOfStream =
        "SELECT previous_version + event_count FROM {schema}.commits WHERE " + InStream + " ORDER BY previous_version DESC LIMIT 1";

    /// <summary>For each existing stream of the array $1 of names: its index in the array, id, version and hash.</summary>
    public const string HeadsOfStreams = """
        SELECT n.ordinality, s.stream_id, c.previous_version + c.event_count, c.hash
        FROM unnest($1) WITH ORDINALITY n (name) JOIN {schema}.streams s USING (name) CROSS JOIN LATERAL (
            SELECT previous_version, event_count, hash FROM {schema}.commits WHERE stream_id = s.stream_id ORDER BY previous_version DESC LIMIT 1
        ) c
        """;

    readonly string
        _forward = In(schema, CommitPage.Sql(schema, InRange, "previous_version", EndOfStream)),
        _backward = In(schema, CommitPage.Sql(schema, InRange, "previous_version DESC")),
        _log = In(schema, CommitPage.Sql(schema, "FROM {schema}.commits WHERE position > $2 AND position <= $3", "position")),
        _ofCategories = In(schema, CommitPage.Sql(schema, OfCategories, "position")),
        _ends = In(schema, """
            SELECT position, log_hash, (SELECT log_hash FROM {schema}.commits WHERE position = $1) FROM {schema}.commits ORDER BY position DESC LIMIT 1
            """),
        _news = In(schema, """
            SELECT position, hash, ARRAY(
                SELECT name FROM {schema}.categories WHERE category_id = ANY (ARRAY(
                    SELECT DISTINCT stream_id & 1023 FROM {schema}.commits WHERE position > $1 AND position <= last.position)))
            FROM (SELECT position, hash FROM {schema}.commits WHERE position > $1 ORDER BY position DESC LIMIT 1) last
            WHERE octet_length($2) = 0 OR (SELECT hash FROM {schema}.commits WHERE position = $1) = $2
            """),
        _headsOfStreams = In(schema, HeadsOfStreams),
        _history = In(schema, "SELECT id FROM {schema}.history"),
        _headOfLog = In(schema, "SELECT position, log_hash FROM {schema}.commits ORDER BY position DESC LIMIT 1"),
        _command = In(schema, $"""
            SELECT {CommitRow.Columns} FROM {schema}.commits c JOIN {schema}.streams s USING (stream_id) WHERE s.name = $1 AND c.command_id = $2
            """),
        // Names begin with a letter, so all of them lie between "" and "{".
        _streams = In(schema, """
            SELECT s.name, c.previous_version + c.event_count, c.hash FROM {schema}.streams s CROSS JOIN LATERAL (
                SELECT previous_version, event_count, hash FROM {schema}.commits
                WHERE stream_id = s.stream_id AND position <= $1 ORDER BY previous_version DESC LIMIT 1
            ) c WHERE s.name > $2 AND s.name < $3 ORDER BY s.name LIMIT $4
            """);

    public SchemaName Schema => schema;

    /// <summary>Returns heads in the order of the streams; null for a head that cannot be read.</summary>
    public async Task<IReadOnlyList<StreamHead?>> Heads(
        NpgsqlConnection connection, IReadOnlyList<StreamId> streams, CancellationToken cancellationToken)
    {
        StreamHead?[] heads = [.. streams.Select(s => new StreamHead(s, 0, CommitHash.Zero))];
        await using var query = Query(connection, _headsOfStreams, (object)streams.Select(s => s.ToString()).ToArray());
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var number = (int)rows.GetInt64(0) - 1;
            heads[number] = CommitRow.TryReadHash(rows, 3) is { } hash ? new(streams[number], rows.GetInt64(2), hash) : null;
        }

        return heads;
    }

    public async Task<HistoryId?> History(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _history);
        return await query.ExecuteScalarAsync(cancellationToken) is Guid id ? new(id) : null;
    }

    public async Task<LogHead> LogHead(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _headOfLog);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new(rows.GetInt64(0), CommitRow.Hash(rows, 1)) : new(0, CommitHash.Zero);
    }

    /// <summary>Returns the last position. Unlike <see cref="LogHead"/>, it also works when the last commit is damaged.</summary>
    public async Task<long> LogEnd(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _headOfLog);
        return await query.ExecuteScalarAsync(cancellationToken) is long number ? number : 0;
    }

    public async Task<RecordedCommit?> Find(
        NpgsqlConnection connection, StreamId stream, Guid commandId, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _command, stream.ToString(), commandId);
        return (await CommitPage.Of(query, 1, cancellationToken)).Commits is [var commit] ? commit : null;
    }

    public async Task<CommitPage> StreamPage(
        NpgsqlConnection connection, StreamId stream, StreamRange range, int limit, CancellationToken cancellationToken)
    {
        await using var query = Query(
            connection, range.Backward ? _backward : _forward, (long)Math.Min(limit, range.Limit), stream.ToString(), range.From, range.To);
        return await CommitPage.Of(query, limit, cancellationToken);
    }

    public async Task<CommitPage> LogPage(NpgsqlConnection connection, long after, long end, int limit, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _log, (long)limit, after, end);
        return await CommitPage.Of(query, limit, cancellationToken);
    }

    public async Task<LogSlice> Slice(
        NpgsqlConnection connection, long after, EquatableList<string> categories, int limit, CancellationToken cancellationToken)
    {
        // The end is read first: commits appended meanwhile are left to the next slice.
        var (from, end) = await Ends(connection, after, cancellationToken);
        if (from is null || end.Position == after) return new([], from, end, IsLast: true);
        await using var query = Query(connection, _ofCategories, (long)limit, after, end.Position, categories.ToArray());
        var page = await CommitPage.Of(query, limit, cancellationToken);
        return page.IsLast ? new(page.Commits, from, end, true) : new(page.Commits, from, page.Commits[^1].LogHead, false);
    }

    async Task<(LogHead? From, LogHead End)> Ends(NpgsqlConnection connection, long after, CancellationToken cancellationToken)
    {
        var beginning = new LogHead(0, CommitHash.Zero);
        await using var query = Query(connection, _ends, after);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        if (!await rows.ReadAsync(cancellationToken)) return (after == 0 ? beginning : null, beginning);
        var from = after == 0 ? beginning : rows.IsDBNull(2) ? null : new LogHead(after, CommitRow.Hash(rows, 2));
        return (from, new(rows.GetInt64(0), CommitRow.Hash(rows, 1)));
    }

    public async Task<LogStretch?> News(NpgsqlConnection connection, long after, CommitHash? hash, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _news, after, hash?.Span.ToArray() ?? []);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken)
            ? new(after, new(rows.GetInt64(0), CommitRow.Hash(rows, 1)), rows.GetFieldValue<string[]>(2))
            : null;
    }

    public async Task<List<StreamHead>> StreamHeads(
        NpgsqlConnection connection, long end, string after, string before, int limit, CancellationToken cancellationToken)
    {
        await using var query = Query(connection, _streams, end, after, before, (long)limit);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        var heads = new List<StreamHead>();
        while (await rows.ReadAsync(cancellationToken))
            heads.Add(new(CommitRow.Stream(rows, 0), rows.GetInt64(1), CommitRow.Hash(rows, 2)));
        return heads;
    }

    public static NpgsqlCommand Query(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var query = new NpgsqlCommand(sql, connection);
        foreach (var value in values) query.Parameters.Add(new() { Value = value });
        return query;
    }

    public static string In(SchemaName schema, string sql) => sql.Replace("{schema}", schema.ToString(), StringComparison.Ordinal);
}
