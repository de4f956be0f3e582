using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// Many rows in few statements, for projections: one statement per commit is what makes them slow. For any database that
/// knows <c>ON CONFLICT</c> and rows of values, such as SQLite and PostgreSQL. Names go into the SQL as they are: never
/// take them from data.
/// </summary>
public static class SqlRows
{
    // SQLite looks each parameter up among all of its statement, so the cost of a statement grows with their square: with 1,024 of them
    // a rebuild takes 1.7 times as long as with 128. PostgreSQL, for which each statement is a round trip, is as fast with 128.
    const int MostRows = 128, MostValues = 128;

    /// <summary>The rows that there are with some of these keys, in no order.</summary>
    /// <param name="transaction">Where.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">What is read, the key first.</param>
    /// <param name="keys">Keys, all of the same length: the table's, or only its first columns.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<object[]>> Find(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<object[]>();
        foreach (var some in Parts(keys, keys is [var first, ..] ? first.Length : 1))
        {
            await using var query = KeyCommand(transaction, $"SELECT {string.Join(", ", columns)} FROM {table} WHERE ", columns, some);
            await using var rows = await query.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var row = new object[columns.Count];
                rows.GetValues(row);
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>Inserts rows, or replaces the values of those that there are.</summary>
    /// <param name="transaction">Where.</param>
    /// <param name="table">The table; its primary key is that of <paramref name="columns"/>.</param>
    /// <param name="columns">What is written, the key first.</param>
    /// <param name="key">How many columns the key has.</param>
    /// <param name="rows">Values in the order of the columns; no two of the same key. Null is written as such.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task Upsert(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, int key, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var changes = string.Join(", ", columns.Skip(key).Select(c => $"{c} = excluded.{c}"));
        var conflict = $" ON CONFLICT ({string.Join(", ", columns.Take(key))}) DO {(changes.Length == 0 ? "NOTHING" : $"UPDATE SET {changes}")}";
        foreach (var some in Parts(rows, columns.Count))
        {
            await using var insert = Command(transaction, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ", some, Values, ", ", conflict);

            string Values(IReadOnlyList<string> names) => $"({string.Join(", ", names)})";
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Removes rows; nothing where there are none.</summary>
    /// <param name="transaction">Where.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns of the key.</param>
    /// <param name="keys">Keys.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task Delete(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var some in Parts(keys, columns.Count))
        {
            await using var delete = KeyCommand(transaction, $"DELETE FROM {table} WHERE ", columns, some);
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    static IEnumerable<T[]> Parts<T>(IReadOnlyList<T> rows, int width) => rows.Chunk(Math.Clamp(MostValues / Math.Max(1, width), 1, MostRows));

    // Not IN (VALUES …): PostgreSQL would read the whole table to join it.
    static DbCommand KeyCommand(DbTransaction transaction, string before, IReadOnlyList<string> columns, object[][] keys) => keys[0].Length == 1
        ? Command(transaction, $"{before}{columns[0]} IN (", keys, names => names[0], ", ", ")")
        : Command(transaction, before, keys, names => $"({string.Join(" AND ", names.Select((name, column) => $"{columns[column]} = {name}"))})", " OR ", "");

    static DbCommand Command(
        DbTransaction transaction, string before, IReadOnlyList<object?[]> rows, Func<IReadOnlyList<string>, string> term, string between, string after)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var (sql, names) = (new StringBuilder(before), new List<string>());
        foreach (var row in rows)
        {
            sql.Append(command.Parameters.Count == 0 ? "" : between);
            names.Clear();
            foreach (var value in row)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}"), value ?? DBNull.Value);
                command.Parameters.Add(parameter);
                names.Add(parameter.ParameterName);
            }

            sql.Append(term(names));
        }

        command.CommandText = sql.Append(after).ToString();
        return command;
    }
}
