namespace Township.Silo.Tests;

/// <summary>kill -9 of a silo at random moments under load.</summary>
[Trait("Category", "Faults")]
public sealed class KillTests(ITestOutputHelper output)
{
    const int Kills = 20, MostAnswers = 800;

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_stored_once_and_what_was_not_can_be_sent_again()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var load = new PostLoad(random);
        using var folder = new TemporaryFolder();
        for (var round = 0; round < Kills; round++)
        {
            await using var silo = await Started(folder, load);
            await using var client = await GatewayClient.Connect(silo.GatewayPort);
            await load.RunUntil(client.Grains, random.Next(1, MostAnswers), silo.Kill);
            await silo.End();
        }

        (await Stores.Verify(folder.Store)).Should().Match<ProcessEnd>(e => e.ExitCode == 0, "a history that ends with a kill is whole");
        await using (var silo = await Started(folder, load))
        await using (var client = await GatewayClient.Connect(silo.GatewayPort))
        {
            await load.Finish(client.Grains);
            await silo.Signal("TERM");
            (await silo.End()).ExitCode.Should().Be(0);
        }

        output.WriteLine($"{load.Acknowledged.Count} acknowledged; {load.SentAgain} sent again, {load.Repeated} of them stored before");
        await CheckStored(folder, load);
        (await Stores.Commits(folder.Store)).Select(c => c.Content.CommandId).ToHashSet().SetEquals(load.Sent).Should().BeTrue("in the end all that was sent is stored");
        (await Stores.Verify(folder.Store)).Should().Match<ProcessEnd>(e => e.ExitCode == 0);
        load.Repeated.Should().BePositive("some kills hit between a commit and its answer");
    }

    static async Task<SiloProcess> Started(TemporaryFolder folder, PostLoad load)
    {
        var silo = SiloProcess.Host(folder);
        await silo.IsReady();
        await CheckStored(folder, load);
        return silo;
    }

    static async Task CheckStored(TemporaryFolder folder, PostLoad load)
    {
        var commits = await Stores.Commits(folder.Store);
        commits.Select(c => c.Position).SequenceEqual(Numbers(commits.Count)).Should().BeTrue("positions have no gaps");
        commits.GroupBy(c => c.Stream).Where(s => !s.Select(c => c.LastVersion).SequenceEqual(Numbers(s.Count()))).Should().BeEmpty("versions have no gaps");
        commits.GroupBy(c => c.Content.CommandId).Where(c => c.Count() > 1).Should().BeEmpty("no command is carried out twice");
        var stored = commits.ToDictionary(c => c.Content.CommandId, c => new PostLoad.Acknowledgement(c.Stream, c.LastVersion));
        load.Acknowledged.Where(a => stored.GetValueOrDefault(a.Key) != a.Value).Should().BeEmpty("what was acknowledged is stored as it was told");
    }

    static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(n => (long)n);
}
