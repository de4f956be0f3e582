namespace Township.Silo.Tests;

/// <summary>Silos die and their connections are cut.</summary>
[Trait("Category", "Faults")]
[Collection(nameof(SharedCluster))]
public sealed class FaultTests(SharedCluster shared, ITestOutputHelper output) : FaultsUnderLoad(output)
{
    static readonly int Kills = Rounds.Of(2), Terminations = Rounds.Of(30);

    [Fact]
    public Task One_of_three_silos_is_killed_again_and_again() => UnderLoad(3, async (cluster, silos, load) =>
    {
        for (var round = 0; round < Kills; round++)
        {
            await load.Answers(Random.Shared.Next(1, 100));
            var victim = silos[Random.Shared.Next(silos.Count)];
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
    public Task Connections_are_cut_at_random() => UnderLoad(2, async (cluster, _, load) =>
    {
        var cut = 0;
        while (cut < Terminations)
        {
            await load.Answers(Random.Shared.Next(1, 20));
            if (await cluster.Database.Value<bool>(
                "SELECT coalesce((SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1), false)"))
                cut++;
        }

        await load.EverybodyAnswers();
    });

    async Task UnderLoad(int atLeast, Func<SiloCluster, List<SiloProcess>, SteadyLoad, Task> faults)
    {
        var silos = await shared.Silos.Running(atLeast);
        await UnderLoad(shared.Silos, load => faults(shared.Silos, silos, load));
    }
}
