using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>The schema of views: who may do what, and how queries and switches get along.</summary>
public sealed class ReadModelSchemaTests : IAsyncLifetime
{
    const string Password = "not-a-secret";

    readonly MemoryEventStore _store = new();
    readonly string _silo = $"silo_{Guid.CreateVersion7():N}", _report = $"report_{Guid.CreateVersion7():N}";
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        foreach (var role in (string[])[_silo, _report]) await _database.Run($"CREATE ROLE {role} LOGIN PASSWORD '{Password}'");
        await Append("a");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var role in (string[])[_silo, _report]) await _database.Run($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_role_that_may_not_make_the_schema_is_told_in_one_line_what_to_do_and_that_is_enough()
    {
        await using var checkpoints = new PostgreSqlCheckpointStore(Options(_silo));
        (await checkpoints.Awaiting(p => p.Prepare()).Should().ThrowAsync<StoreOpenException>()).Which.Message.Should()
            .Be($"The role may not create the schema of the read models: permission denied for database {await _database.Value<string>("SELECT current_database()::text")}. "
                + "Let the database's owner run 'CREATE SCHEMA township_read_models AUTHORIZATION' for the role. See docs/postgresql.md.");
        await _database.Run($"CREATE SCHEMA township_read_models AUTHORIZATION {_silo}");
        await Finish(await Take(checkpoints));
        (await Views.Query(_database, "tally")).Should().Equal(new Dictionary<string, string> { ["a"] = "1" });
    }

    [Fact]
    public async Task What_is_not_there_is_not_made_by_those_who_only_look()
    {
        var options = Options(_silo);
        options.Create = false;
        await using var checkpoints = new PostgreSqlCheckpointStore(options);
        (await checkpoints.Awaiting(p => p.List()).Should().ThrowAsync<StoreOpenException>()).WithMessage("There is no checkpoint store in schema 'township_read_models' of database '*'.");
        await _database.Run("CREATE SCHEMA township_read_models");
        (await checkpoints.Awaiting(p => p.List()).Should().ThrowAsync<StoreOpenException>()).WithMessage("There is no checkpoint store in *");
    }

    [Fact]
    public async Task A_report_reads_views_after_a_rebuild_and_after_a_version_with_other_columns()
    {
        await _database.Run(
            $"""
            CREATE SCHEMA township_read_models AUTHORIZATION {_silo};
            GRANT USAGE ON SCHEMA township_read_models TO {_report};
            ALTER DEFAULT PRIVILEGES FOR ROLE {_silo} IN SCHEMA township_read_models GRANT SELECT ON TABLES TO {_report};
            """);
        await using var checkpoints = new PostgreSqlCheckpointStore(Options(_silo));
        var worker = await Take(checkpoints);
        await Finish(worker);
        await checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
        await worker.Refresh();
        await Finish(worker);
        (await Report("SELECT value FROM township_read_models.tally")).Should().Be("1");

        await Finish(await Take(checkpoints, version: 2, (t, table) => Run(t, $"CREATE TABLE {table} (value text, extra int, key text PRIMARY KEY)"), async (t, table, key, value) =>
            await Run(t, $"INSERT INTO {table} (key, value) VALUES ('{key}', '{value}') ON CONFLICT (key) DO UPDATE SET value = excluded.value")));
        (await Report("SELECT value FROM township_read_models.tally WHERE extra IS NULL")).Should().Be("1");
        await this.Awaiting(_ => Report("DELETE FROM township_read_models.tally__b3")).Should().ThrowAsync<PostgresException>();
    }

    [Fact]
    public async Task What_others_built_on_a_view_stays_over_a_rebuild()
    {
        await using var checkpoints = new PostgreSqlCheckpointStore(Views.Options(_database));
        var worker = await Take(checkpoints);
        await Finish(worker);
        await _database.Run("CREATE VIEW public.mine AS SELECT value FROM township_read_models.tally");
        await checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
        await worker.Refresh();
        await Append("a");
        await Finish(worker);
        (await _database.Value<string>("SELECT value FROM public.mine")).Should().Be("1 2");
        (await _database.Value<bool>("SELECT to_regclass('township_read_models.tally__b1') IS NULL")).Should().BeTrue();

        // Other columns under it cannot be: that version stops, visibly, and the old rows go on.
        await Finish(await Take(checkpoints, version: 2, (t, table) => Run(t, $"CREATE TABLE {table} (other text)"), (_, _, _, _) => Task.CompletedTask, (_, _, _) => Task.FromResult<string?>(null)));
        (await checkpoints.Find("tally"))!.Builds.Select(b => (b.Version, b.State, b.Failure?.Reason.Split(':')[1])).Should().Equal((1, BuildState.Live, null), (2, BuildState.Building, " 2BP01"));
        await Append("a");
        await Finish(worker);
        (await _database.Value<string>("SELECT value FROM public.mine")).Should().Be("1 2 3");
    }

    [Fact]
    public async Task A_long_query_holds_up_neither_commits_nor_other_queries()
    {
        var options = Views.Options(_database);
        options.SwitchTimeout = TimeSpan.FromMilliseconds(1);
        await using var checkpoints = new PostgreSqlCheckpointStore(options);
        var worker = await Take(checkpoints);
        await Finish(worker);
        await using (var reading = new NpgsqlConnection(_database.ConnectionString))
        {
            await reading.OpenAsync();
            await using var transaction = await reading.BeginTransactionAsync();
            await using (var query = new NpgsqlCommand("SELECT value FROM township_read_models.tally", reading)) await query.ExecuteScalarAsync();

            await checkpoints.Change("tally", r => r.Rebuild(Sample.Noon));
            await worker.Refresh();
            await Append("a");
            await Finish(worker);
            (await checkpoints.Find("tally"))!.Builds.Select(b => (b.Number, b.State, b.Position)).Should().Equal((1, BuildState.Live, 2), (2, BuildState.Building, 2));
            (await Views.Query(_database, "tally")).Should().Equal(new Dictionary<string, string> { ["a"] = "1 2" });
        }

        await Finish(await Take(checkpoints));
        (await checkpoints.Find("tally"))!.Builds.Select(b => (b.Number, b.State)).Should().Equal((2, BuildState.Live));
        (await Views.Query(_database, "tally")).Should().Equal(new Dictionary<string, string> { ["a"] = "1 2" });
    }

    PostgreSqlCheckpointStoreOptions Options(string role)
    {
        var options = Views.Options(_database);
        options.ConnectionString = _database.As(role, Password);
        return options;
    }

    async Task<string> Report(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.As(_report, Password));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return $"{await command.ExecuteScalarAsync()}";
    }

    async Task<SubscriptionWorker> Take(
        ICheckpointStore<DbTransaction> checkpoints, int version = 1, Func<DbTransaction, string, Task>? create = null,
        Func<DbTransaction, string, string, string, Task>? set = null, Func<DbTransaction, string, string, Task<string?>>? get = null)
    {
        var tally = new Tally<DbTransaction>("tally", version, create ?? Views.CreateTable, get ?? Views.Get, set ?? Views.Set);
        var worker = new SubscriptionWorker(Subscription.Of(tally, checkpoints), _store, new() { Retries = 0 }, TimeProvider.System, NullLogger.Instance);
        await worker.Take("silo");
        return worker;
    }

    static async Task Finish(SubscriptionWorker worker)
    {
        while (await worker.Work()) { }
    }

    static async Task Run(DbTransaction transaction, string sql)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    async Task Append(string stream) =>
        await _store.Append([Sample.Commit(Sample.Stream(stream), ExpectedVersion.Any, (int)(await _store.ReadLogHead()).Position + 1)]);
}
