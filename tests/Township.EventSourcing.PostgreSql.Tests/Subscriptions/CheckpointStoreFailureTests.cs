using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Sessions that end and answers that get lost, in the middle of a subscription's transactions.</summary>
public sealed class CheckpointStoreFailureTests : IAsyncLifetime
{
    const int Commits = 300;

    readonly MemoryEventStore _store = new();
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await _store.Append([.. Enumerable.Range(1, Commits).Select(n => Sample.Commit(Sample.Stream($"s{n % 7}"), ExpectedVersion.Any, n))]);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Sessions_ended_from_outside_in_the_middle_miss_and_double_nothing()
    {
        await using var checkpoints = new PostgreSqlCheckpointStore(Views.Options(_database));
        var (ended, handled) = (0, 0);
        var tally = NewTally();
        tally.Before = _ =>
        {
            // Before the rows, so that there is a transaction with some of them and without the others.
            if (++handled % 40 == 0) ended += EndAll();
            return Task.CompletedTask;
        };
        await using var runner = Start(tally, checkpoints);
        await runner.Reached(Commits);
        ended.Should().BeGreaterThan(3);
        await Shows();
        (await checkpoints.Find("tally"))!.Live!.Should().Match<SubscriptionBuild>(b => b.Position == Commits && b.Failure == null, "a broken connection is no poison");
    }

    [Fact]
    public async Task A_transaction_whose_answer_was_lost_is_looked_up()
    {
        await using var network = _database.Network();
        var options = Views.Options(_database);
        (options.ConnectionString, options.ConnectTimeout) = (_database.Through(network), TimeSpan.FromSeconds(5));
        await using var checkpoints = new PostgreSqlCheckpointStore(options);
        await using var seeing = new PostgreSqlCheckpointStore(Views.Options(_database));
        await seeing.Prepare();
        // Holds a commit up while somebody else has this lock.
        await _database.Run(
            """
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER hold AFTER UPDATE ON township_read_models.township_subscriptions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold();
            """);
        await using var holder = new NpgsqlConnection(_database.ConnectionString);
        await holder.OpenAsync();
        var tally = NewTally();
        var losing = Task.CompletedTask;
        tally.After = async () =>
        {
            if (tally.Batches.Count > 1) return;
            await Run(holder, "SELECT pg_advisory_lock(42)");
            losing = Task.Run(async () =>
            {
                await Eventually.Holds(async () =>
                    await _database.Value<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
                network.Traffic = Traffic.AnswersVanish;
                await Run(holder, "SELECT pg_advisory_unlock(42)");
                await Eventually.Holds(async () => (await seeing.Find("tally"))?.Builds is [{ Position: > 0 }]);
                network.Cut();
                network.Traffic = Traffic.Passes;
            });
        };
        await using var runner = Start(tally, checkpoints);
        await runner.Reached(Commits);
        await Shows();
        await losing;
        tally.Batches.Sum().Should().Be(Commits, "what was stored is not handled again");
    }

    [Fact]
    public async Task The_server_restarts_and_the_subscription_goes_on()
    {
        await using var server = await PostgresServer.Start();
        await using var database = await PostgresDatabase.Create(server);
        await using var checkpoints = new PostgreSqlCheckpointStore(Views.Options(database));
        await using var runner = Start(NewTally(), checkpoints);
        await runner.Reached(Commits);
        await server.Stop();
        await _store.Append([Sample.Commit(Sample.Stream("s1"), ExpectedVersion.Any, Commits + 1)]);
        await server.StartAgain();
        _signal.Raise(Commits + 1);
        await runner.Reached(Commits + 1);
        (await Views.Query(database, "tally")).Should().BeEquivalentTo(await OnePass());
    }

    [Fact]
    public async Task A_take_over_waits_for_the_disk_and_rows_do_not()
    {
        await using var checkpoints = new PostgreSqlCheckpointStore(Views.Options(_database));
        await checkpoints.Prepare();
        await _database.Run(
            """
            CREATE TABLE settings (setting text);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO public.settings VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
            CREATE TRIGGER note AFTER UPDATE ON township_read_models.township_subscriptions FOR EACH ROW EXECUTE FUNCTION note();
            """);
        await checkpoints.Change("tally", record => record);
        await checkpoints.Change("tally", (_, record) => Task.FromResult(record));
        await checkpoints.Change("tally", record => record);
        (await _database.Value<string>("SELECT string_agg(setting, ' ') FROM settings")).Should().Be("on off on");
    }

    [Theory]
    [InlineData("57P01", "FATAL", true)]
    [InlineData("40001", "ERROR", true)]
    [InlineData("40P01", "ERROR", true)]
    [InlineData("53100", "ERROR", true)]
    [InlineData("55P03", "ERROR", true)]
    [InlineData("57014", "ERROR", true)]
    [InlineData("25006", "ERROR", true)]
    [InlineData("42703", "ERROR", false)]
    [InlineData("23505", "ERROR", false)]
    [InlineData("22012", "ERROR", false)]
    public async Task What_may_pass_is_no_poison_and_what_makes_no_sense_is(string state, string severity, bool mayPass)
    {
        await using var checkpoints = new PostgreSqlCheckpointStore(Views.Options(_database));
        checkpoints.MayPass(new PostgresException("", severity, severity, state)).Should().Be(mayPass);
    }

    readonly CommitSignal _signal = new();

    SubscriptionRunner Start(IProjection<DbTransaction> projection, ICheckpointStore<DbTransaction> checkpoints)
    {
        _signal.Raise(Commits);
        var options = new SubscriptionOptions { MaxBatchCommits = 25, RetryDelay = TimeSpan.FromMilliseconds(1) };
        return SubscriptionRunner.Start(Subscription.Of(projection, checkpoints), _store, _signal, options, TimeProvider.System, NullLogger.Instance);
    }

    static Tally<DbTransaction> NewTally() => new("tally", 1, Views.CreateTable, Views.Get, Views.Set);

    async Task Shows() => (await Views.Query(_database, "tally")).Should().BeEquivalentTo(await OnePass());

    async Task<Dictionary<string, string>> OnePass()
    {
        var rows = new Dictionary<string, string>();
        await foreach (var commit in _store.ReadAll()) rows[commit.Stream.Id] = Tally<DbTransaction>.Noted(rows.GetValueOrDefault(commit.Stream.Id), commit);
        return rows;
    }

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    int EndAll()
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        return (int)end.ExecuteScalar()!;
    }
}
