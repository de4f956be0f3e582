using System.Data.Common;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What deadlines must do anywhere, on PostgreSQL.</summary>
public class PostgreSqlDeadlineTests : DeadlineConformance
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
}

/// <summary>The same with a place for every transaction in turn: as silos on different machines have them, with connections of their own.</summary>
public sealed class RivalPlaceDeadlineTests : PostgreSqlDeadlineTests
{
    protected override ISubscriptionPlace<DbTransaction> NewPlace() => new TakingTurns([SqlPlace(), SqlPlace(), SqlPlace()]);
}
