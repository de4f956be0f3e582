using Microsoft.Extensions.Logging;

namespace Township.EventSourcing.PostgreSql;

/// <summary>Writes batches one after another, each in one transaction. Thread-safe.</summary>
sealed partial class BatchWriter(Databases databases, PostgreSqlStoreOptions options, SchemaName schema, ILogger log) : IAsyncDisposable
{
    readonly SemaphoreSlim _turn = new(1, 1);
    WriteSession? _session;
    StoreCorruptException? _corrupt;
    bool _closed;

    /// <summary>The process id of the write connection's server process, if connected. For tests that end it.</summary>
    internal int? ProcessId => _session?.ProcessId;

    internal Task<string?> Setting(string name) => _session?.Setting(name) ?? Task.FromResult<string?>(null);

    public async Task<IReadOnlyList<AppendResult>> Append(IReadOnlyList<Commit> batch, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return await AppendNow(batch);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            _closed = true;
            await GiveUpSession();
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<IReadOnlyList<AppendResult>> AppendNow(IReadOnlyList<Commit> batch)
    {
        if (_corrupt is not null) throw new StoreCorruptException(_corrupt.Message, _corrupt);
        try
        {
            _session ??= await WriteSession.Open(databases.Primary, options, schema, CancellationToken.None);
            return await _session.Append(batch);
        }
        catch (Exception e) when (e.IsOfDatabase())
        {
            var mayHaveCommitted = _session is { MayHaveCommitted: true } && !e.IsCleanRefusal();
            await GiveUpSession();
            throw Remembered(PostgreSqlFaults.While("appending", e, mayHaveCommitted));
        }
        catch (StoreCorruptException e)
        {
            await GiveUpSession();
            throw Remembered(e);
        }
        catch
        {
            await GiveUpSession();
            throw;
        }
    }

    async ValueTask GiveUpSession()
    {
        if (_session is not { } session) return;
        _session = null;
        // First, so that the connection is closed and not reused by readers, who expect other session settings.
        databases.Primary.Forget();
        await session.DisposeAsync();
    }

    EventStoreException Remembered(EventStoreException e)
    {
        if (e is StoreCorruptException corrupt) LogCorrupt(log, _corrupt = corrupt, schema);
        return e;
    }

    [LoggerMessage(LogLevel.Critical, "The store in schema '{Schema}' contradicts itself and accepts no appends until it is opened again; "
        + "verify its history first")]
    static partial void LogCorrupt(ILogger log, Exception fault, SchemaName schema);
}
