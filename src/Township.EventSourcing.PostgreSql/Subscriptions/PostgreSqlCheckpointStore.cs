using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Subscriptions and their rows in a schema of a PostgreSQL database, which may be the store's database. Everything in it can be rebuilt
/// from the store. Authorised roles may query it at any time.
/// </summary>
/// <remarks>
/// Transactions with rows do not wait for the disk. After a crash of the server the newest ones may be missing, rows and checkpoint
/// together, and are applied again. Changes of records alone, such as take-overs and skips, are durable.
/// </remarks>
public sealed class PostgreSqlCheckpointStore : SqlCheckpointStore
{
    const string SessionSql = """
        SELECT set_config('search_path', $1, false),
               set_config('default_transaction_isolation', 'read committed', false),
               set_config('statement_timeout', $2, false),
               set_config('lock_timeout', $2, false),
               set_config('idle_in_transaction_session_timeout', $2, false)
        """;

    const string IsSchema = "SELECT FROM pg_namespace WHERE nspname = $1",
        IsTable = $"SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = '{Table}'";

    readonly PostgreSqlCheckpointStoreOptions _options;
    readonly SchemaName _schema;
    readonly ServerPool _pool;
    readonly string _database;

    /// <summary>Creates a checkpoint store in a database. A connection is opened on first use.</summary>
    /// <exception cref="StoreOpenException">The connection string or the schema's name is not valid.</exception>
    public PostgreSqlCheckpointStore(PostgreSqlCheckpointStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _schema) = (options, new(options.Schema));
        var builder = Databases.Builder(options.ConnectionString, options.ConnectTimeout, options.CommandTimeout);
        _database = builder.ConnectionStringBuilder.Database ?? builder.ConnectionStringBuilder.Username ?? "";
        // Sessions keep their settings and prepared statements.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.ConnectionStringBuilder.SearchPath = null;
        // One for each subscription that this silo runs, and some to read records.
        if (!builder.ConnectionStringBuilder.ContainsKey("Maximum Pool Size")) builder.ConnectionStringBuilder.MaxPoolSize = 8;
        builder.UsePhysicalConnectionInitializer(connection => SetUp(connection).ExecuteNonQuery(), async connection =>
        {
            await using var command = SetUp(connection);
            await command.ExecuteNonQueryAsync();
        });
        _pool = new(builder.BuildMultiHost(), TargetSessionAttributes.Primary);
    }

    /// <summary>Returns the SQL that creates the schema if it is missing, and allows a role to maintain read models there.</summary>
    /// <exception cref="StoreOpenException">A name is not valid.</exception>
    public static string GrantsForSilo(string role, string schema = PostgreSqlCheckpointStoreOptions.DefaultSchema) =>
        Grants.For(Grants.ReadModels, role, schema);

    /// <inheritdoc />
    protected override string Description => $"schema '{_schema}' of database '{_database}'";

    /// <inheritdoc />
    protected override string RowLock => " FOR UPDATE";

    /// <inheritdoc />
    protected override string RowsBegin => "SET LOCAL synchronous_commit = off";

    /// <inheritdoc />
    /// <remarks>
    /// Broken connections, a server that stops or accepts no writes, time limits, deadlocks and full disks are transient;
    /// an invalid statement is not.
    /// </remarks>
    public override bool MayPass(Exception error) => error switch
    {
        StoreUnavailableException => true,
        PostgresException { InvariantSeverity: not "ERROR" } => true,
        PostgresException { SqlState: [var a, var b, ..] state } =>
            state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable
                or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.ReadOnlySqlTransaction
            || (a, b) is ('0', '8') or ('5', '3') or ('5', '8'),
        NpgsqlException => true,
        _ => false,
    };

    /// <inheritdoc />
    /// <exception cref="StoreOpenException">The role may not create or use the schema.</exception>
    public override async Task Prepare(CancellationToken cancellationToken = default)
    {
        if (!_options.Create || await Connected(connection => IsThere(connection, IsTable), cancellationToken)) return;
        try
        {
            await Connected(async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                // Serialises silos that start at the same time: IF NOT EXISTS alone fails for the second one.
                await Run(
                    connection, transaction, $"SELECT pg_advisory_xact_lock(hashtextextended('township.read-models.{_schema}', 0))",
                    cancellationToken);
                if (await IsThere(connection, IsTable)) return true;
                // IF NOT EXISTS requires the right to create the schema even when it exists.
                if (!await IsThere(connection, IsSchema)) await Run(connection, transaction, $"CREATE SCHEMA {_schema}", cancellationToken);
                await Run(
                    connection, transaction, $"CREATE TABLE {Table} (name text COLLATE \"C\" NOT NULL PRIMARY KEY, record text NOT NULL)",
                    cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }, cancellationToken);
        }
        catch (StoreOpenException e)
            when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused)
        {
            throw new StoreOpenException(
                $"The role may not create the schema of the read models: {refused.MessageText}. "
                    + $"Let the database's owner run 'CREATE SCHEMA {_schema} AUTHORIZATION' for the role. See docs/postgresql.md.",
                    refused);
        }

        async Task<bool> IsThere(DbConnection connection, string what)
        {
            await using var command = new NpgsqlCommand($"SELECT EXISTS ({what})", (NpgsqlConnection)connection)
            {
                Parameters = { new() { Value = _schema.ToString() } },
            };
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }

    /// <inheritdoc />
    /// <remarks>A view whose columns stay the same is replaced, not dropped, so that grants and other views on it stay.</remarks>
    public override async Task Publish(
        DbTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(build);
        await WaitBriefly(transaction, cancellationToken);
        foreach (var gone in former?.Tables.Except(build.Tables) ?? [])
            await Run(transaction.Connection!, transaction, $"DROP VIEW IF EXISTS {gone}", cancellationToken);
        foreach (var table in build.Tables) await Publish(transaction, table, build[table], cancellationToken);
    }

    /// <inheritdoc />
    public override async Task Drop(DbTransaction transaction, TableNames build, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await WaitBriefly(transaction, cancellationToken);
        await base.Drop(transaction, build, cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public override ValueTask DisposeAsync() => _pool.DisposeAsync();

    /// <inheritdoc />
    protected override async Task<T> Connected<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await using var connection = await _pool.Open(cancellationToken);
            return await work(connection);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            throw new StoreOpenException($"There is no checkpoint store in {Description}.", e) { Chinese = "指定的位置没有统计表。" };
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw PostgreSqlFaults.Opening(_schema.ToString(), e);
        }
        catch (Exception e) when (e.IsOfDatabase() && !e.IsCleanRefusal() && !cancellationToken.IsCancellationRequested)
        {
            // The other connections are probably dead, too, and another server may be the primary now.
            _pool.Forget();
            throw Unavailable(e);
        }
    }

    static async Task Publish(DbTransaction transaction, string view, string table, CancellationToken cancellationToken)
    {
        await transaction.SaveAsync("township_publish", cancellationToken);
        try
        {
            await Run(transaction.Connection!, transaction, $"CREATE OR REPLACE VIEW {view} AS SELECT * FROM {table}", cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidTableDefinition)
        {
            // The columns differ.
            await transaction.RollbackAsync("township_publish", cancellationToken);
            await Run(
                transaction.Connection!, transaction, $"DROP VIEW {view}; CREATE VIEW {view} AS SELECT * FROM {table}", cancellationToken);
        }
    }

    Task WaitBriefly(DbTransaction transaction, CancellationToken cancellationToken) =>
        Run(transaction.Connection!, transaction, $"SET LOCAL lock_timeout = {Milliseconds(_options.SwitchTimeout)}", cancellationToken);

    NpgsqlCommand SetUp(NpgsqlConnection connection)
    {
        var limit = Milliseconds(_options.CommandTimeout * 0.9) + "ms";
        return new(SessionSql, connection) { Parameters = { new() { Value = _schema.ToString() }, new() { Value = limit } } };
    }

    static string Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
