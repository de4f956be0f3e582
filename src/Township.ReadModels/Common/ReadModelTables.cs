using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;

namespace Township;

/// <summary>
/// The live tables of read models as records, on an open connection to SQLite (Microsoft.Data.Sqlite) or PostgreSQL (Npgsql). Read-only.
/// </summary>
public sealed class ReadModelTables : IDisposable
{
    static readonly DataOptions Options = new DataOptions().UseMappingSchema(RowMapping.Schema);
    static readonly Lazy<IDataProvider> Sqlite = new(() => SQLiteTools.GetDataProvider(SQLiteProvider.Microsoft));
    static readonly Lazy<IDataProvider> Postgres = new(() => PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15));

    readonly DataConnection _connection;

    /// <summary>
    /// Creates an instance for the tables that a connection shows under their plain names. The caller keeps ownership of the connection.
    /// </summary>
    public ReadModelTables(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = new(
            Options.UseConnection(
                (connection.GetType().Namespace == "Npgsql" ? Postgres : Sqlite).Value, connection, disposeConnection: false));
    }

    /// <summary>Returns the rows of a table, of all townships.</summary>
    public IQueryable<TRow> Of<TRow>() where TRow : class => _connection.GetTable<TRow>();

    /// <summary>Releases the instance. The connection stays open.</summary>
    public void Dispose() => _connection.Dispose();
}
