using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>The pools of connections: to the primary, and to replicas where there are some.</summary>
sealed class Databases : IAsyncDisposable
{
    const int DefaultBuffer = 8192, BatchBuffer = 256 * 1024, PageBuffer = 64 * 1024;

    Databases(ServerPool primary, ServerPool replica) => (Primary, Replica) = (primary, replica);

    /// <summary>The server that takes writes.</summary>
    public ServerPool Primary { get; }

    /// <summary>For reads that may end a little earlier.</summary>
    public ServerPool Replica { get; }

    /// <param name="options">Where.</param>
    /// <param name="readOnly">Whether any server will do that can be read.</param>
    /// <exception cref="StoreOpenException">A connection string is none.</exception>
    public static Databases Of(PostgreSqlStoreOptions options, bool readOnly)
    {
        var primary = Pool(options.ConnectionString, options, readOnly ? TargetSessionAttributes.PreferPrimary : TargetSessionAttributes.Primary);
        return new(primary, options.ReplicaConnectionString is { } replica ? Pool(replica, options, TargetSessionAttributes.PreferStandby) : primary);
    }

    public async ValueTask DisposeAsync()
    {
        await Primary.DisposeAsync();
        if (Replica != Primary) await Replica.DisposeAsync();
    }

    /// <exception cref="StoreOpenException">The connection string is none.</exception>
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
        // Those that read, one that writes, and one that migrates or checks.
        builder.ConnectionStringBuilder.MaxPoolSize = Math.Max(1, options.MaxReaders) + 2;
        builder.UsePhysicalConnectionInitializer(_ => throw new NotSupportedException("Connections are opened asynchronously."), Planning.LookUpRowByRow);
        return new(builder.BuildMultiHost(), target);
    }

    /// <exception cref="StoreOpenException">The connection string is none.</exception>
    public static NpgsqlDataSourceBuilder Builder(string text, TimeSpan connectTimeout, TimeSpan commandTimeout)
    {
        var builder = new NpgsqlDataSourceBuilder(Settings(text).ToString()) { Name = "township" };
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "township";
        settings.Timeout = Seconds(connectTimeout);
        settings.CommandTimeout = Seconds(commandTimeout);
        // After a timeout the server is asked once to stop, and not waited for much longer.
        settings.CancellationTimeout = 500;
        if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (32, 2);
        // A batch has half a megabyte: sent in pieces of 8 KiB it wakes the server's process sixty times.
        if (settings.WriteBufferSize == DefaultBuffer) settings.WriteBufferSize = BatchBuffer;
        if (settings.ReadBufferSize == DefaultBuffer) settings.ReadBufferSize = PageBuffer;
        // Seven statements between any two uses of a connection cost the server more than most of what it is asked.
        settings.NoResetOnClose = true;
        // Which kind of server is wanted follows from what it is wanted for.
        settings.TargetSessionAttributes = null;
        return builder;
    }

    static int Seconds(TimeSpan time) => (int)Math.Clamp(Math.Ceiling(time.TotalSeconds), 1, 3600);
}

/// <summary>Connections to whichever of several servers plays a part.</summary>
sealed class ServerPool(NpgsqlMultiHostDataSource servers, TargetSessionAttributes target) : IAsyncDisposable
{
    public ValueTask<NpgsqlConnection> Open(CancellationToken cancellationToken) => servers.OpenConnectionAsync(target, cancellationToken);

    /// <summary>
    /// Forgets idle connections and which server plays which part: after a failure all of it may be different, and Npgsql
    /// would look again only after ten seconds.
    /// </summary>
    public void Forget()
    {
        servers.Clear();
        servers.ClearDatabaseStates();
    }

    public ValueTask DisposeAsync() => servers.DisposeAsync();
}
