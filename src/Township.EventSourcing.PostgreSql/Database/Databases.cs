using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>The pools of connections: to the primary, and to replicas where there are some.</summary>
sealed class Databases : IAsyncDisposable
{
    readonly NpgsqlDataSource _primary, _replica;

    Databases(NpgsqlDataSource primary, NpgsqlDataSource replica) => (_primary, _replica) = (primary, replica);

    /// <summary>The server that takes writes.</summary>
    public NpgsqlDataSource Primary => _primary;

    /// <summary>For reads that may end a little earlier.</summary>
    public NpgsqlDataSource Replica => _replica;

    /// <param name="options">Where.</param>
    /// <param name="readOnly">Whether any server will do that can be read.</param>
    /// <exception cref="StoreOpenException">A connection string is none.</exception>
    public static Databases Of(PostgreSqlStoreOptions options, bool readOnly)
    {
        var primary = Pool(options.ConnectionString, options, readOnly ? TargetSessionAttributes.PreferPrimary : TargetSessionAttributes.Primary);
        return new(primary, options.ReplicaConnectionString is { } text ? Pool(text, options, TargetSessionAttributes.PreferStandby) : primary);
    }

    public async ValueTask DisposeAsync()
    {
        await _primary.DisposeAsync();
        if (_replica != _primary) await _replica.DisposeAsync();
    }

    static NpgsqlDataSource Pool(string text, PostgreSqlStoreOptions options, TargetSessionAttributes target)
    {
        try
        {
            var builder = new NpgsqlDataSourceBuilder(text) { Name = "township" };
            var settings = builder.ConnectionStringBuilder;
            settings.ApplicationName ??= "township";
            settings.Timeout = Seconds(options.ConnectTimeout);
            settings.CommandTimeout = Seconds(options.CommandTimeout);
            // After a timeout the server is asked once to stop, and not waited for much longer.
            settings.CancellationTimeout = 500;
            if (settings.MaxAutoPrepare == 0) (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (32, 2);
            var asked = settings.TargetSessionAttributes;
            return builder.BuildMultiHost().WithTargetSession(Enum.TryParse<TargetSessionAttributes>(asked?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var own) ? own : target);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StoreOpenException($"The connection string cannot be used: {e.Message}", e);
        }
    }

    static int Seconds(TimeSpan time) => (int)Math.Clamp(Math.Ceiling(time.TotalSeconds), 1, 3600);
}
