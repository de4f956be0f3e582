using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Reads on connections of a pool. A connection that turns out to be broken, as all of them are after the server
/// was restarted, is replaced.
/// </summary>
sealed class ReadSession(ServerPool pool, int maxReaders) : IDisposable
{
    // Waiting for one's turn is not waiting for the server: it must not count against the time in which that has to answer.
    readonly SemaphoreSlim _room = new(Math.Max(1, maxReaders));
    volatile bool _closed;

    // The pool may hand out several dead connections one after the other; the first failure makes it forget the rest.
    const int Attempts = 2;

    public async Task<T> Read<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(PostgreSqlEventReader));
            return await ReadNow(read, cancellationToken);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Begins no more reads; those that have begun end as they would.</summary>
    public void Dispose() => _closed = true;

    async Task<T> ReadNow<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await pool.Open(cancellationToken);
                return await read(connection, cancellationToken);
            }
            catch (Exception e) when (e.IsOfDatabase() && attempt < Attempts && IsBroken(e))
            {
                pool.Forget();
            }
            catch (Exception e) when (e.IsOfDatabase() && !cancellationToken.IsCancellationRequested)
            {
                throw PostgreSqlFaults.While("reading", e);
            }
        }
    }

    static bool IsBroken(Exception e) => !e.IsCleanRefusal() && e.InnerException is not TimeoutException;
}
