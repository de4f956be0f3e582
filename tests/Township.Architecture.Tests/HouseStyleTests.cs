namespace Township;

/// <summary>What reviewers would otherwise say again and again.</summary>
public sealed class HouseStyleTests
{
    static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, f), "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void Files_are_short() =>
        Sources("src", "silo", "tests").Where(f => File.ReadLines(f).Count() > 250).Should().BeEmpty("a long file is split by the step of its life");

    [Fact]
    public void Tests_do_not_sleep() =>
        Sources("tests").Where(f => Path.GetFileName(f) != "HouseStyleTests.cs")
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("Thread.Sleep", StringComparison.Ordinal) || text.Contains("Task.Delay(", StringComparison.Ordinal)))
            .Should().BeEmpty("time in tests is a fake TimeProvider");

    [Fact]
    public void No_rule_passes_over_an_event_in_silence() =>
        Sources("src/Township.Domain").Where(f => File.ReadAllText(f).Contains("_ => state,", StringComparison.Ordinal)).Should().BeEmpty();
}
