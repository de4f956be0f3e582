using System.Xml.Linq;

namespace Township;

/// <summary>The arrows of the architecture: who may reference whom.</summary>
public sealed class DirectionTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Township.EventSourcing"] = [],
        ["Township.EventSourcing.PostgreSql"] = ["Township.EventSourcing"],
        ["Township.Clustering.PostgreSql"] = ["Township.EventSourcing.PostgreSql"],
        ["Township.EventSourcing.Sqlite"] = ["Township.EventSourcing"],
        ["Township.EventSourcing.Testing"] = ["Township.EventSourcing"],
        ["Township.EventSourcing.Orleans.Abstractions"] = ["Township.EventSourcing"],
        ["Township.EventSourcing.Orleans"] = ["Township.EventSourcing.Orleans.Abstractions"],
        ["Township.EventSourcing.Orleans.JournaledGrain"] = ["Township.EventSourcing.Orleans"],
        ["Township.Contracts"] = ["Township.EventSourcing.Orleans.Abstractions"],
        ["Township.Client"] = ["Township.Contracts"],
        ["Township.Domain"] = ["Township.Contracts", "Township.EventSourcing"],
        ["Township.Grains"] = ["Township.Domain", "Township.EventSourcing.Orleans"],
        ["Township.ReadModels"] = ["Township.Domain"],
        ["Township.Hosting"] = ["Township.Clustering.PostgreSql", "Township.EventSourcing.PostgreSql", "Township.EventSourcing.Sqlite", "Township.Grains", "Township.ReadModels"],
        ["Township.Auditing"] = ["Township.Domain", "Township.EventSourcing"],
        ["Township.Documents"] = ["Township.Auditing"],
        ["Township.Sample"] = ["Township.Auditing", "Township.Client", "Township.Hosting"],
        ["Township.Cli"] = ["Township.Auditing", "Township.Clustering.PostgreSql", "Township.Documents", "Township.EventSourcing.PostgreSql", "Township.EventSourcing.Sqlite"],
    };

    static readonly string[] WithoutOrleansRuntime =
    [
        "Township.EventSourcing", "Township.EventSourcing.PostgreSql", "Township.EventSourcing.Sqlite", "Township.EventSourcing.Orleans.Abstractions", "Township.Clustering.PostgreSql",
        "Township.Contracts", "Township.Domain", "Township.ReadModels", "Township.Auditing", "Township.Documents", "Township.Cli",
    ];

    [Fact]
    public void Projects_reference_only_what_the_architecture_allows()
    {
        var actual = SourceTree.Folders("src").ToDictionary(project => project, project => References(project, "ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray());
        actual.Should().BeEquivalentTo(Allowed);
    }

    [Fact]
    public void The_kernel_and_the_stores_know_no_Orleans()
    {
        foreach (var project in (string[])["Township.EventSourcing", "Township.EventSourcing.PostgreSql", "Township.EventSourcing.Sqlite"])
            References(project, "PackageReference").Should().NotContain(p => p.StartsWith("Microsoft.Orleans", StringComparison.Ordinal), project);
    }

    [Fact]
    public void Contracts_domain_and_audit_need_no_Orleans_runtime()
    {
        foreach (var project in WithoutOrleansRuntime)
            References(project, "PackageReference").Should().NotContain(
                p => p == "Microsoft.Orleans.Runtime" || p == "Microsoft.Orleans.Server" || p == "Microsoft.Orleans.Client" || p == "Microsoft.Orleans.Sdk", project);
    }

    [Fact]
    public void No_assembly_takes_a_name_of_Orleans() =>
        SourceTree.Folders("src").Should().OnlyContain(p => p.StartsWith("Township.", StringComparison.Ordinal));

    static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(SourceTree.Root, "src", project, project + ".csproj"))
            .Descendants(kind).Select(r => r.Attribute("Include")!.Value);
}
