using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;

namespace Township;

/// <summary>
/// The live tables of read models, by their records, on an open connection of SQLite (Microsoft.Data.Sqlite) or PostgreSQL (Npgsql). Only
/// for reading.
/// </summary>
public sealed class ReadModelTables : IDisposable
{
    static readonly DataOptions Options = new DataOptions().UseMappingSchema(RowMapping.Schema);
    static readonly Lazy<IDataProvider> Sqlite = new(() => SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft));
    static readonly Lazy<IDataProvider> Postgres = new(() => PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15));

    readonly DataConnection _connection;

    /// <summary>The tables that a connection shows under their plain names. It stays the caller's.</summary>
    public ReadModelTables(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = new(Options.UseConnection((connection.GetType().Namespace == "Npgsql" ? Postgres : Sqlite).Value, connection, disposeConnection: false));
    }

    /// <summary>The rows of a table, of all townships.</summary>
    public IQueryable<TRow> Of<TRow>() where TRow : class => _connection.GetTable<TRow>();

    /// <summary>Leaves the connection open.</summary>
    public void Dispose() => _connection.Dispose();
}
