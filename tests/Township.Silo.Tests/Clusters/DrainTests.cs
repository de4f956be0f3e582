using System.Net;

namespace Township.Silo.Tests;

/// <summary>SIGTERM to one of two silos.</summary>
[Trait("Category", "Faults")]
[Collection(nameof(SharedCluster))]
public sealed class DrainTests(SharedCluster shared, ITestOutputHelper output)
{
    [Fact]
    public async Task A_silo_that_is_told_to_stop_leaves_the_cluster_at_once_and_loses_nothing()
    {
        var cluster = shared.Silos;
        if (await cluster.Running(2) is not [var leaving, var staying, ..]) throw new InvalidOperationException("Two silos run.");
        await using var client = await cluster.Connect();
        await using var load = SteadyLoad.Start(client.Grains);
        await load.Answers(200);

        var seen = new List<string> { await Ask(leaving) };
        var health = Watch(leaving, seen);
        await leaving.Signal("TERM");
        (await leaving.End()).Should().Match<ProcessEnd>(e => e.ExitCode == 0 && e.Error == "");
        (await cluster.StatusOf(leaving)).Should().Be(SiloStatus.Dead, "nobody has to find out by probing");
        (await cluster.StatusOf(staying)).Should().Be(SiloStatus.Active);

        await load.Answers(200);
        await load.Finish();
        output.WriteLine($"{load.Acknowledged.Count} acknowledged, {load.Failures.Count} failures, longest wait {load.LongestWait}; {string.Join("; ", load.Failures.Select(f => f.Message).Distinct().Take(5))}");
        load.LongestWait.Should().BeLessThan(TimeSpan.FromSeconds(10));
        await health;
        seen.Should().Equal("ready", "not ready but alive", "gone");
        Histories.Check(await cluster.Commits(), load.Acknowledged);
        (await cluster.Verify()).ExitCode.Should().Be(0);
    }

    // Every answer once, in the order in which they came.
    static async Task Watch(SiloProcess silo, List<string> seen)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (seen[^1] != "gone")
        {
            await pace.WaitForNextTickAsync();
            var now = await Ask(silo);
            if (seen[^1] != now) seen.Add(now);
        }
    }

    static async Task<string> Ask(SiloProcess silo)
    {
        try
        {
            return (await silo.Get("/health/ready")).Status switch
            {
                HttpStatusCode.OK => "ready",
                HttpStatusCode.ServiceUnavailable when (await silo.Get("/health/live")).Status == HttpStatusCode.OK => "not ready but alive",
                var other => $"{other}",
            };
        }
        catch (HttpRequestException)
        {
            return "gone";
        }
    }
}
