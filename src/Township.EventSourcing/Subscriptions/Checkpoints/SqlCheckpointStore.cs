using System.Data.Common;

namespace Township.EventSourcing;

/// <summary>
/// A checkpoint store in an SQL database: records in one table, a build's tables under names of their own, and
/// views under the plain names. Deriving classes know how to connect, how to lock a row and which errors pass.
/// </summary>
public abstract class SqlCheckpointStore : ICheckpointStore<DbTransaction>
{
    /// <summary>The table of the records.</summary>
    protected const string Table = "township_subscriptions";

    /// <summary>What a <c>SELECT</c> ends with to lock its row; empty where transactions exclude each other anyway.</summary>
    protected virtual string RowLock => "";

    /// <summary>A statement at the begin of transactions that carry rows, which can be made again; empty for none.</summary>
    protected virtual string RowsBegin => "";

    /// <summary>For messages: the database, without any password.</summary>
    protected abstract string Description { get; }

    /// <inheritdoc />
    public virtual Task Prepare(CancellationToken cancellationToken = default) => Use(async connection =>
    {
        await Run(connection, null, $"CREATE TABLE IF NOT EXISTS {Table} (name TEXT NOT NULL PRIMARY KEY, record TEXT NOT NULL)", cancellationToken);
        return true;
    }, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default) => Use<IReadOnlyList<SubscriptionRecord>>(async connection =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT record FROM {Table} WHERE record <> '' ORDER BY name";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var records = new List<SubscriptionRecord>();
        while (await rows.ReadAsync(cancellationToken)) records.Add(SubscriptionRecord.FromJson(rows.GetString(0)));
        return records;
    }, cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default) =>
        Use(connection => Read(connection, null, name, "", cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default) =>
        Change(name, RowLock, (_, record) => Task.FromResult(change(record)), cancellationToken);

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(string name, Func<DbTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken = default) =>
        // In the same breath as the lock: no round trip of its own.
        Change(name, RowsBegin.Length == 0 ? RowLock : $"{RowLock}; {RowsBegin}", change, cancellationToken);

    /// <summary>
    /// Lets a query use an open connection, on which the plain names of tables are known. The connection is one of
    /// this instance's: for frequent queries use another instance than subscriptions do.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    public Task<T> Query<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellationToken = default) => Use(query, cancellationToken);

    /// <inheritdoc />
    public virtual async Task Publish(DbTransaction transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(build);
        foreach (var gone in former?.Tables.Union(build.Tables) ?? build.Tables)
            await Run(transaction.Connection!, transaction, $"DROP VIEW IF EXISTS {gone}", cancellationToken);
        foreach (var table in build.Tables)
            await Run(transaction.Connection!, transaction, $"CREATE VIEW {table} AS SELECT * FROM {build[table]}", cancellationToken);
    }

    /// <inheritdoc />
    public virtual async Task Drop(DbTransaction transaction, TableNames build, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(build);
        foreach (var table in build.Tables)
            await Run(transaction.Connection!, transaction, $"DROP TABLE IF EXISTS {build[table]}", cancellationToken);
    }

    /// <inheritdoc />
    public abstract bool MayPass(Exception error);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>Lets some work use an open connection, and takes the connection back, or throws it away after a failure.</summary>
    protected abstract Task<T> Connected<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>The error as users of stores know it.</summary>
    protected StoreUnavailableException Unavailable(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new($"The subscriptions in {Description} cannot be reached: {error.Message}", error, mayHaveCommitted: true);
    }

    /// <summary>Runs a statement without rows.</summary>
    protected static async Task Run(
        DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = Command(connection, transaction, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    async Task<T> Use<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Connected(work, cancellationToken);
        }
        catch (Exception e) when (e is not StoreUnavailableException && MayPass(e))
        {
            throw Unavailable(e);
        }
    }

    Task<SubscriptionRecord> Change(string name, string rowLock, Func<DbTransaction, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Use(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var record = await Locked(connection, transaction, name, rowLock, cancellationToken);
            var next = await change(transaction, record);
            await Run(connection, transaction, $"UPDATE {Table} SET record = @record WHERE name = @name", cancellationToken, ("record", next.ToJson()), ("name", name));
            await transaction.CommitAsync(cancellationToken);
            return next;
        }, cancellationToken);
    }

    static async Task<SubscriptionRecord> Locked(DbConnection connection, DbTransaction transaction, string name, string rowLock, CancellationToken cancellationToken)
    {
        if (await Read(connection, transaction, name, rowLock, cancellationToken) is { } known) return known;
        // A row to lock: two processes may both be the first.
        await Run(connection, transaction, $"INSERT INTO {Table} (name, record) VALUES (@name, '') ON CONFLICT DO NOTHING", cancellationToken, ("name", name));
        return await Read(connection, transaction, name, rowLock, cancellationToken) ?? SubscriptionRecord.New(name);
    }

    static async Task<SubscriptionRecord?> Read(DbConnection connection, DbTransaction? transaction, string name, string rowLock, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, transaction, $"SELECT record FROM {Table} WHERE name = @name{rowLock}", [("name", name)]);
        return await command.ExecuteScalarAsync(cancellationToken) is string { Length: > 0 } json ? SubscriptionRecord.FromJson(json) : null;
    }

    static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, (string Name, string Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
