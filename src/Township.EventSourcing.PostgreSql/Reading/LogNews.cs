using System.Collections.Concurrent;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Tells what is new in the log. The server gives ids of streams, a fifth of the work of looking up each one's category there;
/// most of them have been asked for before.
/// </summary>
sealed class LogNews(SchemaName schema, ServerPool pool)
{
    const int MostKept = 100_000;

    readonly string
        _streams = CommitQueries.In(schema, """
            SELECT position, hash, ARRAY(SELECT stream_id FROM {schema}.commits WHERE position > $1 AND position <= last.position)
            FROM (SELECT position, hash FROM {schema}.commits WHERE position > $1 ORDER BY position DESC LIMIT 1) last
            WHERE octet_length($2) = 0 OR (SELECT hash FROM {schema}.commits WHERE position = $1) = $2
            """),
        _categories = CommitQueries.In(schema, "SELECT stream_id, category FROM {schema}.streams WHERE stream_id = ANY ($1)");

    // An id belongs to a stream for ever, unless a fail-over loses it and gives it to another one: whatever server comes
    // then, connections to it are new.
    readonly ConcurrentDictionary<long, string> _kept = [];
    int _opened;

    public async Task<LogStretch?> After(NpgsqlConnection connection, long position, CommitHash? hash, CancellationToken cancellationToken)
    {
        if (await Read(connection, position, hash, cancellationToken) is not var (last, streams)) return null;
        if (Interlocked.Exchange(ref _opened, pool.Opened) is var before && (before != _opened || _kept.Count > MostKept)) _kept.Clear();
        long[] unknown = [.. streams.Where(s => !_kept.ContainsKey(s)).Distinct()];
        if (unknown.Length > 0) await LookUp(connection, unknown, cancellationToken);
        // One that is not there has been damaged: whoever reads it will say so.
        return new(position, last, [.. streams.Select(s => _kept.GetValueOrDefault(s, "")).Distinct()]);
    }

    async Task<(LogMark Last, long[] Streams)?> Read(NpgsqlConnection connection, long position, CommitHash? hash, CancellationToken cancellationToken)
    {
        await using var query = CommitQueries.Query(connection, _streams, position, hash?.Span.ToArray() ?? []);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? (new(rows.GetInt64(0), CommitRow.Hash(rows, 1)), rows.GetFieldValue<long[]>(2)) : null;
    }

    async Task LookUp(NpgsqlConnection connection, long[] streams, CancellationToken cancellationToken)
    {
        await using var query = CommitQueries.Query(connection, _categories, streams);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) _kept[rows.GetInt64(0)] = rows.GetString(1);
    }
}
