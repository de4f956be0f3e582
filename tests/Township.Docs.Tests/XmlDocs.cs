using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Township;

/// <summary>The XML docs of an assembly, as Markdown for one cell of a table.</summary>
sealed partial class XmlDocs(Assembly assembly)
{
    readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(assembly.Location, "xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    /// <summary>The summary of a type; those of all its parts where it has several.</summary>
    public string Summary(Type type) => string.Join(' ', _members[$"T:{type.FullName!.Replace('+', '.')}"].Elements("summary")
        .Select(s => Spaces().Replace(string.Concat(s.Nodes().Select(Shown)), " ").Trim()));

    static string Shown(XNode node) => node switch
    {
        XText text => text.Value.Replace("|", "\\|", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" } see when see.Attribute("cref")?.Value is { } cref => $"`{cref.Split('(')[0].Split('.', ':')[^1]}`",
        XElement element => $"`{element.Attribute("name")?.Value ?? element.Value}`",
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
