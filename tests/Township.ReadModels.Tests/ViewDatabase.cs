using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Township;

/// <summary>A view's tables in a database in memory, fed by hand.</summary>
sealed class ViewDatabase : IDisposable
{
    readonly SqliteConnection _connection = new("Data Source=:memory:");
    readonly IProjection<DbTransaction> _view;
    readonly TableNames _names;

    ViewDatabase(IProjection<DbTransaction> view) => (_view, _names) = (view, new(1, view.Tables));

    public static async Task<ViewDatabase> With(IProjection<DbTransaction> view)
    {
        var database = new ViewDatabase(view);
        await database._connection.OpenAsync();
        await database.Do(transaction => view.Create(transaction, database._names, default));
        return database;
    }

    public Task Apply(IReadOnlyList<RecordedCommit> commits) => Do(transaction => _view.Apply(transaction, _names, commits, default));

    /// <summary>The columns of a table.</summary>
    public IReadOnlyList<string> Columns(string table) => [.. Read($"SELECT name FROM pragma_table_info('{_names[table]}') ORDER BY cid").Select(row => (string)row[0])];

    /// <summary>Every row of every table, as texts, in a fixed order.</summary>
    public IReadOnlyList<string> Rows() => [.. _view.Tables.SelectMany(t => Read($"SELECT * FROM {_names[t]}").Select(row => $"{t} {string.Join("|", row)}")).Order(StringComparer.Ordinal)];

    public void Dispose() => _connection.Dispose();

    async Task Do(Func<DbTransaction, Task> work)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        await work(transaction);
        await transaction.CommitAsync();
    }

    List<object[]> Read(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<object[]>();
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            found.Add(values);
        }

        return found;
    }
}
