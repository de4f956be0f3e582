using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Township;

/// <summary>The tables of docs/read-models.md are those of the records, with the meanings that their documentation states. The prose around them is written by hand.</summary>
public sealed partial class DocumentTests
{
    /// <summary>Set to 1 to write the document anew, after a deliberate change of a row.</summary>
    const string Update = "TOWNSHIP_UPDATE_DOCS";

    static readonly string Document = Path.Combine(SourceTree.Root, "docs", "read-models.md");

    static readonly Dictionary<string, RowTable> Tables = TownshipReadModels.All.SelectMany(m => m.RowTables).ToDictionary(t => t.Name);

    [Fact]
    public async Task The_document_shows_every_table_with_every_column_and_its_meaning()
    {
        var text = await File.ReadAllTextAsync(Document);
        var shown = new List<string>();
        var actual = Section().Replace(text, section =>
        {
            shown.Add(section.Groups["table"].Value);
            return Write(Tables[section.Groups["table"].Value]);
        });
        shown.Should().BeEquivalentTo(Tables.Keys);
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(Document, actual);
        actual.Should().Be(text, $"run this test with {Update}=1 when the change is meant");
    }

    [Fact]
    public async Task The_tables_have_these_columns_in_this_order()
    {
        foreach (var model in TownshipReadModels.All)
        {
            using var database = await ReadModelDatabase.With(model);
            foreach (var table in model.RowTables) database.Columns(table.Name).Should().Equal(table.ColumnNames, table.Name);
        }
    }

    static string Write(RowTable table)
    {
        var documentation = Documentation(table.Row);
        var text = new StringBuilder($"### {table.Name}\n\n{Words(documentation.Element("summary")!)}\n\n| column | meaning |\n|---|---|\n");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var meaning = Words(documentation.Elements("param").Single(p => p.Attribute("name")!.Value == column.Property.Name)).TrimEnd('.');
            text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {(i < table.Key ? "**key.** " : "")}{meaning} |\n");
        }

        return text.ToString();
    }

    static XElement Documentation(Type row) => XDocument.Load(Path.ChangeExtension(row.Assembly.Location, "xml"))
        .Descendants("member").Single(m => m.Attribute("name")!.Value == $"T:{row.FullName}");

    static string Words(XElement element) => Spaces().Replace(
        string.Concat(element.Nodes().Select(n => n is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : n is XText plain ? plain.Value : throw new InvalidDataException($"{n}"))), " ").Trim();

    // A heading that names a table, up to the end of the table of its columns.
    [GeneratedRegex(@"^### (?<table>[a-z_]+)\n(?:(?!#).*\n)*?\| column \| meaning \|\n(?:\|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
