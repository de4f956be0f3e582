using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>Some commits of a longer read.</summary>
/// <param name="Commits">The commits.</param>
/// <param name="IsLast">Whether there are no more.</param>
/// <param name="End">The end of what was read from, when the page was read; only where <see cref="Sql"/> was told how to ask.</param>
readonly record struct CommitPage(IReadOnlyList<RecordedCommit> Commits, bool IsLast, long End = long.MaxValue)
{
    // A commit may have 4 MiB: 256 of them at once would be a gigabyte. The server adds up and sends no more.
    const int MaxBytes = CommitContent.MaxSize;

    /// <summary>Rows of commits in an order, cut off where they become too many bytes.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="source">Which commits, from <c>FROM</c> on; parameters from $2 on, $1 being the most rows.</param>
    /// <param name="order">In which order.</param>
    /// <param name="end">The end of what is read from.</param>
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
                // What is readable before a damaged row is delivered; the next page begins with that row, and fails.
                if (!CommitRow.TryRead(rows, out var commit, out var damage)) return commits is [] ? throw damage : new(commits, IsLast: false, end);
                if (rows.FieldCount > CommitRow.ColumnCount) end = rows.GetInt64(CommitRow.ColumnCount);
                commits.Add(commit);
                bytes += commit.Content.Size;
            }
        }

        return new(commits, IsLast: commits.Count < limit && bytes < MaxBytes, end);
    }
}
