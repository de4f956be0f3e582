using Microsoft.Extensions.Logging.Abstractions;
using Township.Clustering.PostgreSql;
using Township.EventSourcing.PostgreSql;
using Township.Testing.Postgres;

namespace Township.Cli.Tests;

/// <summary>The same questions to a PostgreSQL store.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    PostgresDatabase _database = null!;

    string Store => $"postgres:{_database.ConnectionString}";

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await using var store = await PostgreSqlEventStore.Open(new() { ConnectionString = _database.ConnectionString }, NullLogger<PostgreSqlEventStore>.Instance);
        await DrawHistory.Play(store);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory, InlineData("verify"), InlineData("replay")]
    public async Task A_history_is_verified_and_replayed_and_a_changed_byte_is_found(string command)
    {
        (await Shell.Township(command, "--store", Store)).Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        await _database.Run("SET session_replication_role = replica; UPDATE township.commits SET events = replace(events, '张三', '张四') WHERE position = 12");
        (await Shell.Township(command, "--store", Store)).Should().Match<Answer>(a => a.Exit == 1 && a.Output.Contains("commit 12"));
    }

    [Fact]
    public async Task What_it_prints_is_what_it_prints_of_a_file()
    {
        await using var file = new StoreFile();
        await file.InitializeAsync();
        await _database.Run($"SET session_replication_role = replica; UPDATE township.history SET id = '{StoreFile.History}'");
        foreach (var question in (string[])["streams", "history draw/huimin/meeting.2026-01", "state draw/huimin/meeting.2026-01", "verify"])
            (await Shell.Township([.. question.Split(' '), "--store", Store])).Should().Be(await Shell.Township([.. question.Split(' '), "--store", file.Option]), question);
    }

    [Fact]
    public async Task A_database_without_a_store_is_exit_code_3_and_tells_no_password()
    {
        await using var empty = await PostgresDatabase.Create();
        (await Shell.Township("verify", "--store", $"postgres:{empty.ConnectionString};Password=geheim"))
            .Should().Match<Answer>(a => a.Exit == 3 && a.Output == "" && a.Error.StartsWith("township: The store cannot be opened: There is no store in schema 'township'") && !a.Error.Contains("geheim"));
        (await Shell.Township("verify", "--store", "postgres:Nonsense=geheim")).Should().Match<Answer>(a => a.Exit == 3 && !a.Error.Contains("geheim"));
    }

    [Fact]
    public async Task The_sql_that_is_printed_makes_the_schema_and_the_roles_rights()
    {
        var role = $"silo_{Guid.CreateVersion7():N}";
        await using var database = await PostgresDatabase.Create();
        var answer = await Shell.Township("schema", "postgres", "--print-sql", "--partitions", "4", "--silo", role);
        answer.Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        await database.Run($"CREATE ROLE {role} LOGIN PASSWORD 'x'");
        (await Shell.Township("schema", "postgres", "--store", $"postgres:{database.ConnectionString}")).Output.Should().Be($"Schema township: version 0; this program needs {PostgreSqlSchema.CurrentVersion}.\n");
        await database.Run(answer.Output);
        (await Shell.Township("schema", "postgres", "--store", $"postgres:{database.ConnectionString}")).Output.Should().Be($"Schema township: version {PostgreSqlSchema.CurrentVersion}; this program needs {PostgreSqlSchema.CurrentVersion}.\n");

        await using (var store = await PostgreSqlEventStore.Open(new() { ConnectionString = database.As(role, "x"), Migrate = false }, NullLogger<PostgreSqlEventStore>.Instance))
            await DrawHistory.Play(store);
        (await Shell.Township("verify", "--store", $"postgres:{database.As(role, "x")}")).Exit.Should().Be(0);
        await database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Fact]
    public async Task The_sql_that_is_printed_makes_the_tables_of_the_cluster_beside_the_store()
    {
        var role = $"silo_{Guid.CreateVersion7():N}";
        await _database.Run($"CREATE ROLE {role} LOGIN PASSWORD 'x'");
        await HasVersion(0);
        var answer = await Shell.Township("schema", "cluster", "--print-sql", "--silo", role);
        answer.Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        await _database.Run(answer.Output);
        await HasVersion(ClusterSchema.CurrentVersion);
        await ClusterSchema.Check(_database.As(role, "x"));
        await _database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");

        async Task HasVersion(int version) => (await Shell.Township("schema", "cluster", "--store", Store)).Output
            .Should().Be($"Schema township_cluster: version {version}; this program needs {ClusterSchema.CurrentVersion}.\n");
    }
}
