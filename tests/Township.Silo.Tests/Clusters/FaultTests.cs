using Township.Testing.Postgres;

namespace Township.Silo.Tests;

/// <summary>
/// Silos and databases die under load, and networks fail. Afterwards all that was acknowledged is there, nothing is there
/// twice, positions have no gaps, subscriptions have missed and repeated nothing, and auditors find nothing.
/// </summary>
[Trait("Category", "Faults")]
public sealed class FaultTests(ITestOutputHelper output)
{
    const int Clients = 12;

    static readonly int Kills = Rounds.Of(4), Restarts = Rounds.Of(5), Terminations = Rounds.Of(100);

    static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10), Pace = TimeSpan.FromMilliseconds(50);

    readonly Random _random = new();

    [Fact]
    public Task One_of_three_silos_is_killed_again_and_again() => UnderLoad(3, async (cluster, silos, load) =>
    {
        for (var round = 0; round < Kills; round++)
        {
            await load.Answers(_random.Next(1, 200));
            var victim = silos[_random.Next(silos.Count)];
            victim.Kill();
            await load.EverybodyAnswers();
            silos.Remove(victim);
            silos.Add(await cluster.Start());
        }
    });

    [Fact]
    public Task All_silos_are_restarted_one_after_the_other() => UnderLoad(3, async (cluster, silos, load) =>
    {
        foreach (var old in silos.ToList())
        {
            await load.EverybodyAnswers();
            await old.Signal("TERM");
            (await old.End()).ExitCode.Should().Be(0);
            silos.Add(await cluster.Start());
        }

        await load.EverybodyAnswers();
    });

    [Fact]
    public async Task The_database_crashes_and_comes_back()
    {
        await using var server = await PostgresServer.Start(durable: true);
        await UnderLoad(2, async (_, _, load) =>
        {
            for (var round = 0; round < Restarts; round++)
            {
                await load.Answers(_random.Next(1, 200));
                await server.Restart("immediate");
                await load.EverybodyAnswers();
            }
        }, server);
    }

    [Fact]
    public Task Connections_are_cut_at_random() => UnderLoad(2, async (cluster, _, load) =>
    {
        var cut = 0;
        while (cut < Terminations)
        {
            await load.Answers(_random.Next(1, 20));
            if (await cluster.Database.Value<bool>(
                "SELECT coalesce((SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1), false)"))
                cut++;
        }

        await load.EverybodyAnswers();
    });

    [Fact]
    public async Task The_network_between_a_silo_and_the_database_fails_in_every_way()
    {
        await using var cluster = await SiloCluster.Create();
        cluster.Program = "Township.Testing.Silo";
        await using var network = cluster.Database.Network();
        await cluster.Start($"--Township:Store:ConnectionString={cluster.Database.Through(network)}");
        await cluster.Start();
        await UnderLoad(cluster, async load =>
        {
            foreach (var traffic in (Traffic[])[Traffic.Vanishes, Traffic.AnswersVanish])
            {
                network.Traffic = traffic;
                await load.FailuresOf(1);
                network.Cut();
                network.Traffic = Traffic.Passes;
                await load.EverybodyAnswers();
            }

            network.Traffic = Traffic.Delayed;
            await load.EverybodyAnswers();
            network.Traffic = Traffic.Passes;

            foreach (var breaks in (Action[])[network.HalfClose, network.Cut])
            {
                breaks();
                await load.EverybodyAnswers();
            }
        });
    }

    async Task UnderLoad(int count, Func<SiloCluster, List<SiloProcess>, SteadyLoad, Task> faults, PostgresServer? server = null)
    {
        await using var cluster = await SiloCluster.Create(server);
        cluster.Program = "Township.Testing.Silo";
        List<SiloProcess> silos = [.. await Task.WhenAll(Enumerable.Range(0, count).Select(_ => cluster.Start()))];
        await UnderLoad(cluster, load => faults(cluster, silos, load));
    }

    async Task UnderLoad(SiloCluster cluster, Func<SteadyLoad, Task> faults)
    {
        await using var client = await cluster.Connect();
        await using var load = SteadyLoad.Start(client.Grains, Clients, Pace);
        await load.EverybodyAnswers();
        await faults(load);
        await load.Finish();
        output.WriteLine($"{load.Acknowledged.Count} acknowledged, longest wait {load.LongestWait}; {load.Failures.Count} failures, after {load.LongestFailure} at most:");
        foreach (var kind in load.Failures.CountBy(f => f.Message.Length > 100 ? f.Message[..100] : f.Message)) output.WriteLine($"{kind.Value} × {kind.Key}");

        load.LongestFailure.Should().BeLessThan(Recovery, "clients are told in time");
        Histories.Check(await cluster.Commits(), load.Acknowledged);
        await Effects.AreComplete(cluster);
        Histories.Check(await cluster.Commits(), load.Acknowledged);
        (await cluster.Verify()).ExitCode.Should().Be(0);
    }
}
