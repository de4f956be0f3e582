using System.Text.RegularExpressions;

namespace Township;

/// <summary>What the documents show is what compiles and what the programs print.</summary>
public sealed partial class SnippetTests
{
    public static TheoryData<string> Snippets => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests", "Township.Docs.Tests", "Snippets"), "*.cs")
        .Select(f => Path.GetFileNameWithoutExtension(f)!)];

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs"), "*.md").Append(Path.Combine(SourceTree.Root, "README.md")).Append(Path.Combine(SourceTree.Root, "CONTRIBUTING.md"))
        .Select(f => Path.GetRelativePath(SourceTree.Root, f))];

    [Theory, MemberData(nameof(Snippets))]
    public void A_document_shows_the_code_that_was_compiled(string snippet)
    {
        var source = File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "Township.Docs.Tests", "Snippets", snippet + ".cs"));
        var code = source.Split("// <snippet>\n")[1].Split("// </snippet>")[0].TrimEnd();
        Documents.Select(d => File.ReadAllText(Path.Combine(SourceTree.Root, d))).Should().Contain(text => text.Contains($"```csharp\n{code}\n```"));
    }

    [Fact]
    public void The_page_on_own_aggregates_and_the_readmes_of_packages_show_what_the_templates_write()
    {
        var written = Templates().Append(Path.Combine(SourceTree.Root, "tests", "Township.Docs.Tests", "Snippets", "ReactionSnippet.cs"))
            .Select(f => Conditional().Replace(File.ReadAllText(f), "")).ToList();
        var blocks = SourceTree.Folders("src").Select(p => Path.Combine("src", p, "README.md")).Append("docs/own-aggregate.md")
            .SelectMany(d => Block().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, d)))).Select(m => m.Groups[1].Value).ToList();
        blocks.Should().HaveCountGreaterThan(20);
        blocks.Where(block => !written.Any(text => text.Contains($"\n{block}", StringComparison.Ordinal) || text.StartsWith(block, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void The_sample_s_page_shows_the_report_and_the_readme_its_beginning()
    {
        var report = Read("src/Township.Sample/samples/sample.report.txt").TrimEnd();
        Read("docs/sample.md").Should().Contain($"```text\n{report}\n```");

        var shown = Report().Match(Read("README.md")).Groups[1].Value;
        report.Should().StartWith(shown);
        shown.Split('\n').Should().HaveCountGreaterThan(15);
    }

    [Fact]
    public void The_page_of_settings_lists_every_one()
    {
        var settings = SettingsOf(typeof(TownshipOptions), TownshipOptions.Section).Except(["Township:Clock"]);
        var page = Read("docs/settings.md");
        settings.Where(setting => !page.Contains($"`{setting}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, document))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, document))).Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(l => l.Length > 0 && !l.Contains("://", StringComparison.Ordinal));
        links.Where(l => !File.Exists(Path.Combine(folder, l)) && !Directory.Exists(Path.Combine(folder, l))).Should().BeEmpty();
    }

    static string Read(string document) => File.ReadAllText(Path.Combine(SourceTree.Root, document));

    static IEnumerable<string> SettingsOf(Type type, string prefix) => type.GetProperties().SelectMany(p =>
        p.PropertyType.Namespace!.StartsWith("Township", StringComparison.Ordinal) ? SettingsOf(p.PropertyType, $"{prefix}:{p.Name}") : [$"{prefix}:{p.Name}"]);

    static IEnumerable<string> Templates() => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "templates"), "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // What is written with a deadline: the lines of the condition are not, nor what comes without one.
    [GeneratedRegex(@"^#if \(deadline\)\n|^#else\n.*?^#endif\n|^#endif\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"```(?:csharp|xml|json)\n(.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"```text\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Report();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
