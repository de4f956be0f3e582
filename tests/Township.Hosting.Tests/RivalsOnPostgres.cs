using Township.Testing.Postgres;

namespace Township;

public sealed class RivalsOnPostgres : RivalTests
{
    PostgresDatabase? _database;

    protected override async Task<HostedTownship> StartFirst()
    {
        _database = await PostgresDatabase.Create();
        return await StartSecond();
    }

    protected override Task<HostedTownship> StartSecond() => HostedTownship.Start(o =>
    {
        o.Store.Provider = StoreProviders.Postgres;
        o.Store.ConnectionString = _database!.ConnectionString;
    });

    protected override ValueTask RemoveDatabase() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
