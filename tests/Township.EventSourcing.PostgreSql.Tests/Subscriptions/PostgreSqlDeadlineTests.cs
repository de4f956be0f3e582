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

    protected override Task<ICheckpointStore<DbTransaction>> Open() => Task.FromResult(NewCheckpointStore());

    protected virtual ICheckpointStore<DbTransaction> NewCheckpointStore() => SqlPlace();

    protected ICheckpointStore<DbTransaction> SqlPlace() => new PostgreSqlCheckpointStore(Views.Options(_database));
}

/// <summary>The same with a place for every transaction in turn: as silos on different machines have them, with connections of their own.</summary>
public sealed class RivalCheckpointStoreDeadlineTests : PostgreSqlDeadlineTests
{
    protected override ICheckpointStore<DbTransaction> NewCheckpointStore() => new TakingTurns([SqlPlace(), SqlPlace(), SqlPlace()]);
}
