using System.Data.Common;

namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>What deadlines must do anywhere, on SQLite.</summary>
public sealed class SqliteDeadlineTests : DeadlineConformance
{
    readonly StoreFolder _folder = new();

    protected override Task<ICheckpointStore<DbTransaction>> Open() => Task.FromResult<ICheckpointStore<DbTransaction>>(new SqliteCheckpointStore(_folder.Path));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
