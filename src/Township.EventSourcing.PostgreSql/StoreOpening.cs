using Microsoft.Extensions.Logging;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>The steps that open and check a store.</summary>
static partial class StoreOpening
{
    const int OldestServer = 14;

    public static async Task<PostgreSqlEventStore> Open(PostgreSqlStoreOptions options, ILogger log, CancellationToken cancellationToken)
    {
        var schema = new SchemaName(options.Schema);
        var databases = Databases.Of(options, readOnly: false);
        try
        {
            await using (var connection = await databases.Primary.Open(cancellationToken))
                await Prepare(connection, schema, options, log, cancellationToken);
            return new(new(databases, options, schema, log), new(databases, schema, options));
        }
        catch (Exception e)
        {
            await databases.DisposeAsync();
            throw e.IsOfDatabase() ? PostgreSqlFaults.Opening(options.Schema, e) : e;
        }
    }

    /// <exception cref="StoreOpenException">There is no store, or it has another version.</exception>
    public static async Task CheckReadable(NpgsqlConnection connection, SchemaName schema, CancellationToken cancellationToken)
    {
        await CheckServer(connection, cancellationToken);
        var version = await new Migrations(schema).Identify(connection, cancellationToken);
        if (version == 0) throw new StoreOpenException($"There is no store in schema '{schema}' of database '{connection.Database}'.")
        {
            Chinese = $"数据库“{connection.Database}”的数据库结构“{schema}”中没有业务数据。",
        };
    }

    static async Task Prepare(
        NpgsqlConnection connection, SchemaName schema, PostgreSqlStoreOptions options, ILogger log, CancellationToken cancellationToken)
    {
        await CheckServer(connection, cancellationToken);
        await WarnOfSettings(connection, log, cancellationToken);
        var migrations = new Migrations(schema);
        var version = await migrations.Identify(connection, cancellationToken);
        if (version < Migrations.Current)
        {
            if (!options.Migrate)
                throw new StoreOpenException($"The schema '{schema}' has version {version}; this program needs {Migrations.Current}. "
                    + $"Run 'silo -- migrate', or apply 'township schema postgres --print-sql --from {version}', as its owner.");
            var from = await migrations.Apply(connection, Migrations.Current, options.Partitions, cancellationToken);
            if (from is > 0 && from < Migrations.Current) LogMigrated(log, schema, from, Migrations.Current);
        }

        if (options.CheckHead) await IntegrityCheck.CheckHead(connection, schema, cancellationToken);
    }

    /// <exception cref="StoreOpenException">The server is too old, or the database would not keep every byte.</exception>
    public static async Task CheckServer(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StoreOpenException($"The server is PostgreSQL {connection.PostgreSqlVersion}; version {OldestServer} or newer is needed.")
            {
                Chinese = $"数据库服务器为 PostgreSQL {connection.PostgreSqlVersion}，需要 {OldestServer} 或更新的版本。",
            };
        if (await Setting(connection, "server_encoding", cancellationToken) is var encoding && encoding != "UTF8")
            throw new StoreOpenException($"The database '{connection.Database}' has the encoding {encoding}; only UTF8 keeps every byte.")
            {
                Chinese = $"数据库“{connection.Database}”的编码为 {encoding}，只有 UTF8 能逐字节保存内容。",
            };
    }

    static async Task WarnOfSettings(NpgsqlConnection connection, ILogger log, CancellationToken cancellationToken)
    {
        foreach (var setting in (string[])["fsync", "full_page_writes"])
            if (await Setting(connection, setting, cancellationToken) == "off") LogNotDurable(log, setting);
    }

    static async Task<string> Setting(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var query = CommitQueries.Query(connection, "SELECT current_setting($1)", name);
        return (string)(await query.ExecuteScalarAsync(cancellationToken))!;
    }

    [LoggerMessage(LogLevel.Information, "The schema '{Schema}' was brought from version {From} to {To}")]
    static partial void LogMigrated(ILogger log, SchemaName schema, int from, int to);

    [LoggerMessage(LogLevel.Warning, "The server runs with {Setting}=off, so acknowledged commits can be lost in a power failure; "
        + "set it to on")]
    static partial void LogNotDurable(ILogger log, string setting);
}
