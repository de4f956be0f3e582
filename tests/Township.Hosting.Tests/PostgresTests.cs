using Microsoft.Extensions.Options;
using Township.Counters;
using Township.Testing.Postgres;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>The same aggregates on a PostgreSQL store.</summary>
[Collection(nameof(HostedTownship))]
public sealed class PostgresTests : IAsyncLifetime
{
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_a_silo_stored_is_there_after_a_restart()
    {
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        for (var run = 1; run <= 2; run++)
        {
            await using var township = await HostedTownship.Start(Configure);
            var counter = township.Grains.GetGrain<ICounterGrain>("huimin/n-1");
            for (var i = 0; i < 3; i++) await counter.Execute(new Add(1));
            (await counter.View()).Should().Be(new Versioned<CounterView>(run * 3, new(run * 3)));
        }

        (await _database.Value<long>("SELECT count(*) FROM pg_inherits WHERE inhparent = 'elsewhere.commits'::regclass")).Should().Be(2);

        void Configure(TownshipOptions options)
        {
            options.Store.Provider = StoreProviders.Postgres;
            options.Store.ConnectionString = $"{_database.ConnectionString};Search Path=elsewhere";
            options.Store.Partitions = 2;
        }
    }

    [Fact]
    public async Task Snapshots_lie_beside_the_store_and_are_used_after_a_restart()
    {
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var stream = new StreamId("counter", "huimin", "n-1");
        await using (var township = await HostedTownship.Start(Configure))
        {
            for (var i = 0; i < 25; i++) await township.Grains.GetGrain<ICounterGrain>(stream.Key).Execute(new Add(1));
            // Snapshots are written behind the commands' backs: the last one due may still be on its way.
            await Eventually.Holds(async () => await township.Services.Snapshots.Load(stream) is { Version: >= 20 });
        }

        (await _database.Value<string>("SELECT GrainIdExtensionString FROM township_cluster.OrleansStorage")).Should().Be(stream.ToString());
        (await LoadedEvents.During(async () =>
        {
            await using var township = await HostedTownship.Start(Configure);
            (await township.Grains.GetGrain<ICounterGrain>(stream.Key).View()).Should().Be(new Versioned<CounterView>(25, new(25)));
        })).Should().Be(5);

        void Configure(TownshipOptions options)
        {
            options.Store.Provider = StoreProviders.Postgres;
            options.Store.ConnectionString = _database.ConnectionString;
            options.Snapshots.Every = 10;
        }
    }

    [Fact]
    public async Task A_silo_that_does_not_migrate_tells_what_is_missing()
    {
        var start = () => HostedTownship.Start(Configure);
        (await start.Should().ThrowAsync<Exception>()).Which.Innermost().Should().BeOfType<StoreOpenException>()
            .Which.Message.Should().StartWith("The schema 'township_cluster' for Orleans' tables has version 0;").And.Contain("silo -- migrate");

        void Configure(TownshipOptions options)
        {
            (options.Store.Provider, options.Store.ConnectionString, options.Store.Migrate) = (StoreProviders.Postgres, _database.ConnectionString, false);
        }
    }

    [Theory]
    [InlineData(null, 1, "Township:Store:ConnectionString is not set; use 'Host=…;Database=…;Username=…'.")]
    [InlineData("Password=geheim", 1, "Township:Store:ConnectionString has no Host.")]
    [InlineData("Nonsense=geheim", 1, "Township:Store:ConnectionString is not a connection string: *")]
    [InlineData("Host=127.0.0.1", 0, "Township:Store:Partitions must be a number from 1 to 1024.")]
    public async Task Settings_that_make_no_sense_stop_the_start_and_tell_no_password(string? connection, int partitions, string message)
    {
        var start = () => HostedTownship.Start(options =>
        {
            options.Store.Provider = StoreProviders.Postgres;
            options.Store.ConnectionString = connection ?? options.Store.ConnectionString;
            options.Store.Partitions = partitions;
        });
        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage(message).Which.Message.Should().NotContain("geheim");
    }
}
