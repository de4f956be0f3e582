using System.Data.Common;
using Npgsql;
using Township.EventSourcing.PostgreSql;
using Township.Promises;
using Township.Testing.Postgres;

namespace Township;

/// <summary>Queries of views in the PostgreSQL database of the store.</summary>
public sealed class PostgresQueryTests : QueryTests, IAsyncLifetime
{
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task While_the_database_of_the_views_is_away_queries_say_so()
    {
        await using var township = await HostedTownship.Start(options =>
        {
            Store(options);
            options.ReadModels.ConnectionString = "Host=127.0.0.1;Port=1;Database=away;Username=nobody";
        });
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var asking = () => township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), new());
        (await asking.Should().ThrowAsync<ReadModelsUnavailableException>()).Which.Should().Match<ReadModelsUnavailableException>(e => e.Reason == ReadModelsUnavailable.Unreachable && e.MayRetry);
    }

    protected override void Store(TownshipOptions options)
    {
        options.Store.Provider = StoreProviders.Postgres;
        options.Store.ConnectionString = _database.ConnectionString;
    }

    protected override ICheckpointStore<DbTransaction> Checkpoints() => new PostgreSqlCheckpointStore(new() { ConnectionString = _database.ConnectionString });

    protected override DbConnection Connect() => new NpgsqlConnection($"{_database.ConnectionString};Search Path=township_read_models;Pooling=false");
}
