using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>A page of commits of a longer read.</summary>
/// <param name="Commits">The commits.</param>
/// <param name="IsLast">Whether this is the last page.</param>
/// <param name="End">The end of the source when the page was read; set only if <see cref="Sql"/> was given a query for it.</param>
readonly record struct CommitPage(IReadOnlyList<RecordedCommit> Commits, bool IsLast, long End = long.MaxValue)
{
    // A commit may have 4 MiB, so 256 of them would take a gigabyte. The server sums the sizes and cuts the page off.
    const int MaxBytes = CommitContent.MaxSize;

    /// <summary>Returns the SQL for rows of commits in an order, cut off at a number of bytes.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="source">The selection, from <c>FROM</c> on; its parameters begin at $2, and $1 is the maximum number of rows.</param>
    /// <param name="order">The order.</param>
    /// <param name="end">The query for the end of the source.</param>
    public static string Sql(SchemaName schema, string source, string order, string? end = null) => FormattableString.Invariant($"""
        SELECT {CommitRow.Columns}{(end is null ? "" : $", ({end})")} FROM (
            SELECT *, sum(octet_length(command_data) + octet_length(actor) + octet_length(facts) + octet_length(events))
                OVER (ORDER BY {order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bytes_before
            {source} ORDER BY {order} LIMIT $1
        ) c LEFT JOIN {schema}.streams s USING (stream_id)
        WHERE bytes_before IS NULL OR bytes_before < {MaxBytes}
        ORDER BY {order}
        """);

    public static async Task<CommitPage> Of(NpgsqlCommand query, int limit, CancellationToken cancellationToken)
    {
        var commits = new List<RecordedCommit>();
        var (bytes, end) = (0L, long.MaxValue);
        await using (var rows = await query.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                // Commits before a damaged row are returned; the next page begins with that row and fails.
                if (!CommitRow.TryRead(rows, out var commit, out var damage))
                    return commits is [] ? throw damage : new(commits, IsLast: false, end);
                if (rows.FieldCount > CommitRow.ColumnCount) end = rows.GetInt64(CommitRow.ColumnCount);
                commits.Add(commit);
                bytes += commit.Content.Size;
            }
        }

        return new(commits, IsLast: commits.Count < limit && bytes < MaxBytes, end);
    }
}
