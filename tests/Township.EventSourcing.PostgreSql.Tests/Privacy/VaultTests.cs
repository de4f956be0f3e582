using System.Data;
using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

public sealed class VaultConformanceTests : PersonalDataKeysConformance
{
    static int _count;

    readonly string _schema = $"keys_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    PostgresDatabase? _database;

    protected override async Task<IPersonalDataKeys> Open()
    {
        _database ??= await PostgresDatabase.Existing();
        return await PostgreSqlPersonalDataKeys.Open(Vaults.In(_database.ConnectionString, _schema), TimeProvider.System, migrate: true);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null) await _database.Run($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
    }
}

/// <summary>What only a server can get wrong.</summary>
public sealed class VaultTests : IAsyncLifetime
{
    const string Password = "not-a-secret";

    static readonly DataSubject Zhang = new("huimin", "c-017");
    static readonly Erasure Asked = new("c-002", "request 7", new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    readonly string _silo = $"silo_{Guid.CreateVersion7():N}";

    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await _database.Run($"CREATE ROLE {_silo} LOGIN PASSWORD '{Password}'");
        await PersonalKeysSchema.Migrate(_database.ConnectionString);
        await _database.Run(PersonalKeysSchema.GrantsForSilo(_silo));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.Run($"DROP OWNED BY {_silo}; DROP ROLE {_silo}");
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_silo_makes_uses_and_erases_keys()
    {
        await using var keys = await PostgreSqlPersonalDataKeys.Open(AsSilo, TimeProvider.System, migrate: false);
        (await keys.Adopt(VaultAdoption.OfNewStore(HistoryId.New(), Asked.At))).Should().BeTrue();
        var key = await keys.Current(Zhang);
        (await keys.Find(Zhang, 1))!.Secret.ToArray().Should().Equal(key.Secret.ToArray());
        (await keys.Erase(Zhang, Asked)).Should().BeTrue();
        (await _database.Value<byte[]>("SELECT secret FROM township_keys.keys")).Should().BeEmpty();
        (await keys.Current(Zhang)).Generation.Should().Be(2);
    }

    [Theory]
    [InlineData("DELETE FROM township_keys.keys")]
    [InlineData("TRUNCATE township_keys.keys")]
    [InlineData("UPDATE township_keys.keys SET subject = 'c-018'")]
    [InlineData("UPDATE township_keys.keys SET generation = 2")]
    [InlineData("DELETE FROM township_keys.key_versions")]
    [InlineData("DELETE FROM township_keys.adoptions")]
    [InlineData("UPDATE township_keys.adoptions SET first_generation = 1")]
    [InlineData("ALTER TABLE township_keys.keys DISABLE TRIGGER ALL")]
    [InlineData("CREATE TABLE township_keys.mine ()")]
    public async Task A_silo_can_do_nothing_else(string sql) => (await Refused(AsSilo, sql)).Should().Be(PostgresErrorCodes.InsufficientPrivilege);

    [Theory]
    [InlineData("UPDATE township_keys.keys SET secret = sha256('a')", PostgresErrorCodes.RestrictViolation)]
    [InlineData("UPDATE township_keys.keys SET secret = ''", PostgresErrorCodes.RestrictViolation)]
    [InlineData("UPDATE township_keys.keys SET erased_at = 1, erased_by = 'a', erased_for = 'b'", PostgresErrorCodes.CheckViolation)]
    [InlineData("INSERT INTO township_keys.keys VALUES ('huimin', 'c-017', 2, sha256('a'), 1)", PostgresErrorCodes.UniqueViolation)]
    [InlineData("INSERT INTO township_keys.keys VALUES ('huimin', 'c-018', 1, 'short', 1)", PostgresErrorCodes.CheckViolation)]
    public async Task Keys_are_made_and_erased_and_nothing_else(string sql, string state)
    {
        await using var keys = await PostgreSqlPersonalDataKeys.Open(AsSilo, TimeProvider.System, migrate: false);
        var key = await keys.Current(Zhang);
        (await Refused(AsSilo, sql)).Should().Be(state);
        (await keys.Current(Zhang)).Secret.ToArray().Should().Equal(key.Secret.ToArray());
    }

    [Fact]
    public async Task What_was_erased_is_never_changed_not_even_by_its_owner()
    {
        await using var keys = await PostgreSqlPersonalDataKeys.Open(AsSilo, TimeProvider.System, migrate: false);
        await keys.Adopt(VaultAdoption.OfNewStore(HistoryId.New(), Asked.At));
        await keys.Current(Zhang);
        await keys.Erase(Zhang, Asked);
        foreach (var sql in (string[])["UPDATE township_keys.adoptions SET adopted_for = ''", "DELETE FROM township_keys.adoptions", "TRUNCATE township_keys.adoptions"])
            (await Refused(_database.ConnectionString, sql)).Should().Be(PostgresErrorCodes.RestrictViolation);
        (await Refused(_database.ConnectionString, "UPDATE township_keys.keys SET erased_by = 'nobody'")).Should().Be(PostgresErrorCodes.RestrictViolation);
        (await Refused(_database.ConnectionString, "DELETE FROM township_keys.keys")).Should().Be(PostgresErrorCodes.RestrictViolation);
        (await Refused(_database.ConnectionString, "TRUNCATE township_keys.keys")).Should().Be(PostgresErrorCodes.RestrictViolation);
    }

    [Fact]
    public async Task A_dead_row_is_reason_enough_for_autovacuum() =>
        (await _database.Value<string[]>("SELECT reloptions FROM pg_class WHERE oid = 'township_keys.keys'::regclass"))
            .Should().BeEquivalentTo("autovacuum_vacuum_threshold=0", "autovacuum_vacuum_scale_factor=0");

    [Fact(Timeout = 180_000)]
    public async Task A_full_vacuum_removes_an_erased_secret_from_the_table_file_once_no_older_transaction_is_open()
    {
        await using var keys = await PostgreSqlPersonalDataKeys.Open(AsSilo, TimeProvider.System, migrate: false);
        var secret = Convert.ToHexStringLower((await keys.Current(Zhang)).Secret);
        await using (var older = new NpgsqlConnection(_database.ConnectionString))
        {
            await older.OpenAsync();
            await using var transaction = await older.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            await using var look = new NpgsqlCommand("SELECT 1", older, transaction);
            await look.ExecuteScalarAsync();
            await keys.Erase(Zhang, Asked);
            (await VacuumedFile()).Should().Contain(secret);
        }

        // Autovacuum, and sessions that are only just logging in to any database of the server, count as well, for a moment.
        var file = await VacuumedFile();
        while (file.Contains(secret, StringComparison.Ordinal))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            file = await VacuumedFile();
        }

        file.Should().Contain(Convert.ToHexStringLower("c-017"u8));
    }

    [Fact]
    public async Task A_vault_that_may_not_migrate_says_what_to_do()
    {
        await using var empty = await PostgresDatabase.Create();
        var open = () => PostgreSqlPersonalDataKeys.Open(empty.ConnectionString, TimeProvider.System, migrate: false);
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage(
            "The schema 'township_keys' for keys of personal data has version 0; this program needs 1. Run 'silo -- migrate', or apply 'township schema keys --print-sql --from 0', as its owner.");
    }

    [Fact]
    public async Task The_printed_script_makes_the_same_vault()
    {
        await using var printed = await PostgresDatabase.Create();
        await printed.Run(PersonalKeysSchema.Script());
        (await PersonalKeysSchema.VersionOf(printed.ConnectionString)).Should().Be(PersonalKeysSchema.CurrentVersion);
        await using var keys = await PostgreSqlPersonalDataKeys.Open(printed.ConnectionString, TimeProvider.System, migrate: false);
        (await keys.Current(Zhang)).Generation.Should().Be(1);
    }

    [Fact]
    public async Task Silos_that_start_at_once_make_one_vault()
    {
        await using var empty = await PostgresDatabase.Create();
        var vaults = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgreSqlPersonalDataKeys.Open(empty.ConnectionString, TimeProvider.System, migrate: true)));
        foreach (var vault in vaults) await vault.DisposeAsync();
        (await PersonalKeysSchema.VersionOf(empty.ConnectionString)).Should().Be(PersonalKeysSchema.CurrentVersion);
    }

    [Fact]
    public async Task Keys_survive_a_server_that_crashes()
    {
        await using var server = await PostgresServer.Start(durable: true);
        await using var keys = await PostgreSqlPersonalDataKeys.Open(server.ConnectionString, TimeProvider.System, migrate: true);
        var (kept, gone) = (await keys.Current(Zhang), new DataSubject("huimin", "c-018"));
        await keys.Current(gone);
        await keys.Erase(gone, Asked);
        await server.Restart();
        (await Eventually.Succeeds(() => keys.Find(Zhang, 1), e => e is StoreUnavailableException))!
            .Secret.ToArray().Should().Equal(kept.Secret.ToArray());
        (await keys.Find(gone, 1))!.IsErased.Should().BeTrue();
    }

    [Fact]
    public async Task A_key_is_durable_whatever_the_database_says()
    {
        await _database.Run($"ALTER ROLE {_silo} SET synchronous_commit = off");
        await using var keys = await PostgreSqlPersonalDataKeys.Open(AsSilo, TimeProvider.System, migrate: false);
        // The table tells it: a default that asks the session which makes the key.
        await _database.Run("ALTER TABLE township_keys.keys ADD COLUMN durable text DEFAULT current_setting('synchronous_commit')");
        await keys.Current(Zhang);
        (await _database.Value<string>("SELECT durable FROM township_keys.keys")).Should().Be("on");
    }

    [Fact]
    public async Task A_server_that_is_away_is_unavailable_and_found_again()
    {
        await using var network = _database.Network();
        await using var keys = await PostgreSqlPersonalDataKeys.Open(_database.Through(network), TimeProvider.System, migrate: false);
        await keys.Current(Zhang);
        network.Traffic = Traffic.Vanishes;
        network.Cut();
        var find = () => keys.Find(Zhang, 1);
        await find.Should().ThrowAsync<StoreUnavailableException>();
        network.Traffic = Traffic.Passes;
        (await Eventually.Succeeds(() => keys.Find(Zhang, 1), e => e is StoreUnavailableException)).Should().NotBeNull();
    }

    async Task<string> VacuumedFile()
    {
        await _database.Run("VACUUM FULL township_keys.keys; CHECKPOINT");
        return await _database.Value<string>("SELECT encode(pg_read_binary_file(pg_relation_filepath('township_keys.keys')), 'hex')");
    }

    string AsSilo => _database.As(_silo, Password);

    static async Task<string> Refused(string connectionString, string sql)
    {
        var run = () => PostgresDatabase.Run(connectionString, sql);
        return (await run.Should().ThrowAsync<PostgresException>()).Which.SqlState;
    }
}

static class Vaults
{
    public static string In(string connectionString, string schema) => new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema }.ToString();
}
