using System.Globalization;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The checks before a store is used. The whole hash chain is left to auditors, because checking it takes as long as reading everything.
/// </summary>
static class IntegrityCheck
{
    const int RecentCommits = 1000;

    // Redundant columns and tables are outside the hash chain.
    const string Contradictions = """
        SELECT 'there are ' || count(*) || ' commits, but the last position is ' || max(position) FROM {schema}.commits HAVING count(*) <> max(position)
        UNION ALL
        SELECT 'there are ' || count(*) || ' ids of the history' FROM {schema}.history HAVING count(*) <> 1
        UNION ALL
        (SELECT 'position ' || position || ' is there ' || count(*) || ' times' FROM {schema}.commits GROUP BY position HAVING count(*) > 1 LIMIT 100)
        UNION ALL
        (SELECT 'position ' || position || ': there is no stream ' || stream_id FROM {schema}.commits c
         WHERE NOT EXISTS (SELECT FROM {schema}.streams s WHERE s.stream_id = c.stream_id) LIMIT 100)
        UNION ALL
        (SELECT 'stream ' || name || ': its category is not ' || category FROM {schema}.streams
         WHERE left(name, length(category) + 1) <> category || '/' LIMIT 100)
        UNION ALL
        (SELECT 'stream ' || name || ': its id is not one of its category' FROM {schema}.streams s
         WHERE NOT EXISTS (SELECT FROM {schema}.categories c WHERE c.category_id = s.stream_id & 1023 AND c.name = s.category) LIMIT 100)
        UNION ALL
        (SELECT 'stream ' || name || ' has no commits' FROM {schema}.streams s
         WHERE NOT EXISTS (SELECT FROM {schema}.commits c WHERE c.stream_id = s.stream_id) LIMIT 100)
        """;

    /// <exception cref="StoreCorruptException">The data is inconsistent.</exception>
    public static async Task CheckHead(NpgsqlConnection connection, SchemaName schema, CancellationToken cancellationToken)
    {
        var queries = new CommitQueries(schema);
        var log = await queries.LogHead(connection, cancellationToken);
        if (log.Position == 0) return;
        await CheckPositions(connection, schema, log.Position, cancellationToken);
        var page = (await queries.LogPage(connection, log.Position - 2, log.Position, 2, cancellationToken)).Commits;
        var last = page[^1];
        if (last.Position != log.Position)
        {
            // Throws the reason why the commit cannot be read.
            _ = await queries.LogPage(connection, log.Position - 1, log.Position, 1, cancellationToken);
        }

        var logBefore = page.Count == 2 ? page[0].LogHash : CommitHash.Zero;
        if (!last.HasHashAfter(await StreamHashBefore(connection, queries, last, cancellationToken)))
            throw Fault(schema, $"the last commit (position {last.Position}, '{last.Stream}' version {last.LastVersion}) does not have the "
                + "hash that follows from its predecessor and its content");
        if (!last.LogHash.Equals(CommitHash.OfLog(logBefore, last.Position, last.Hash)))
            throw Fault(schema, $"the log hash of the last commit (position {last.Position}) does not follow from its predecessor");
    }

    /// <summary>Returns the faults outside the hash chain, at most some 400 lines.</summary>
    public static async Task<IReadOnlyList<string>> Findings(
        NpgsqlConnection connection, SchemaName schema, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Planning.ChooseFreely(transaction, cancellationToken);
        await using var query = CommitQueries.Query(connection, CommitQueries.In(schema, Contradictions));
        query.CommandTimeout = 0; // It reads the whole store.
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        var findings = new List<string>();
        while (await rows.ReadAsync(cancellationToken)) findings.Add(rows.GetString(0));
        return findings;
    }

    static async Task<CommitHash> StreamHashBefore(
        NpgsqlConnection connection, CommitQueries queries, RecordedCommit commit, CancellationToken cancellationToken)
    {
        if (commit.PreviousVersion == 0) return CommitHash.Zero;
        var before = (await queries.StreamPage(
            connection, commit.Stream, new(commit.PreviousVersion, commit.PreviousVersion), 1, cancellationToken)).Commits;
        return before is [var predecessor] && predecessor.LastVersion == commit.PreviousVersion
            ? predecessor.Hash
            : throw Fault(queries.Schema, $"'{commit.Stream}' has no commit that ends at version {commit.PreviousVersion}, "
                + $"on which position {commit.Position} builds");
    }

    static async Task CheckPositions(NpgsqlConnection connection, SchemaName schema, long last, CancellationToken cancellationToken)
    {
        var first = Math.Max(1, last - RecentCommits + 1);
        await using var query = CommitQueries.Query(
            connection, $"SELECT count(*) FROM {schema}.commits WHERE position BETWEEN $1 AND $2", first, last);
        var found = (long)(await query.ExecuteScalarAsync(cancellationToken))!;
        if (found != last - first + 1)
            throw Fault(schema,
                string.Create(
                    CultureInfo.InvariantCulture, $"there are {found} commits between positions {first} and {last}: some are missing"));
    }

    static StoreCorruptException Fault(SchemaName schema, string finding) =>
        new($"The history in schema '{schema}' is not consistent: {finding}.");
}
