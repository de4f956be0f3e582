using System.Data.Common;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What subscriptions must do anywhere, on PostgreSQL.</summary>
public class PostgreSqlSubscriptionTests : SubscriptionConformance<DbTransaction>
{
    PostgresDatabase _database = null!;

    public override async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override Task<ICheckpointStore<DbTransaction>> Open() => Task.FromResult(NewCheckpointStore());

    protected virtual ICheckpointStore<DbTransaction> NewCheckpointStore() => SqlPlace();

    protected ICheckpointStore<DbTransaction> SqlPlace() => new PostgreSqlCheckpointStore(Views.Options(_database));

    protected override Task CreateTable(DbTransaction transaction, string table) => transaction.CreateTable(table);

    protected override Task<string?> Get(DbTransaction transaction, string table, string key) => transaction.Get(table, key);

    protected override Task Set(DbTransaction transaction, string table, string key, string value) => transaction.Set(table, key, value);

    protected override Task<IReadOnlyDictionary<string, string>?> Query(string table) => Views.Query(_database, table);
}

/// <summary>The same with a place for every transaction in turn: as silos on different machines have them, with connections of their own.</summary>
public sealed class RivalCheckpointStoreTests : PostgreSqlSubscriptionTests
{
    protected override ICheckpointStore<DbTransaction> NewCheckpointStore() => new TakingTurns([SqlPlace(), SqlPlace(), SqlPlace()]);
}
