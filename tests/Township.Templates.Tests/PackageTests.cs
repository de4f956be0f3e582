using System.IO.Compression;
using System.Xml.Linq;

namespace Township.Templates;

/// <summary>What a team refers to.</summary>
public sealed class PackageTests(Feed feed)
{
    static readonly string[] Libraries = [.. SourceTree.Folders("src").Where(p => p != "Township.Sample")];

    [Fact]
    public void Every_project_of_src_but_the_sample_is_a_package_with_symbols_and_so_are_the_templates_and_nothing_else()
    {
        Names("*.nupkg").Should().BeEquivalentTo([.. Libraries, "Township.Templates"]);
        Names("*.snupkg").Should().BeEquivalentTo(Libraries);
    }

    [Fact]
    public void Every_package_says_what_it_is_for_by_whom_and_on_which_terms()
    {
        foreach (var package in Directory.EnumerateFiles(feed.Packages, "*.nupkg"))
        {
            using var zip = ZipFile.OpenRead(package);
            var metadata = Metadata(zip);
            (string Authors, string License, string Readme) expected = ("Township", "MIT", "README.md");
            (Value(metadata, "authors"), Value(metadata, "license"), Value(metadata, "readme")).Should().Be(expected, package);
            Value(metadata, "description").Should().NotBe("Package Description").And.NotBe(Value(metadata, "id"));
            Text(zip.GetEntry("README.md")!).Should().StartWith($"# {Value(metadata, "id")}\n");
            Text(zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal))).Should().NotContain(SourceTree.Root);
        }
    }

    [Fact]
    public void The_command_line_is_a_tool()
    {
        using var zip = ZipFile.OpenRead(Directory.EnumerateFiles(feed.Packages, "Township.Cli.*.nupkg").Single());
        Metadata(zip).Descendants().Where(e => e.Name.LocalName == "packageType").Select(e => (string?)e.Attribute("name")).Should().Equal("DotnetTool");
        zip.Entries.Should().Contain(e => e.Name == "township.dll");
    }

    [Fact]
    public async Task A_release_names_no_folder_of_the_machine_that_built_it() =>
        (await feed.Dotnet(SourceTree.Root, "msbuild", "src/Township.EventSourcing", "-getProperty:PathMap", "-p:Configuration=Release")).Trim()
            .Should().Be($"{SourceTree.Root}{Path.DirectorySeparatorChar}=/_/");

    IEnumerable<string> Names(string pattern) => Directory.EnumerateFiles(feed.Packages, pattern).Select(p =>
    {
        using var zip = ZipFile.OpenRead(p);
        return Value(Metadata(zip), "id");
    });

    static XElement Metadata(ZipArchive package) =>
        XDocument.Parse(Text(package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!;

    static string Value(XElement metadata, string name) => metadata.Descendants().First(e => e.Name.LocalName == name).Value;

    static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
