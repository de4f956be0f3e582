namespace Township.Silo.Tests;

/// <summary>What keeps the deadlines going besides the silos themselves.</summary>
[Trait("Category", "Faults")]
public sealed class ReminderTests
{
    [Fact]
    public async Task One_reminder_of_the_whole_cluster_keeps_the_deadlines_going()
    {
        await using var cluster = await SiloCluster.Create();
        await Task.WhenAll(cluster.Start(), cluster.Start());
        using var deadline = new CancellationTokenSource(SiloProcess.Deadline);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await Reminders(cluster) == 0) await pace.WaitForNextTickAsync(deadline.Token);

        // A third silo that starts does not add another one.
        await cluster.Start();
        (await Reminders(cluster)).Should().Be(1);
        (await cluster.Database.Value<string>("SELECT GrainId || ' ' || ReminderName || ' ' || Period FROM township_cluster.OrleansRemindersTable"))
            .Should().Be("township-deadline-keeper/deadlines deadlines 60000");
    }

    static Task<long> Reminders(SiloCluster cluster) => cluster.Database.Value<long>("SELECT count(*) FROM township_cluster.OrleansRemindersTable");
}
