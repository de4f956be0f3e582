using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Views in a SQLite file beside the store.</summary>
public sealed class SqliteViewTests : ViewTests, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    string File => Path.Combine(_folder, "township-views.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("sqlite", null, "Host=db", "Township:Views:ConnectionString is not a connection string: *")]
    [InlineData("sqlite", "postgres", null, "Township:Views:ConnectionString is not set, and views of another kind than the store cannot be beside it.")]
    [InlineData("sqlite", "postgres", "Password=geheim", "Township:Views:ConnectionString names no Host.")]
    [InlineData("sqlite", "oracle", null, "Township:Views:Provider is 'oracle'; use 'sqlite' or 'postgres'.")]
    [InlineData("memory", null, "Data Source=x.db", "Township:Views:Provider is not set, and a store in memory has no views beside it; use 'sqlite' or 'postgres'.")]
    public async Task Settings_that_make_no_sense_stop_the_start_and_tell_no_password(string store, string? provider, string? connection, string message)
    {
        var start = () => HostedTownship.Start(options =>
        {
            Configure(options);
            options.Store.Provider = store;
            (options.Views.Provider, options.Views.ConnectionString) = (provider, connection);
        });
        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage(message).Which.Message.Should().NotContain("geheim");
    }

    protected override void Configure(TownshipOptions options) => options.Store.ConnectionString = $"Data Source={Path.Combine(_folder, "township.db")}";

    protected override ISubscriptionPlace<DbTransaction> Place() => new SqliteSubscriptionPlace(File);

    protected override DbConnection Connect() => new SqliteConnection($"Data Source={File};Pooling=false");
}
