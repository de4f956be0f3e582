using System.Data.Common;
using System.Globalization;

namespace Township.EventSourcing;

/// <summary>The dispatcher's queries and updates on a build's rows, in transactions that lock the subscription's record.</summary>
static class DeadlineRows
{
    /// <summary>
    /// Returns the rows that are due now, the earliest first, at most one per stream: the stream's earlier deadlines must be settled first.
    /// </summary>
    public static async Task<IReadOnlyList<DeadlineRow>> Due(
        DbTransaction transaction, string table, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        await using var query = Command(transaction,
            $"""
            SELECT {DeadlineRow.ColumnList} FROM {table} d
            WHERE try_at <= @now AND NOT EXISTS (
                SELECT 1 FROM {table} e WHERE e.stream = d.stream AND e.state IN ('pending', 'waiting') AND (e.due_at, e.position, e.name) < (d.due_at, d.position, d.name))
            ORDER BY try_at, position LIMIT {most.ToString(CultureInfo.InvariantCulture)}
            """, ("now", Micros.Of(now)));
        return await Read(query, cancellationToken);
    }

    /// <summary>
    /// Returns when the next row is to be sent after a moment, and the earliest due time of rows that wait to be sent
    /// again; null when there are none.
    /// </summary>
    public static async Task<(DateTimeOffset? Next, DateTimeOffset? WaitingSince)> Next(
        DbTransaction transaction, string table, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var query = Command(transaction,
            $"""
            SELECT (SELECT min(try_at) FROM {table} WHERE try_at > @now), (SELECT min(due_at) FROM {table} WHERE tried_at IS NOT NULL AND state = 'waiting')
            """, ("now", Micros.Of(now)));
        await using var row = await query.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (Moment(row.GetValue(0)), Moment(row.GetValue(1)));
    }

    /// <summary>Stores the results of sending. Rows that were set, revived or removed meanwhile stay as they are.</summary>
    public static async Task Note(
        DbTransaction transaction, string table, IReadOnlyList<DeadlineRow> tried, CancellationToken cancellationToken)
    {
        var stored = (await SqlRows.Find(transaction, table, DeadlineRow.Columns, [.. tried.Select(r => r.KeyValues)], cancellationToken))
            .Select(DeadlineRow.From).ToDictionary(row => row.Key, row => row.Position);
        object?[][] same = [
            .. tried.Where(r => stored.TryGetValue(r.Key, out var position) && position == r.Position).Select(r => r.Values)];
        await SqlRows.Upsert(transaction, table, DeadlineRow.Columns, DeadlineRow.KeyLength, same, cancellationToken);
    }

    /// <summary>Brings forward rows that were postponed by a clock that was ahead, to the time that they would get now.</summary>
    public static Task Recall(
        DbTransaction transaction, string table, DateTimeOffset now, DeadlineOptions options, CancellationToken cancellationToken) => Run(
        transaction,
        $"""
        UPDATE {table} SET try_at = CASE WHEN due_at > @now THEN due_at ELSE @now END
        WHERE tried_at IS NOT NULL AND try_at > due_at AND (state = 'waiting' AND try_at > @retry OR state = 'stuck' AND try_at > @stuck)
        """,
        cancellationToken, ("now", Micros.Of(now)), ("retry", Micros.Of(now + options.MaxRetryDelay)),
        ("stuck", Micros.Of(now + options.MaxStuckDelay)));

    /// <summary>Returns the number of rows that are not settled, and of those that are stuck.</summary>
    public static async Task<(long Open, long Stuck)> Count(DbTransaction transaction, string table, CancellationToken cancellationToken)
    {
        await using var query = Command(transaction,
            $"""
            SELECT (SELECT count(*) FROM {table} WHERE try_at IS NOT NULL), (SELECT count(*) FROM {table} WHERE tried_at IS NOT NULL AND state = 'stuck')
            """);
        await using var row = await query.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (Number(row.GetValue(0)), Number(row.GetValue(1)));
    }

    public static async Task Run(
        DbTransaction transaction, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        await using var command = Command(transaction, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static async Task<IReadOnlyList<DeadlineRow>> Read(DbCommand query, CancellationToken cancellationToken)
    {
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        var rows = new List<DeadlineRow>();
        var values = new object[DeadlineRow.Columns.Length];
        while (await reader.ReadAsync(cancellationToken))
        {
            reader.GetValues(values);
            rows.Add(DeadlineRow.From(values));
        }

        return rows;
    }

    static DbCommand Command(DbTransaction transaction, string sql, params (string Name, object Value)[] values) =>
        Command(transaction.Connection!, transaction, sql, values);

    public static DbCommand Command(
        DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Moment(object? value) => value is null or DBNull ? null : Micros.ToMoment(Number(value));
}
