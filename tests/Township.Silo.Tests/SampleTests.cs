namespace Township.Silo.Tests;

/// <summary><c>sample</c>, as the README tells users to run it.</summary>
public sealed class SampleTests
{
    static string Expected => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "huimin-pledges.report.txt"));

    [Fact]
    public void The_readme_shows_the_report() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).Should().Contain("```text\n" + Expected + "```\n");

    [Fact]
    public async Task The_sample_prints_the_report_of_the_readme_and_a_second_run_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        (await Play(folder)).Should().Be((0, Expected));
        var head = await Stores.Head(folder.Store);
        head.Position.Should().BeGreaterThan(1500);

        var (exitCode, output) = await Play(folder);
        exitCode.Should().Be(0);
        output.Split('\n')[0].Should().Be($"This run changes nothing: {head.Position:N0} commands repeated, 0 events written.");
        Report(output).Should().Be(Report(Expected));
        (await Stores.Head(folder.Store)).Should().Be(head);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public async Task A_sample_that_was_stopped_goes_on_where_it_was(string signal, int exitCode)
    {
        using var folder = new TemporaryFolder();
        await using (var stopped = SiloProcess.Start(folder.Path, "sample", "--data", folder.Path))
        {
            await Stores.HasGrownTo(folder.Store, 400);
            await stopped.Signal(signal);
            (await stopped.End()).ExitCode.Should().Be(exitCode);
        }

        var (exit, output) = await Play(folder);
        exit.Should().Be(0);
        Report(output).Should().Be(Report(Expected));
    }

    static async Task<(int ExitCode, string Output)> Play(TemporaryFolder folder)
    {
        await using var sample = SiloProcess.Start(folder.Path, "sample", "--data", folder.Path);
        var end = await sample.End();
        return (end.ExitCode, end.Output + (end.ExitCode == 0 ? "" : end.Error));
    }

    // All but the first line, which counts what this run did.
    static string Report(string output) => output[output.IndexOf('\n', StringComparison.Ordinal)..];
}
