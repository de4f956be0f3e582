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
    // Statements of a few sizes only, so that databases know them again; and SQLite and PostgreSQL count parameters.
    const int MostRows = 64, MostValues = 8192;

    /// <summary>The rows that there are with some of these keys, in no order.</summary>
    /// <param name="transaction">Where.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">What is read, the key first.</param>
    /// <param name="keys">Keys; each as long as the table's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<object[]>> Find(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<object[]>();
        foreach (var some in Parts(keys, keys is [var first, ..] ? first.Length : 1))
        {
            var key = string.Join(", ", columns.Take(some[0].Length));
            await using var query = Command(transaction, $"SELECT {string.Join(", ", columns)} FROM {table} WHERE ({key}) IN (VALUES ", some, ")");
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
            await using var insert = Command(transaction, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ", some, conflict);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // 100 rows as 64, 32 and 4.
    static IEnumerable<IReadOnlyList<T>> Parts<T>(IReadOnlyList<T> rows, int width)
    {
        for (var (done, size) = (0, MostRows); done < rows.Count;)
        {
            while (size > 1 && (size > rows.Count - done || size * width > MostValues)) size /= 2;
            yield return [.. rows.Skip(done).Take(size)];
            done += size;
        }
    }

    static DbCommand Command(DbTransaction transaction, string before, IReadOnlyList<object?[]> rows, string after)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var (sql, number) = (new StringBuilder(before), 0);
        foreach (var row in rows)
        {
            sql.Append(number == 0 ? "(" : ", (");
            for (var column = 0; column < row.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{++number}");
                parameter.Value = row[column] ?? DBNull.Value;
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }

            sql.Append(')');
        }

        command.CommandText = sql.Append(after).ToString();
        return command;
    }
}
