using System.Data.Common;
using Microsoft.Data.Sqlite;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Queries of views in a SQLite file beside the store.</summary>
public sealed class SqliteQueryTests : QueryTests, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void Store(TownshipOptions options) => options.Store.ConnectionString = $"Data Source={Path.Combine(_folder, "township.db")}";

    protected override ICheckpointStore<DbTransaction> Checkpoints() => new SqliteCheckpointStore(Path.Combine(_folder, "township-read-models.db"));

    protected override DbConnection Connect() => new SqliteConnection($"Data Source={Path.Combine(_folder, "township-read-models.db")};Mode=ReadOnly;Pooling=false");
}
