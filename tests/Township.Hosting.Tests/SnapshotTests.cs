using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Township.Counters;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>Snapshots in Orleans' ADO.NET grain storage on SQLite: used after a restart, and never trusted blindly.</summary>
[Collection(nameof(HostedTownship))]
public sealed class SnapshotTests : IDisposable
{
    static readonly StreamId Stream = new("counter", "huimin", "n-1");

    static readonly MessageCatalogue<CounterEvent> Catalogue = Counter.Type.Events;

    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    [Fact]
    public async Task After_a_restart_only_what_came_after_the_snapshot_is_read()
    {
        await CountTo(25);
        (await EventsReadAfterRestart()).Should().Be(5);
    }

    [Fact]
    public async Task Without_its_snapshot_file_a_silo_reads_the_whole_history()
    {
        await CountTo(25);
        SqliteConnection.ClearAllPools(); // In this process; a real restart has none.
        foreach (var file in Directory.GetFiles(_folder, "township-snapshots.db*")) File.Delete(file);
        (await EventsReadAfterRestart()).Should().Be(25);
    }

    [Fact]
    public async Task A_damaged_snapshot_is_ignored()
    {
        await CountTo(25);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "township-snapshots.db")};Pooling=false"))
        {
            connection.Open();
            using var damage = connection.CreateCommand();
            damage.CommandText = "UPDATE OrleansStorage SET PayloadBinary = x'00' WHERE GrainTypeString = 'snapshot'";
            damage.ExecuteNonQuery().Should().Be(1);
        }

        (await EventsReadAfterRestart()).Should().Be(25);
    }

    [Fact]
    public async Task A_stream_that_takes_longer_to_load_than_activations_may_comes_up_after_some_tries()
    {
        const int Events = 4_000;
        await using (var before = await HostedTownship.Start(_folder))
            for (var n = 0; n < Events; n += 100)
                await before.Services.Append(Happenings.Commit(Catalogue, $"{Stream}", [.. Enumerable.Repeat(new CounterEvent.Added(1), 100)]));
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        // A load gets through 1,500 events and is cut off; what it has come to is kept every 1,000.
        await using var township = await HostedTownship.Start(_folder, silo =>
        {
            silo.Configure<GrainCollectionOptions>(o => o.ActivationTimeout = TimeSpan.FromMilliseconds(300));
            silo.Services.PostConfigure<EventSourcingOptions>(o =>
            {
                var open = o.OpenStore!;
                o.OpenStore = async (services, cancellation) => new GatedStore(await open(services, cancellation)) { ReadsAtOnce = 15 };
            });
        });

        var tries = 0;
        Versioned<CounterView>? seen = null;
        while (seen is null && ++tries < 50)
        {
            try
            {
                seen = await township.Grains.GetGrain<ICounterGrain>(Stream.Key).View();
            }
            catch (OperationCanceledException)
            {
            }
        }

        seen.Should().Be(new Versioned<CounterView>(Events, new(Events)));
        tries.Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task Snapshots_replace_each_other_and_an_older_one_never_wins()
    {
        await using var township = await HostedTownship.Start(_folder);
        var snapshots = township.Services.Snapshots;
        await snapshots.Save(SnapshotAt(10));
        await snapshots.Save(SnapshotAt(20));
        await snapshots.Save(SnapshotAt(15));
        (await snapshots.Load(Stream)).Should().Be(SnapshotAt(20));
        (await snapshots.Load(new("counter", "songfan", "n-1"))).Should().BeNull();
        (await snapshots.Load(new("meter", "huimin", "n-1"))).Should().BeNull("a stream of another category may have the same key");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    static Snapshot SnapshotAt(long version) => new(Stream, version, CommitHash.Zero, "test", JsonBytes.From("{}"), CommitHash.Zero);

    async Task CountTo(int total)
    {
        using var _ = CallerContext.Use(new("ann", "huimin", []));
        await using var township = await HostedTownship.Start(_folder);
        var counter = township.Grains.GetGrain<ICounterGrain>(Stream.Key);
        for (var i = 0; i < total; i++) await counter.Execute(new Add(1));
        // Snapshots are written behind the commands' backs: the last one due may still be on its way.
        await Eventually.Holds(async () => await township.Services.Snapshots.Load(Stream) is { Version: >= 20 });
    }

    Task<long> EventsReadAfterRestart() => LoadedEvents.During(async () =>
    {
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        await using var township = await HostedTownship.Start(_folder);
        (await township.Grains.GetGrain<ICounterGrain>(Stream.Key).View()).Should().Be(new Versioned<CounterView>(25, new(25)));
    });
}
