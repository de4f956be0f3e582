using Township.Testing.Postgres;

namespace Township.Silo.Tests;

/// <summary>The database dies, and the network to it fails. The server is one that waits for the disk.</summary>
[Trait("Category", "Faults")]
public sealed class DatabaseFaultTests(ITestOutputHelper output) : FaultsUnderLoad(output)
{
    static readonly int Restarts = Rounds.Of(2);

    [Fact]
    public async Task The_database_crashes_and_comes_back_and_the_network_to_it_fails_in_every_way()
    {
        await using var server = await PostgresServer.Start(durable: true);
        await using var cluster = await SiloCluster.Create(server);
        cluster.Program = "Township.Testing.Silo";
        await using var network = cluster.Database.Network();
        await cluster.Start($"--Township:Store:ConnectionString={cluster.Database.Through(network)}");
        await cluster.Start();
        await UnderLoad(cluster, async load =>
        {
            for (var round = 0; round < Restarts; round++)
            {
                await load.Answers(Random.Shared.Next(1, 100));
                await server.Restart("immediate");
                await load.EverybodyAnswers();
            }

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
}
