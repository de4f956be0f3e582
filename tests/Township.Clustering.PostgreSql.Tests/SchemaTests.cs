using Npgsql;

namespace Township.Clustering.PostgreSql.Tests;

public sealed class SchemaTests : IAsyncLifetime
{
    const string Shape = """
        SELECT string_agg(line, chr(10) ORDER BY line) FROM (
            SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(' ' || collation_name, '') AS line
            FROM information_schema.columns WHERE table_schema = 'township_cluster'
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'township_cluster'
            UNION ALL SELECT 'query ' || QueryKey || ' ' || QueryText FROM township_cluster.OrleansQuery
            UNION ALL SELECT 'version ' || version FROM township_cluster.cluster_versions
        ) lines
        """;

    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Silos_that_start_at_the_same_moment_make_one_schema()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ClusterSchema.Migrate(_database.ConnectionString))));
        found.Order().Should().Equal([0, .. Enumerable.Repeat(ClusterSchema.CurrentVersion, 7)]);
        var made = await _database.Value<string>(Shape);

        await using var byHand = await PostgresDatabase.Create();
        await byHand.Run(ClusterSchema.Script());
        (await byHand.Value<string>(Shape)).Should().Be(made).And.Contain("WriteToStorageKey");
    }

    [Fact]
    public async Task Tables_that_are_missing_are_told_with_what_to_do()
    {
        var check = () => ClusterSchema.Check($"{_database.ConnectionString};Search Path=elsewhere");
        (await check.Should().ThrowAsync<StoreOpenException>()).WithMessage($"The schema 'elsewhere' for Orleans' tables has version 0; this program needs {ClusterSchema.CurrentVersion}. "
            + "Run 'silo -- migrate', or apply 'township schema cluster --print-sql --from 0', as its owner.");
        (await ClusterSchema.VersionOf(_database.ConnectionString)).Should().Be(0);
        await ClusterSchema.Migrate($"{_database.ConnectionString};Search Path=elsewhere");
        await check();
    }

    [Fact]
    public async Task Tables_of_a_newer_program_or_of_another_application_are_refused()
    {
        await ClusterSchema.Migrate(_database.ConnectionString);
        await _database.Run("INSERT INTO township_cluster.cluster_versions (version) VALUES (99); CREATE SCHEMA shop; CREATE TABLE shop.OrleansQuery ()");
        await IsRefused(_database.ConnectionString, "The schema 'township_cluster' has version 99; *Use a newer program.");
        await IsRefused($"{_database.ConnectionString};Search Path=shop", "The schema 'shop' belongs to another application.");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody", "The database cannot be opened:*")]
    [InlineData("Nonsense=1", "The connection string cannot be used:*")]
    [InlineData("Host=127.0.0.1;Search Path=A b", "*is not a schema name*")]
    public Task A_database_that_cannot_be_used_is_told(string connection, string told) => IsRefused(connection, told);

    [Fact]
    public async Task A_silo_works_with_the_rights_that_are_granted_to_it_and_has_no_others()
    {
        var role = $"silo_{Guid.CreateVersion7():N}";
        await ClusterSchema.Migrate(_database.ConnectionString);
        await _database.Run($"CREATE ROLE {role} LOGIN PASSWORD 'not-a-secret'; {ClusterSchema.GrantsForSilo(role)}");
        var connection = _database.As(role, "not-a-secret");
        await ClusterSchema.Check(connection);
        await using (var providers = await Providers.Create(connection))
        {
            await providers.Membership.InsertRowAsync(Providers.Silo(1, SiloStatus.Active), (await providers.Membership.ReadAllAsync()).Version.Next());
            await providers.Membership.CleanupDefunctSiloEntriesAsync(DateTimeOffset.UnixEpoch);
            await providers.Reminders.UpsertRow(new() { GrainId = GrainId.Create("a", "b"), ReminderName = "c", StartAt = DateTime.UnixEpoch });
            await providers.Grains.WriteStateAsync("d", GrainId.Create("a", "b"), new GrainState<string>("e"));
        }

        foreach (var sql in (string[])["UPDATE township_cluster.OrleansQuery SET QueryText = ''", "INSERT INTO township_cluster.cluster_versions VALUES (2)", "CREATE TABLE township_cluster.mine ()", "DROP TABLE township_cluster.OrleansStorage"])
        {
            var run = () => PostgresDatabase.Run(connection, sql);
            (await run.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege, sql);
        }

        await _database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    static async Task IsRefused(string connection, string told)
    {
        foreach (var use in (Func<Task>[])[() => ClusterSchema.Migrate(connection), () => ClusterSchema.Check(connection)])
            (await use.Should().ThrowAsync<StoreOpenException>()).WithMessage(told);
    }
}
