using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Township;

/// <summary>A read model's tables in a database in memory, fed by hand.</summary>
sealed class ReadModelDatabase : IDisposable
{
    readonly SqliteConnection _connection = new("Data Source=:memory:");
    readonly ReadModel _model;
    readonly IEventReader _store;
    readonly TableNames _names;

    ReadModelDatabase(ReadModel model, IEventReader store) => (_model, _store, _names) = (model, store, new(1, model.Tables));

    /// <summary>Up to where commits were applied.</summary>
    public long Position { get; private set; }

    public static async Task<ReadModelDatabase> With(ReadModel model, IEventReader? store = null)
    {
        var database = new ReadModelDatabase(model, store ?? new MemoryEventStore());
        await database._connection.OpenAsync();
        await database.Do(transaction => model.Create(transaction, database._names, default));
        return database;
    }

    public async Task Apply(IReadOnlyList<RecordedCommit> commits)
    {
        await Do(transaction => _model.Apply(transaction, _names, commits, _store, default));
        Position = commits[^1].Position;
    }

    /// <summary>Changes what is stored.</summary>
    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The columns of a table.</summary>
    public IReadOnlyList<string> Columns(string table) => [.. Read($"SELECT name FROM pragma_table_info('{_names[table]}') ORDER BY cid").Select(row => (string)row[0].Value!)];

    /// <summary>Every row of every table, as texts, by table and key; the folded states left out.</summary>
    public IReadOnlyList<string> Shown() =>
        [.. _model.RowTables.SelectMany(t => Read($"SELECT * FROM {_names[t.Name]} ORDER BY {string.Join(", ", t.ColumnNames.Take(t.Key))}").Select(row => RowFold.Show(t.Name, row)))];

    public void Dispose() => _connection.Dispose();

    async Task Do(Func<DbTransaction, Task> work)
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        await work(transaction);
        await transaction.CommitAsync();
    }

    List<IReadOnlyList<(string Column, object? Value)>> Read(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<IReadOnlyList<(string, object?)>>();
        while (rows.Read()) found.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => (rows.GetName(i), (object?)rows.GetValue(i)))]);
        return found;
    }
}
