namespace Township.Silo.Tests;

/// <summary><c>sample</c>, as the README tells users to run it.</summary>
[Collection(nameof(PlayedSample))]
public sealed class SampleTests(PlayedSample sample)
{
    static string Expected => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample.report.txt"));

    [Fact]
    public void The_sample_prints_the_report_of_the_documents() => sample.First.Should().Be((0, Expected));

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var head = await Stores.Head(sample.Store);
        head.Position.Should().BeGreaterThan(2000);

        var (exitCode, output) = await sample.Play();
        exitCode.Should().Be(0);
        output.Split('\n')[0].Should().Be($"This run changes nothing: {head.Position:N0} commands repeated, 0 events written.");
        Report(output).Should().Be(Report(Expected));
        (await Stores.Head(sample.Store)).Should().Be(head);
    }

    [Theory]
    [InlineData("H1", "issue-report.filed")]
    [InlineData("H2", "issue-report.consolidated", "issue-report.answered", "issue-report.released", "hearing.issue-added", "hearing.reports-assigned", "hearing.arranged")]
    [InlineData("H3", "hearing.work-planned", "disclosure.published", "hearing.notice-recorded", "hearing.notice-period-ended", "hearing.opened")]
    [InlineData("H4", "hearing.signed-up", "hearing.invited", "hearing.draw-attached", "hearing.group-seated", "hearing.reserve-promoted", "hearing.postponed",
        "hearing.officer-appointed", "hearing.officer-recused", "hearing.representative-recused")]
    [InlineData("H5", "hearing.asked", "hearing.explained", "hearing.opinion-stated", "hearing.suggested", "hearing.discussed", "hearing.left-unanswered")]
    [InlineData("H6", "hearing.concluded", "hearing.objected", "hearing.objection-withdrawn", "hearing.referred", "hearing.study-result-recorded")]
    [InlineData("H7", "hearing.measure-assigned", "hearing.measure-completed", "hearing.measure-overdue", "promise.made", "promise.reminded", "promise.fulfilled",
        "promise.extended", "promise.became-overdue", "deduction.proposed", "deduction.confirmed", "deduction.dismissed")]
    [InlineData("H8", "hearing.feedback-recorded", "hearing.feedback-overdue", "hearing.closed", "hearing.reopened")]
    public async Task Every_rule_of_hearings_is_at_work_in_the_history(string rule, params string[] events)
    {
        var stored = (await Stores.Commits(sample.Store)).Where(c => c.Stream.Township == "songfan").SelectMany(c => c.Events).Select(e => e.Name).ToHashSet();
        events.Except(stored).Should().BeEmpty($"{rule} leads to them");
    }

    [Fact]
    public async Task A_sample_that_was_interrupted_and_then_killed_goes_on_where_it_was()
    {
        using var folder = new TemporaryFolder();
        await Stopped(400, sample => sample.Signal("INT"), 130);
        await Stopped(1500, sample => Task.Run(sample.Kill), 137);

        var (exit, output) = await PlayedSample.Play(folder.Path);
        exit.Should().Be(0);
        Report(output).Should().Be(Report(Expected));

        async Task Stopped(long commits, Func<SiloProcess, Task> stop, int exitCode)
        {
            await using var stopped = SiloProcess.Start(folder.Path, "sample", "--data", folder.Path);
            await Stores.HasGrownTo(folder.Store, commits);
            await stop(stopped);
            (await stopped.End()).ExitCode.Should().Be(exitCode);
        }
    }

    // All but the first line, which counts what this run did.
    static string Report(string output) => output[output.IndexOf('\n', StringComparison.Ordinal)..];
}
