using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Subscriptions and their rows in a SQLite file of their own beside the store, so that they never block its writer. Everything in it can
/// be rebuilt from the store. Other processes may read it at any time with any SQLite client.
/// </summary>
/// <remarks>
/// The log is not synced at every transaction. After a power failure the newest transactions may be missing, rows and checkpoint
/// together, and are applied again.
/// </remarks>
public sealed class SqliteCheckpointStore : SqlCheckpointStore
{
    /// <summary>"TOWV": distinguishes these files from stores and from other applications' files.</summary>
    const int ApplicationId = 0x544F5756;

    readonly string _path;
    readonly bool _create;
    readonly TimeSpan _busyTimeout;
    readonly SemaphoreSlim _one = new(1);
    SqliteConnection? _connection;
    bool _closed;

    /// <summary>Creates a checkpoint store in a file. The file is opened on first use.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="create">Whether a missing file is created; if false, using the store throws a <see cref="StoreOpenException"/>.</param>
    /// <param name="busyTimeout">How long a transaction waits for another process. Default 5 s.</param>
    public SqliteCheckpointStore(string path, bool create = true, TimeSpan? busyTimeout = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (_path, _create, _busyTimeout) = (path, create, busyTimeout ?? TimeSpan.FromSeconds(5));
    }

    /// <inheritdoc />
    protected override string Description => $"'{_path}'";

    /// <inheritdoc />
    /// <remarks>A locked file, a full disk and I/O errors are transient; an invalid statement is not.</remarks>
    public override bool MayPass(Exception error) => error is StoreUnavailableException or SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN
            or raw.SQLITE_NOMEM or raw.SQLITE_INTERRUPT or raw.SQLITE_PROTOCOL,
    };

    /// <summary>
    /// Closes the file after the transaction in flight; waiting calls get an <see cref="ObjectDisposedException"/>.
    /// A second call does nothing.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, true)) return;
        await _one.WaitAsync();
        _connection?.Dispose();
        _connection = null;
        // Not disposed itself, because a waiting caller would then wait for ever.
        _one.Release();
    }

    /// <inheritdoc />
    protected override async Task<T> Connected<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        // SQLite has one writer at a time anyway; waiting here costs less than waiting for its lock.
        await _one.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return await work(_connection ??= Open());
        }
        catch (SqliteException)
        {
            _connection?.Dispose();
            _connection = null;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    SqliteConnection Open()
    {
        if (!_create && !File.Exists(_path)) throw new StoreOpenException($"There is no checkpoint store at '{_path}'.") { Chinese = $"没有统计表文件“{_path}”。" };
        if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { } folder) Directory.CreateDirectory(folder);
        var mode = _create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            _ = raw.sqlite3_busy_timeout(connection.Handle, (int)_busyTimeout.TotalMilliseconds);
            connection.DefaultTimeout = (int)Math.Ceiling(_busyTimeout.TotalSeconds);
            Identify(connection);
            connection.Run("PRAGMA synchronous=NORMAL");
            connection.Run("PRAGMA cache_size=-32768");
            return connection;
        }
        catch (SqliteException e) when (e.IsCorruption())
        {
            connection.Dispose();
            throw new StoreOpenException($"'{_path}' is not a checkpoint store: {e.Message}", e) { Chinese = $"“{_path}”不是统计表文件（{e.Message}）。" };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    void Identify(SqliteConnection connection)
    {
        var application = connection.Number("PRAGMA application_id");
        if (application == ApplicationId) return;
        if (!_create || application != 0 || connection.Number("SELECT count(*) FROM sqlite_schema") != 0)
            throw new StoreOpenException($"'{_path}' is not a checkpoint store.") { Chinese = $"“{_path}”不是统计表文件。" };
        if (connection.Text("PRAGMA journal_mode=WAL") is var journal && journal != "wal")
            throw new StoreOpenException(
                $"'{_path}' is on a file system without write-ahead logging (journal mode '{journal}'). Use a local disk.");
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}"));
    }
}
