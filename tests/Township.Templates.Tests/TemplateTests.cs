namespace Township.Templates;

/// <summary>The templates as a new user tries them: in an empty folder, from packages.</summary>
public sealed class TemplateTests(Feed feed)
{
    [Fact]
    public async Task A_silo_of_ones_own_and_one_more_aggregate_build_and_pass_their_tests()
    {
        await feed.New(feed.Work, "install", Directory.EnumerateFiles(feed.Packages, "Township.Templates.*.nupkg").Single());
        await feed.New(feed.Work, "township-silo", "-n", "Harbour", "--aggregate", "FerryBoat");
        var folder = Path.Combine(feed.Work, "Harbour");
        await feed.New(folder, "township-aggregate", "-n", "Facility", "--plural", "Facilities", "--solution", "Harbour", "--deadline", "false");

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
        files.Where(f => Shows(f, "Example") || Shows(f, "icycle") || Shows(f, "#if")).Should().BeEmpty();
        await feed.Dotnet(folder, "build", "-m:1", "-v:q");
        (await feed.Dotnet(folder, "test", "--no-build")).Should().MatchRegex(@"failed: 0\s+succeeded: 25\s");
    }

    static bool Shows(string file, string word) =>
        Path.GetFileName(file).Contains(word, StringComparison.Ordinal) || File.ReadAllText(file).Contains(word, StringComparison.Ordinal);
}
