namespace Township.Silo.Tests;

/// <summary>
/// Silos and databases die under load, and networks fail. Afterwards all that was acknowledged is there, nothing is there
/// twice, positions have no gaps, subscriptions have missed and repeated nothing, and auditors find nothing.
/// </summary>
public abstract class FaultsUnderLoad(ITestOutputHelper output)
{
    const int Clients = 12;

    static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    private protected async Task UnderLoad(SiloCluster cluster, Func<SteadyLoad, Task> faults)
    {
        await using var client = await cluster.Connect();
        await using var load = SteadyLoad.Start(client.Grains, Clients);
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
