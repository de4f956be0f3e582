using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using Township.Auditing;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.Testing.Postgres;
using Township.Tills;

namespace Township;

/// <summary>Several clusters that know nothing of each other host the same grain; and one that stops and starts again.</summary>
public sealed class RivalTests
{
    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task Of_rival_activations_one_wins_each_version_and_nothing_acknowledged_is_lost_or_doubled(string type)
    {
        var memory = new MemoryEventStore();
        await Rival(type, memory, memory);
    }

    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task So_it_is_on_PostgreSQL_where_each_has_a_store_of_its_own(string type)
    {
        await using var database = await PostgresDatabase.Create();
        // A machine that is busy with other tests may stand still for a while.
        var options = new PostgreSqlStoreOptions { ConnectionString = database.ConnectionString, CommandTimeout = TimeSpan.FromMinutes(1) };
        await Rival(type, await Open(), await Open());

        async Task<IEventStore> Open() => await PostgreSqlEventStore.Open(options, NullLogger<PostgreSqlEventStore>.Instance);
    }

    [Fact]
    public async Task After_a_restart_everything_is_there_again()
    {
        var folder = Directory.CreateTempSubdirectory("township-");
        var options = new SqliteStoreOptions { Path = Path.Combine(folder.FullName, "township.db") };
        try
        {
            await using (var before = await Start(await SqliteEventStore.Open(options, NullLogger<SqliteEventStore>.Instance)))
            {
                await Till(before, "till").Deposit(1, 2);
                await Till(before, "till").Raise("listed", "a");
                await Till(before, "till").Raise("noted", "b");
                await Till(before, "till").DepositLater(4);
            }

            await using (var after = await Start(await SqliteEventStore.Open(options, NullLogger<SqliteEventStore>.Instance)))
            {
                (await Till(after, "till").Look()).Should().Be(new TillLook(5, 7, "a,b", 7, "a,b", 0));
                (await Till(after, "till").Events(0, 5)).Should().Be("+1 +2 a b +4");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Rival(string type, IEventStore one, IEventStore other)
    {
        await using var first = await Start(one);
        await using var second = await Start(other);
        ITill[] tills = [Till(first, type), Till(second, type)];
        foreach (var till in tills) await till.Look();

        var deposits = Enumerable.Range(0, 40).Select(n => tills[n % 2].Deposit(1)).ToArray();
        var withdrawals = Enumerable.Range(0, 40).Select(n => tills[n % 2].WithdrawIfUnchanged(1000)).ToArray();
        await Task.WhenAll(deposits);
        var withdrawn = (await Task.WhenAll(withdrawals)).Count(w => w);

        var log = await one.ReadAll().ToListAsync();
        var events = log.SelectMany(c => c.Events).CountBy(e => e.Name).ToDictionary();
        events["Township.Tills.Deposited"].Should().Be(40);
        events.GetValueOrDefault("Township.Tills.Withdrawn").Should().Be(withdrawn);
        foreach (var till in tills)
        {
            await till.Refresh();
            (await till.Look()).Should().Be(new TillLook(40 + withdrawn, 40 - (1000 * withdrawn), "", 40 - (1000 * withdrawn), "", 0));
        }

        var faults = new List<Auditing.Fault>();
        (await new HistoryVerifier(one, []).VerifyAll(faults.Add)).Journaled.Should().Be(log.Count);
        faults.Should().BeEmpty();
    }

    static ITill Till(InProcessTestCluster cluster, string type) => cluster.Client.GetGrain<ITill>(GrainId.Create(type, "huimin/a"));

    static async Task<InProcessTestCluster> Start(IEventStore store)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo
            .AddEventSourcing(o => o.OpenStore = (_, _) => Task.FromResult(store))
            .AddTownshipLogConsistencyProviderAsDefault(o => o.MaxLostRaces = 100)
            .AddTownshipLogConsistencyProvider(configure: o => o.MaxLostRaces = 100)
            .AddTownshipLogConsistencyProvider("named"));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
