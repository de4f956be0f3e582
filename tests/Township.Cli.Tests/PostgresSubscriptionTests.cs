using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.PostgreSql;
using Township.Testing.Postgres;

namespace Township.Cli.Tests;

/// <summary><c>township subscriptions</c> on views in a PostgreSQL database, the store's or another.</summary>
public sealed class PostgresSubscriptionTests : IAsyncLifetime
{
    PostgresDatabase _database = null!;

    string Store => $"postgres:{_database.ConnectionString}";

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await using var store = await PostgreSqlEventStore.Open(new() { ConnectionString = _database.ConnectionString }, NullLogger<PostgreSqlEventStore>.Instance);
        await DrawHistory.Play(store);
        await using var checkpoints = new PostgreSqlCheckpointStore(PostgreSqlCheckpointStoreOptions.Beside(_database.ConnectionString));
        foreach (var view in (SubscriptionTests.Nothing[])[new("fine", 0), new("stuck", 2)])
        {
            var worker = new SubscriptionWorker(Subscription.Of(view, checkpoints), store, new() { Retries = 0 }, TimeProvider.System, NullLogger.Instance);
            await worker.Take("silo 1");
            while (await worker.Work()) { }
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task List_and_lag_tell_the_same_as_of_files()
    {
        (await Shell.Township("subscriptions", "list", "--store", Store)).Should().Match<Answer>(a => a.Exit == 0 && a.Error == "" && a.Lines.Count() == 3)
            .And.Match<Answer>(a => a.Output.Contains("InvalidOperationException: poison"));
        var lag = await Shell.Township("subscriptions", "lag", "--store", Store, "--format", "json");
        lag.Exit.Should().Be(0);
        lag.Lines[0].Should().StartWith("""{"subscription":"fine","version":1,"build":1,"state":"live",""").And.EndWith("\"commitsBehind\":0,\"secondsBehind\":0}");
        lag.Lines[1].Should().StartWith("""{"subscription":"stuck","version":1,"build":1,"state":"building, stopped","position":1,""");
    }

    [Fact]
    public async Task Skip_and_rebuild_write_to_the_record()
    {
        var views = $"{Store};Search Path=township_read_models";
        (await Shell.Township("subscriptions", "skip", "stuck", "--position", "2", "--reason", "a trial", "--by", "c-001", "--read-models", views)).Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        (await Shell.Township("subscriptions", "rebuild", "fine", "--read-models", views)).Should().Be(new Answer(0, "Build 2 of fine is requested. The silo that runs the subscription will start it.\n", ""));
        await using var checkpoints = new PostgreSqlCheckpointStore(PostgreSqlCheckpointStoreOptions.From(_database.ConnectionString));
        (await checkpoints.Find("stuck"))!.Skips.Should().ContainSingle().Which.Should().Match<SkippedCommit>(s => s.Position == 2 && s.By == "c-001" && s.Reason == "a trial");
        (await checkpoints.Find("fine"))!.Builds.Select(b => (b.Number, b.State)).Should().Equal((1, BuildState.Live), (2, BuildState.Requested));
        (await Shell.Township("subscriptions", "rebuild", "nobody", "--read-models", views)).Should().Be(new Answer(2, "", "township: There is no subscription 'nobody'.\n"));
    }

    [Fact]
    public async Task Views_that_are_not_there_are_exit_code_3_are_not_made_and_no_password_is_told()
    {
        await using var empty = await PostgresDatabase.Create();
        (await Shell.Township("subscriptions", "list", "--read-models", $"postgres:{empty.ConnectionString};Password=geheim"))
            .Should().Match<Answer>(a => a.Exit == 3 && a.Output == "" && a.Error.StartsWith("township: The store cannot be opened: There is no checkpoint store in schema 'township_read_models' of database '") && !a.Error.Contains("geheim"));
        (await empty.Value<bool>("SELECT to_regnamespace('township_read_models') IS NULL")).Should().BeTrue();
        (await Shell.Township("subscriptions", "list", "--read-models", "postgres:Host=127.0.0.1;Port=1;Password=geheim")).Should().Match<Answer>(a => a.Exit == 3 && !a.Error.Contains("geheim"));
        (await Shell.Township("subscriptions", "list", "--read-models", "postgres:Nonsense=geheim")).Should().Match<Answer>(a => a.Exit == 3 && !a.Error.Contains("geheim"));
    }
}
