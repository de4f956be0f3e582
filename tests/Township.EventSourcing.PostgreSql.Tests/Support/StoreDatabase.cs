using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>A database of its own for a test's store.</summary>
sealed class StoreDatabase(PostgresDatabase database) : IAsyncDisposable
{
    public PostgresDatabase Database => database;

    public static async Task<StoreDatabase> Create(PostgresServer? server = null) => new(await PostgresDatabase.Create(server));

    public PostgreSqlStoreOptions Options(Action<PostgreSqlStoreOptions>? configure = null)
    {
        var options = new PostgreSqlStoreOptions
        {
            ConnectionString = database.ConnectionString,
            // A machine that is busy with other tests may stand still for a while.
            ConnectTimeout = TimeSpan.FromMinutes(1),
            CommandTimeout = TimeSpan.FromMinutes(1),
        };
        configure?.Invoke(options);
        return options;
    }

    public Task<PostgreSqlEventStore> Open(Action<PostgreSqlStoreOptions>? configure = null) =>
        PostgreSqlEventStore.Open(Options(configure), NullLogger<PostgreSqlEventStore>.Instance);

    public Task<PostgreSqlEventReader> OpenReader(Action<PostgreSqlStoreOptions>? configure = null) => PostgreSqlEventReader.Open(Options(configure));

    /// <summary>A closed store with these commits.</summary>
    public async Task Fill(params Commit[] commits)
    {
        await using var store = await Open();
        (await store.Append(commits)).Should().AllBeOfType<AppendResult.Committed>();
    }

    /// <summary>Runs SQL past the store.</summary>
    public Task Run(string sql) => database.Run(sql);

    /// <summary>Changes history as a superuser can who knows how: without the triggers.</summary>
    public Task Forge(string sql) => database.Run($"SET session_replication_role = replica; {sql}");

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

static class Reads
{
    public static async Task<List<RecordedCommit>> All(this IEventReader reader)
    {
        var commits = new List<RecordedCommit>();
        await foreach (var commit in reader.ReadAll()) commits.Add(commit);
        return commits;
    }
}
