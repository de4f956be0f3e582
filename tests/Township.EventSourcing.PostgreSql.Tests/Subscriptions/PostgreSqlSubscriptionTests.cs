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

    protected override Task<ISubscriptionPlace<DbTransaction>> Open() => Task.FromResult(NewPlace());

    protected virtual ISubscriptionPlace<DbTransaction> NewPlace() => SqlPlace();

    protected ISubscriptionPlace<DbTransaction> SqlPlace() => new PostgreSqlSubscriptionPlace(Views.Options(_database));

    protected override Task CreateTable(DbTransaction transaction, string table) => transaction.CreateTable(table);

    protected override Task<string?> Get(DbTransaction transaction, string table, string key) => transaction.Get(table, key);

    protected override Task Set(DbTransaction transaction, string table, string key, string value) => transaction.Set(table, key, value);

    protected override Task<IReadOnlyDictionary<string, string>?> Query(string table) => Views.Query(_database, table);
}

/// <summary>The same with a place for every transaction in turn: as silos on different machines have them, with connections of their own.</summary>
public sealed class RivalPlaceTests : PostgreSqlSubscriptionTests
{
    protected override ISubscriptionPlace<DbTransaction> NewPlace() => new TakingTurns([SqlPlace(), SqlPlace(), SqlPlace()]);
}
