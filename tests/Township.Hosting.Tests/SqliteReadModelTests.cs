using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Views in a SQLite file beside the store.</summary>
public sealed class SqliteReadModelTests : ReadModelTests, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    string File => Path.Combine(_folder, "township-read-models.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("sqlite", null, "Host=db", "Township:ReadModels:ConnectionString is not a connection string: *")]
    [InlineData("sqlite", "postgres", null, "Township:ReadModels:ConnectionString is not set; it is required when read models have another provider than the store.")]
    [InlineData("sqlite", "postgres", "Password=geheim", "Township:ReadModels:ConnectionString has no Host.")]
    [InlineData("sqlite", "oracle", null, "Township:ReadModels:Provider is 'oracle'; use 'sqlite' or 'postgres'.")]
    [InlineData("memory", null, "Data Source=x.db", "Township:ReadModels:Provider is not set, and read models are not kept in memory; use 'sqlite' or 'postgres'.")]
    public async Task Settings_that_make_no_sense_stop_the_start_and_tell_no_password(string store, string? provider, string? connection, string message)
    {
        var start = () => HostedTownship.Start(options =>
        {
            Configure(options);
            options.Store.Provider = store;
            (options.ReadModels.Provider, options.ReadModels.ConnectionString) = (provider, connection);
        });
        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage(message).Which.Message.Should().NotContain("geheim");
    }

    protected override void Configure(TownshipOptions options) => options.Store.ConnectionString = $"Data Source={Path.Combine(_folder, "township.db")}";

    protected override ICheckpointStore<DbTransaction> Checkpoints() => new SqliteCheckpointStore(File);

    protected override DbConnection Connect() => new SqliteConnection($"Data Source={File};Pooling=false");
}
