namespace Township.Silo.Tests;

/// <summary>What keeps the deadlines going besides the silos themselves.</summary>
[Trait("Category", "Faults")]
[Collection(nameof(SharedCluster))]
public sealed class ReminderTests(SharedCluster shared)
{
    [Fact]
    public async Task One_reminder_of_the_whole_cluster_keeps_the_deadlines_going()
    {
        var cluster = shared.Silos;
        await cluster.Running(2);
        await Eventually.Holds(async () => await Reminders(cluster) > 0);

        // Another silo that starts does not add another one.
        var another = await cluster.Start();
        (await Reminders(cluster)).Should().Be(1);
        (await cluster.Database.Value<string>("SELECT GrainId || ' ' || ReminderName || ' ' || Period FROM township_cluster.OrleansRemindersTable"))
            .Should().Be("township-deadline-keeper/deadlines deadlines 60000");
        await another.Signal("TERM");
        (await another.End()).ExitCode.Should().Be(0);
    }

    static Task<long> Reminders(SiloCluster cluster) => cluster.Database.Value<long>("SELECT count(*) FROM township_cluster.OrleansRemindersTable");
}
