namespace Township.EventSourcing.Sqlite.Tests;

public sealed class SqliteConformanceTests : EventStoreConformance
{
    readonly StoreFolder _folder = new();

    protected override async Task<IEventStore> Open() => await _folder.Open(WaitingLong);

    protected override async Task<IEventStore> OpenAnother()
    {
        // As where the lock does not hold; a file of that name can be locked again.
        File.Delete(_folder.Path + ".lock");
        return await _folder.Open(WaitingLong);
    }

    // Two rivals that append without a pause leave each other hardly a moment.
    static void WaitingLong(SqliteStoreOptions options) => options.BusyTimeout = TimeSpan.FromMinutes(1);

    protected override async Task<IEventReader> OpenReader() => await _folder.OpenReader();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class SqliteLargeNumberTests : LargeNumberConformance
{
    readonly StoreFolder _folder = new();

    protected override async Task<IEventStore> Open() => await _folder.Open();

    // While the store is open: it has to notice.
    protected override async Task Seed(RecordedCommit commit)
    {
        await using (await _folder.OpenReader())
        {
            _folder.Run("DROP TRIGGER commits_follow");
            using var session = new WriteSession(new(_folder.Connect()), 1);
            session.Begin();
            session.Connection.Run($"INSERT INTO categories VALUES (1, '{commit.Stream.Category}'); INSERT INTO streams VALUES (1025, '{commit.Stream}', '{commit.Stream.Category}')");
            new InsertCommit(new(session.Connection, InsertCommit.Sql)).Try(1025, commit).Should().BeTrue();
            session.Commit();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
