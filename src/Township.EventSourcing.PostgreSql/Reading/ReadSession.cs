using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Reads on pooled connections. A broken connection, as all are after a restart of the server, is replaced.
/// </summary>
sealed class ReadSession(ServerPool pool, int maxReaders) : IDisposable
{
    // The wait for a free connection must not count against the server's time limit.
    readonly SemaphoreSlim _room = new(Math.Max(1, maxReaders));
    volatile bool _closed;

    // The pool may return several dead connections; the first failure makes it discard the others.
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

    /// <summary>Starts no more reads; running reads continue.</summary>
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
