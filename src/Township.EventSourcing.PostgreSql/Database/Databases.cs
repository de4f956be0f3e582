using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>The connection pools to the primary and, if configured, to replicas.</summary>
sealed class Databases : IAsyncDisposable
{
    const int DefaultBuffer = 8192, BatchBuffer = 256 * 1024, PageBuffer = 64 * 1024;

    Databases(ServerPool primary, ServerPool replica) => (Primary, Replica) = (primary, replica);

    /// <summary>The server that accepts writes.</summary>
    public ServerPool Primary { get; }

    /// <summary>The server for reads that may lag behind.</summary>
    public ServerPool Replica { get; }

    /// <param name="options">The store's options.</param>
    /// <param name="readOnly">Whether any readable server is sufficient as primary.</param>
    /// <exception cref="StoreOpenException">A connection string is not valid.</exception>
    public static Databases Of(PostgreSqlStoreOptions options, bool readOnly)
    {
        var primary = Pool(
            options.ConnectionString, options, readOnly ? TargetSessionAttributes.PreferPrimary : TargetSessionAttributes.Primary);
        return new(
            primary,
            options.ReplicaConnectionString is { } replica ? Pool(replica, options, TargetSessionAttributes.PreferStandby) : primary);
    }

    public async ValueTask DisposeAsync()
    {
        await Primary.DisposeAsync();
        if (Replica != Primary) await Replica.DisposeAsync();
    }

    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static NpgsqlConnectionStringBuilder Settings(string text)
    {
        try
        {
            return new(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreOpenException($"The connection string cannot be used: {e.Message}", e) { Chinese = $"连接字符串无效（{e.Message}）。" };
        }
    }

    static ServerPool Pool(string text, PostgreSqlStoreOptions options, TargetSessionAttributes target)
    {
        var builder = Builder(text, options.ConnectTimeout, options.CommandTimeout);
        // All readers, one writer, and one connection that migrates or checks.
        builder.ConnectionStringBuilder.MaxPoolSize = Math.Max(1, options.MaxReaders) + 2;
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException("Connections are opened asynchronously."), Planning.LookUpRowByRow);
        return new(builder.BuildMultiHost(), target);
    }

    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static NpgsqlDataSourceBuilder Builder(string text, TimeSpan connectTimeout, TimeSpan commandTimeout)
    {
        var builder = new NpgsqlDataSourceBuilder(Settings(text).ToString()) { Name = "township" };
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "township";
        settings.Timeout = Seconds(connectTimeout);
        settings.CommandTimeout = Seconds(commandTimeout);
        // After a timeout, the server is asked once to cancel, and this long for its answer.
        settings.CancellationTimeout = 500;
        if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (32, 2);
        // A batch has half a megabyte; sent in pieces of 8 KiB, it would wake the server's process sixty times.
        if (settings.WriteBufferSize == DefaultBuffer) settings.WriteBufferSize = BatchBuffer;
        if (settings.ReadBufferSize == DefaultBuffer) settings.ReadBufferSize = PageBuffer;
        // The reset takes seven statements between two uses of a connection, more work for the server than most queries.
        settings.NoResetOnClose = true;
        // The pool's purpose determines the kind of server.
        settings.TargetSessionAttributes = null;
        return builder;
    }

    static int Seconds(TimeSpan time) => (int)Math.Clamp(Math.Ceiling(time.TotalSeconds), 1, 3600);
}

/// <summary>Connections to the one of several servers that has the required role.</summary>
sealed class ServerPool(NpgsqlMultiHostDataSource servers, TargetSessionAttributes target) : IAsyncDisposable
{
    public ValueTask<NpgsqlConnection> Open(CancellationToken cancellationToken) => servers.OpenConnectionAsync(target, cancellationToken);

    /// <summary>
    /// Discards idle connections and the cached roles of the servers: after a failure both may be outdated, and Npgsql would check the
    /// roles only after ten seconds.
    /// </summary>
    public void Forget()
    {
        servers.Clear();
        servers.ClearDatabaseStates();
    }

    public ValueTask DisposeAsync() => servers.DisposeAsync();
}
