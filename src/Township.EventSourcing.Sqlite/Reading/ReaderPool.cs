using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// A bounded pool of read connections. Reads run on the caller's thread, because reading a page from the page cache takes less time than a
/// thread switch. Thread-safe.
/// </summary>
sealed class ReaderPool(string path, int size, Func<ReadConnection> open) : IDisposable
{
    readonly SemaphoreSlim _room = new(size);
    readonly ConcurrentStack<ReadConnection> _idle = [];
    volatile bool _closed;

    public async ValueTask<T> Read<T>(Func<ReadConnection, T> read, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return ReadNow(read);
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var connection)) connection.Dispose();
    }

    T ReadNow<T>(Func<ReadConnection, T> read)
    {
        while (true)
        {
            var connection = Take();
            var healthy = false;
            try
            {
                var result = read(connection);
                healthy = !connection.IsStale;
                if (healthy) return result;
            }
            catch (Exception e) when (e is SqliteException or StoreCorruptException && connection.IsStale)
            {
                // A database that changed under an immutable connection can look damaged, so read again.
            }
            catch (SqliteException e)
            {
                throw SqliteFaults.While("reading", path, e);
            }
            finally
            {
                if (healthy) Return(connection);
                else connection.Dispose();
            }
        }
    }

    ReadConnection Take()
    {
        try
        {
            return _idle.TryPop(out var connection) ? connection : open();
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.While("opening it for reading", path, e);
        }
    }

    void Return(ReadConnection connection)
    {
        _idle.Push(connection);
        // The pool was closed meanwhile, so this call disposes the connection.
        if (_closed) Dispose();
    }
}
