using Microsoft.Data.Sqlite;

namespace Township;

/// <summary>What happens where the lock file does not hold.</summary>
public sealed class RivalsOnSqlite : RivalTests
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    protected override Task<HostedTownship> StartFirst() => HostedTownship.Start(_folder);

    protected override Task<HostedTownship> StartSecond()
    {
        // The lock keeps a second silo away; a file of that name can be locked again once the first one is gone.
        File.Delete(Path.Combine(_folder, "township.db.lock"));
        return HostedTownship.Start(_folder);
    }

    protected override ValueTask RemoveDatabase()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
