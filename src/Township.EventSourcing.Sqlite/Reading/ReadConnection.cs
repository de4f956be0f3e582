using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>A read connection with its prepared statements. Used by one read at a time.</summary>
/// <param name="connection">The connection, owned.</param>
/// <param name="quiet">The recorded state of a database that was opened as immutable; null for other connections.</param>
sealed class ReadConnection(SqliteConnection connection, QuietDatabase? quiet = null) : IDisposable
{
    readonly Dictionary<string, Statement> _statements = [];

    public SqliteConnection Connection => connection;

    /// <summary>Whether a writer has started on a database that was opened as immutable.</summary>
    public bool IsStale => quiet is { StillQuiet: false };

    public Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new(connection, sql));
        return statement;
    }

    /// <summary>Runs several queries on one snapshot of the database.</summary>
    public T InSnapshot<T>(Func<T> read)
    {
        Prepared("BEGIN DEFERRED").Execute();
        try
        {
            return read();
        }
        finally
        {
            Prepared("COMMIT").Execute();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
