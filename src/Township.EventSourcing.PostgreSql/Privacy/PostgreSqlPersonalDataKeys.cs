using System.Runtime.CompilerServices;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// A vault on PostgreSQL, for any number of silos. When two silos create a person's key at the same time, both get the same one: the
/// database allows one key in use per person. Thread-safe. For how long the server keeps an erased secret, see docs/privacy.md.
/// </summary>
public sealed class PostgreSqlPersonalDataKeys : IPersonalDataKeys
{
    const string FindSql = "SELECT generation, secret FROM {schema}.keys WHERE township = $1 AND subject = $2 AND generation = $3";

    // Handles many people in one round trip.
    const string CurrentSql = """
        SELECT n.ordinality, k.generation, k.secret FROM unnest($1, $2) WITH ORDINALITY n (township, subject) CROSS JOIN LATERAL (
            SELECT generation, secret FROM {schema}.keys WHERE township = n.township AND subject = n.subject AND erased_at IS NULL LIMIT 1
        ) k
        """;

    const string MakeSql = """
        INSERT INTO {schema}.keys (township, subject, generation, secret, created_at)
        SELECT $1, $2, greatest(1 + coalesce(max(generation), 0), (SELECT max(first_generation) FROM {schema}.adoptions)), $3, $4
        FROM {schema}.keys WHERE township = $1 AND subject = $2
        ON CONFLICT DO NOTHING
        """;

    const string EraseSql = """
        UPDATE {schema}.keys SET secret = '', erased_at = $3, erased_by = $4, erased_for = $5
        WHERE township = $1 AND subject = $2 AND erased_at IS NULL
        """;

    const string ListSql = """
        SELECT subject, generation, created_at, erased_at, erased_by, erased_for FROM {schema}.keys WHERE township = $1 ORDER BY subject, generation
        """;

    const string AdoptionsSql =
        "SELECT history, first_generation, adopted_by, adopted_for, adopted_at FROM {schema}.adoptions ORDER BY number";

    // When programs adopt at the same time, one is first; for the others the number is taken.
    const string AdoptSql = """
        INSERT INTO {schema}.adoptions (number, history, first_generation, adopted_by, adopted_for, adopted_at)
        SELECT 1 + count(*), $1, $2, $3, $4, $5 FROM {schema}.adoptions HAVING count(*) = count(*) FILTER (WHERE history = $1)
        ON CONFLICT DO NOTHING
        """;

    static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(5);

    readonly SchemaName _schema;
    readonly ServerPool _pool;
    readonly TimeProvider _clock;
    readonly Gatherer<DataSubject, PersonalDataKey?> _current;

    PostgreSqlPersonalDataKeys(SchemaName schema, ServerPool pool, TimeProvider clock)
    {
        (_schema, _pool, _clock) = (schema, pool, clock);
        _current = new(subjects => Connected(connection => InUse(connection, subjects), CancellationToken.None));
    }

    /// <summary>Opens a vault.</summary>
    /// <param name="connectionString">An Npgsql connection string; <c>Search Path</c> names the schema, default
    /// <see cref="PersonalKeysSchema.DefaultName"/>.</param>
    /// <param name="clock">The clock that dates the keys.</param>
    /// <param name="migrate">Whether a missing schema is created and an older one migrated, which requires the owner's rights.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreOpenException">The database cannot be reached, or the schema cannot be used; the message
    /// says what to do.</exception>
    public static async Task<PostgreSqlPersonalDataKeys> Open(
        string connectionString, TimeProvider clock, bool migrate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var schema = new SchemaName(PersonalKeysSchema.NameIn(connectionString));
        if (migrate && await PersonalKeysSchema.VersionOf(connectionString, cancellationToken) < PersonalKeysSchema.CurrentVersion)
            await PersonalKeysSchema.Migrate(connectionString, cancellationToken);
        await PersonalKeysSchema.Check(connectionString, cancellationToken);
        return new(schema, Pool(connectionString), clock);
    }

    /// <inheritdoc />
    public async Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return await _current.Ask(subject, cancellationToken)
            ?? await Connected(connection => Make(connection, subject, cancellationToken), cancellationToken);
    }

    async Task<PersonalDataKey> Make(NpgsqlConnection connection, DataSubject subject, CancellationToken cancellationToken)
    {
        await using var make = Command(connection, MakeSql, subject, PersonalDataKey.NewSecret(), Micros.Of(_clock.GetUtcNow()));
        await make.ExecuteNonQueryAsync(cancellationToken);
        // If another silo was faster, its key is used.
        return (await InUse(connection, [subject]))[0]
            ?? throw new StoreUnavailableException($"The key of '{subject.Subject}' was erased while it was created; try again.");
    }

    /// <inheritdoc />
    public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
        Connected(async connection =>
        {
            await using var query = Command(connection, FindSql, subject, generation);
            await using var rows = await query.ExecuteReaderAsync(cancellationToken);
            return await rows.ReadAsync(cancellationToken)
                ? new PersonalDataKey(subject, rows.GetInt32(0), rows.GetFieldValue<byte[]>(1))
                : null;
        }, cancellationToken);

    /// <inheritdoc />
    public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) =>
        Connected(async connection =>
        {
            ArgumentNullException.ThrowIfNull(erasure);
            await using var erase = Command(connection, EraseSql, subject, Micros.Of(erasure.At), erasure.By, erasure.Reason);
            return await erase.ExecuteNonQueryAsync(cancellationToken) > 0;
        }, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => Connected(async connection =>
    {
        var adoptions = new List<VaultAdoption>();
        await using var query = CommitQueries.Query(connection, In(AdoptionsSql));
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            adoptions.Add(
                new(new(rows.GetGuid(0)), rows.GetInt32(1), rows.GetString(2), rows.GetString(3), Micros.ToMoment(rows.GetInt64(4))));
        return (IReadOnlyList<VaultAdoption>)adoptions;
    }, cancellationToken);

    /// <inheritdoc />
    public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => Connected(async connection =>
    {
        ArgumentNullException.ThrowIfNull(adoption);
        await using var adopt = CommitQueries.Query(
            connection, In(AdoptSql), adoption.History.Value, adoption.FirstGeneration, adoption.By, adoption.Reason,
            Micros.Of(adoption.At));
        return await adopt.ExecuteNonQueryAsync(cancellationToken) > 0;
    }, cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonalDataRecord> List(
        string township, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var record in await Connected(connection => Records(connection, township, cancellationToken), cancellationToken))
            yield return record;
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    static ServerPool Pool(string connectionString)
    {
        var builder = Databases.Builder(connectionString, TimeSpan.FromSeconds(3), CommandTimeout);
        builder.ConnectionStringBuilder.SearchPath = null;
        builder.UsePhysicalConnectionInitializer(
            _ => throw new NotSupportedException("Connections are opened asynchronously."),
            async connection =>
            {
                await SessionSettings.Apply(connection, CommandTimeout, CancellationToken.None);
                await Planning.LookUpRowByRow(connection);
            });
        if (!builder.ConnectionStringBuilder.ContainsKey("Maximum Pool Size")) builder.ConnectionStringBuilder.MaxPoolSize = 4;
        // Sessions keep their settings.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        return new(builder.BuildMultiHost(), TargetSessionAttributes.Primary);
    }

    static async Task<List<PersonalDataRecord>> Read(NpgsqlDataReader rows, string township, CancellationToken cancellationToken)
    {
        var records = new List<PersonalDataRecord>();
        while (await rows.ReadAsync(cancellationToken))
            records.Add(new(new(township, rows.GetString(0)), rows.GetInt32(1), Micros.ToMoment(rows.GetInt64(2)),
                await rows.IsDBNullAsync(3, cancellationToken)
                    ? null
                    : new(rows.GetString(4), rows.GetString(5), Micros.ToMoment(rows.GetInt64(3)))));
        return records;
    }

    async Task<List<PersonalDataRecord>> Records(NpgsqlConnection connection, string township, CancellationToken cancellationToken)
    {
        await using var list = new NpgsqlCommand(In(ListSql), connection) { Parameters = { new() { Value = township } } };
        await using var rows = await list.ExecuteReaderAsync(cancellationToken);
        return await Read(rows, township, cancellationToken);
    }

    async Task<IReadOnlyList<PersonalDataKey?>> InUse(NpgsqlConnection connection, IReadOnlyList<DataSubject> subjects)
    {
        var keys = new PersonalDataKey?[subjects.Count];
        await using var query = CommitQueries.Query(
            connection, In(CurrentSql), subjects.Select(s => s.Township).ToArray(), subjects.Select(s => s.Subject).ToArray());
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var number = (int)rows.GetInt64(0) - 1;
            keys[number] = new(subjects[number], rows.GetInt32(1), rows.GetFieldValue<byte[]>(2));
        }

        return keys;
    }

    NpgsqlCommand Command(NpgsqlConnection connection, string sql, DataSubject subject, params object[] more)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var command = new NpgsqlCommand(In(sql), connection)
        {
            Parameters = { new() { Value = subject.Township }, new() { Value = subject.Subject } },
        };
        foreach (var value in more) command.Parameters.Add(new() { Value = value });
        return command;
    }

    string In(string sql) => sql.Replace("{schema}", _schema.ToString(), StringComparison.Ordinal);

    async Task<T> Connected<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _pool.Open(cancellationToken);
            return await work(connection);
        }
        catch (Exception e) when (e.IsOfDatabase() && !cancellationToken.IsCancellationRequested)
        {
            if (!e.IsCleanRefusal()) _pool.Forget();
            throw PostgreSqlFaults.While("keeping keys", e);
        }
    }
}
