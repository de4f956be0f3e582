namespace Township.Silo.Tests;

/// <summary>kill -9 of a silo at random moments under load.</summary>
[Trait("Category", "Faults")]
public sealed class KillTests(ITestOutputHelper output)
{
    const int MostAnswers = 800;

    static readonly int Kills = Rounds.Of(3);

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

    static async Task CheckStored(TemporaryFolder folder, PostLoad load) => Histories.Check(await Stores.Commits(folder.Store), load.Acknowledged);
}
