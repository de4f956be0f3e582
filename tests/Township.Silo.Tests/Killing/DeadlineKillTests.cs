using Township.Testing.Silo;

namespace Township.Silo.Tests;

/// <summary>kill -9 of a silo while it sends what is due.</summary>
[Trait("Category", "Faults")]
public sealed class DeadlineKillTests(ITestOutputHelper output)
{
    const int Alarms = 60, Each = 5;

    static readonly int Kills = Rounds.Of(2);

    static readonly TimeSpan Spread = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task Whatever_is_due_while_silos_die_is_carried_out_once_and_in_the_order_of_each_stream()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        for (var round = 0; round < Kills; round++)
        {
            await using var silo = await Started(folder);
            await using (var client = await GatewayClient.Connect(silo.GatewayPort)) await Set(client.Grains, round);
            // Somewhere among those that this round set, or that the last one left.
            var before = (await Rung(folder)).Count;
            await RingUntil(folder, before + random.Next(1, Alarms * Each));
            silo.Kill();
            await silo.End();
            output.WriteLine($"Round {round}: {(await Rung(folder)).Count} of {(round + 1) * Alarms * Each} rang before the kill");
        }

        await using (var silo = await Started(folder))
        {
            await RingUntil(folder, Kills * Alarms * Each);
            await silo.Signal("TERM");
            (await silo.End()).ExitCode.Should().Be(0);
        }

        var rung = await Rung(folder);
        rung.Select(r => (r.Stream, r.Event.Name)).Should().OnlyHaveUniqueItems().And.HaveCount(Kills * Alarms * Each);
        foreach (var stream in rung.GroupBy(r => r.Stream)) stream.Select(r => r.Event.DueAt).Should().BeInAscendingOrder(stream.Key.ToString());
        rung.Should().OnlyContain(r => r.Event.At >= r.Event.DueAt);
        rung.Select(r => r.Actor).Should().AllBeEquivalentTo(new Actor("deadlines", "alarms", [Roles.System]));
    }

    static async Task<SiloProcess> Started(TemporaryFolder folder)
    {
        var silo = SiloProcess.Host(folder.Path, [$"--Township:Store:ConnectionString=Data Source={folder.Store}"], "Township.Testing.Silo");
        await silo.IsReady();
        return silo;
    }

    // In no order: what is due first is not what was set first. Far enough ahead to be set before the first of them is due.
    static Task Set(IGrainFactory grains, int round)
    {
        var start = DateTimeOffset.UtcNow.AddSeconds(5);
        return Task.WhenAll(Enumerable.Range(0, Alarms).Select(async n =>
        {
            using var caller = CallerContext.Use(new("c-001", "alarms", []), "alarms");
            var times = Enumerable.Range(0, Each).Select(i => new AlarmTime($"r{round}.{i}", start + (((((i * 3) + n) % Each * Alarms) + n) * Spread)));
            (await grains.GetGrain<IAlarmGrain>($"alarms/a-{n}").Execute(new AlarmCommand.Set([.. times]))).Accepted.Should().BeTrue();
        }));
    }

    static Task RingUntil(TemporaryFolder folder, int count) => Eventually.Holds(async () => (await Rung(folder)).Count >= count);

    static async Task<List<(StreamId Stream, Actor Actor, AlarmEvent.Rang Event)>> Rung(TemporaryFolder folder) =>
    [
        .. (await Stores.Commits(folder.Store)).SelectMany(c => c.Events.Select(Alarm.Type.Events.Deserialize).OfType<AlarmEvent.Rang>(), (commit, rang) => (commit.Stream, commit.Actor, rang)),
    ];
}
