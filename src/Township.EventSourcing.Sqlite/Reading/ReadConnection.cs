using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>One connection for reading, with its prepared statements. Used by one read at a time.</summary>
/// <param name="connection">The connection, owned.</param>
/// <param name="quiet">What was seen of a database that nobody wrote to, when it was opened as such.</param>
sealed class ReadConnection(SqliteConnection connection, QuietDatabase? quiet = null) : IDisposable
{
    readonly Dictionary<string, Statement> _statements = [];

    public SqliteConnection Connection => connection;

    /// <summary>Whether somebody has begun to write to a database that was opened as one that nobody writes to.</summary>
    public bool IsStale => quiet is { StillQuiet: false };

    public Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new(connection, sql));
        return statement;
    }

    /// <summary>Several queries that see one state of the database.</summary>
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
