using System.Data.Common;
using Npgsql;
using Township.EventSourcing.PostgreSql;
using Township.Testing.Postgres;

namespace Township;

/// <summary>Queries of views in the PostgreSQL database of the store.</summary>
public sealed class PostgresQueryTests : QueryTests, IAsyncLifetime
{
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override void Configure(TownshipOptions options)
    {
        options.Store.Provider = StoreProviders.Postgres;
        options.Store.ConnectionString = _database.ConnectionString;
    }

    protected override ISubscriptionPlace<DbTransaction> Place() => new PostgreSqlSubscriptionPlace(new() { ConnectionString = _database.ConnectionString });

    protected override DbConnection Connect() => new NpgsqlConnection($"{_database.ConnectionString};Search Path=township_views;Pooling=false");
}
