using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// A prepared statement, reused by one thread at a time. It works below SqliteCommand because the hash chain covers exact bytes: UTF-8 is
/// bound to and read from TEXT columns without conversion to a string.
/// </summary>
sealed class Statement : IDisposable
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        // Persistent, because the statement lives as long as its connection.
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _database);
    }

    public Statement Bind(int index, long value) => Checked(raw.sqlite3_bind_int64(_statement, index, value));

    public Statement Bind(int index, string value) => Checked(raw.sqlite3_bind_text(_statement, index, value));

    public Statement BindText(int index, ReadOnlySpan<byte> utf8) =>
        // The address of an empty span is null, which SQLite would take for NULL.
        utf8.IsEmpty ? Bind(index, "") : Checked(raw.sqlite3_bind_text(_statement, index, utf8));

    public Statement BindBlob(int index, ReadOnlySpan<byte> bytes) => Checked(raw.sqlite3_bind_blob(_statement, index, bytes));

    public Statement Bind(int index, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BindBlob(index, bytes);
    }

    /// <summary>Moves to the next row. When it returns false or throws, the statement is ready for its next use.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        try
        {
            if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, _database);
            return false;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>
    /// Runs a statement without rows. Returns <paramref name="expectedCode"/> instead of throwing when that is the result.
    /// </summary>
    public int Execute(int expectedCode = raw.SQLITE_DONE)
    {
        var code = raw.sqlite3_step(_statement);
        var extended = code is raw.SQLITE_DONE or raw.SQLITE_ROW ? raw.SQLITE_DONE : raw.sqlite3_extended_errcode(_database);
        try
        {
            if (extended != raw.SQLITE_DONE && extended != expectedCode) SqliteException.ThrowExceptionForRC(code, _database);
            return extended;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Resets the statement when disposed before the last row was read: <c>using (statement.Open())</c>.</summary>
    public Use Open() => new(this);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>Returns the bytes of a BLOB, or the UTF-8 bytes of a TEXT; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    void Reset() => _ = raw.sqlite3_reset(_statement); // Repeats the error of the last step, which has been dealt with.

    Statement Checked(int code)
    {
        SqliteException.ThrowExceptionForRC(code, _database);
        return this;
    }

    public readonly ref struct Use(Statement statement)
    {
        public void Dispose() => statement.Reset();
    }
}
