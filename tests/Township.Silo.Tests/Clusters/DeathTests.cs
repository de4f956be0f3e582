using System.Diagnostics;
using Township.Posts;

namespace Township.Silo.Tests;

/// <summary>kill -9 of one of three silos.</summary>
[Trait("Category", "Faults")]
[Collection(nameof(SharedCluster))]
public sealed class DeathTests(SharedCluster shared, ITestOutputHelper output)
{
    static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Commands_to_grains_of_a_dead_silo_succeed_again_within_ten_seconds()
    {
        var cluster = shared.Silos;
        var silos = await cluster.Running(3);
        await using var client = await cluster.Connect();
        await using var load = SteadyLoad.Start(client.Grains, clients: 24);
        await load.Answers(200);

        var victim = silos[0];
        var theirs = await PostsOn(victim, client.Grains, load);
        theirs.Should().NotBeEmpty("24 posts on three silos: some are on each");
        victim.Kill();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(theirs.Select(post => Revise(client.Grains, post)));
        output.WriteLine($"{theirs.Count} posts of the dead silo answer after {watch.Elapsed}");
        watch.Elapsed.Should().BeLessThan(Recovery);
        (await cluster.StatusOf(victim)).Should().Be(SiloStatus.Dead);

        await load.Answers(200);
        await load.Finish();
        output.WriteLine($"{load.Acknowledged.Count} acknowledged, {load.Failures.Count} failures, longest wait {load.LongestWait}; {string.Join("; ", load.Failures.Select(f => f.Message).Distinct().Take(8))}");
        load.LongestWait.Should().BeLessThan(Recovery);
        Histories.Check(await cluster.Commits(), load.Acknowledged);
    }

    static async Task<List<string>> PostsOn(SiloProcess silo, IGrainFactory grains, SteadyLoad load)
    {
        var posts = new List<string>();
        for (var client = 0; client < 24; client++)
        {
            var post = grains.GetGrain<IPostGrain>(load.KeyOf(client));
            if ((await grains.GetGrain<IManagementGrain>(0).GetActivationAddress(post))?.Endpoint.Port == silo.SiloPort) posts.Add(load.KeyOf(client));
        }

        return posts;
    }

    static async Task Revise(IGrainFactory grains, string post)
    {
        using var _ = CallerContext.Use(new("c-001", "huimin", [Roles.Office]));
        var command = new PostCommand.ReviseDuties([$"走访 {Guid.CreateVersion7():N}"]) { CommandId = Guid.CreateVersion7() };
        await Eventually.Succeeds(() => grains.GetGrain<IPostGrain>(post).Execute(command),
            e => e is AggregateFailureException { MayRetry: true } or OrleansException or TimeoutException);
    }
}
