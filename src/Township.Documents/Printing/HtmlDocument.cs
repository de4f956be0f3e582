using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static Township.Documents.DocumentBlock;

namespace Township.Documents;

/// <summary>
/// Writes documents as one self-contained HTML file for A4 paper. It is built as a tree, so that a text is never parsed as markup, and
/// forbids browsers to run scripts or load resources. The output is deterministic.
/// </summary>
public static class HtmlDocument
{
    static readonly string Style = Resource("print.css");

    static readonly XmlWriterSettings Settings =
        new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None, ConformanceLevel = ConformanceLevel.Fragment };

    /// <summary>Returns the document, with line feeds. Write it as UTF-8 without a byte order mark.</summary>
    public static string Write(PrintedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var page = new XElement("html", new XAttribute("lang", "zh-CN"),
            "\n", new XElement("head",
                "\n", new XElement("meta", new XAttribute("charset", "utf-8")),
                "\n", new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")),
                "\n", new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width")),
                "\n", new XElement("title", string.Join(' ', DocumentTexts.Lines(document.Title))),
                "\n", new XElement("style", "\n" + Style), "\n"),
            "\n", new XElement("body", "\n", new XElement("main",
                "\n", Element("h1", document.Title),
                "\n", Element("p", document.Subtitle, "subtitle"),
                document.Blocks.Select(b => new object[] { "\n", Block(b) }), "\n"), "\n"), "\n");
        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, Settings)) page.WriteTo(writer);
        return text.Append('\n').ToString();
    }

    static XElement Block(DocumentBlock block) => block switch
    {
        Heading heading => Element($"h{heading.Level.ToString(CultureInfo.InvariantCulture)}", heading.Text),
        Paragraph paragraph => Element("p", paragraph.Text),
        Particulars facts => new XElement("table", new XAttribute("class", "facts"), new XElement("tbody",
            facts.Items.Select(f => new XElement("tr", new XElement("th", new XAttribute("scope", "row"), Content(f.Name)), Element("td", f.Value))))),
        Table table => Rows("rows", table.Headings, table.Rows),
        Entry entry => new XElement("section", new XAttribute("class", "entry"), new XAttribute("id", $"entry-{entry.Number.ToString(CultureInfo.InvariantCulture)}"),
            new XElement("p", new XAttribute("class", "lead"),
                Element("b", $"{entry.Number.ToString(CultureInfo.InvariantCulture)}〔{entry.Kind}〕"), " ", Content(entry.Lead)),
            Element("p", entry.Text, "words"),
            entry.Notes.Select(n => Element("p", n, "note"))),
        CommandLines lines => new XElement("pre", string.Join('\n', lines.Lines.SelectMany(DocumentTexts.Lines))),
        Signatures signatures =>
            Rows("signatures", ["身份", "姓名", "签名", "日期"], signatures.Signers.Select(s => (EquatableList<string>)[s.Name, s.Value, "", ""])),
        _ => throw new InvalidOperationException($"{block.GetType().Name} cannot be written."),
    };

    static XElement Rows(string styled, EquatableList<string> headings, IEnumerable<EquatableList<string>> rows) =>
        new("table", new XAttribute("class", styled),
        new XElement("thead", new XElement("tr", headings.Select(h => new XElement("th", new XAttribute("scope", "col"), Content(h))))),
        new XElement("tbody", rows.Select(r => new XElement("tr", r.Select(c => Element("td", c))))));

    static XElement Element(string name, string text, string? styled = null) =>
        new(name, styled is null ? null : new XAttribute("class", styled), Content(text));

    // A void element for each line break, which survives the loss of styles.
    static IEnumerable<object> Content(string text) =>
        DocumentTexts.Lines(text).SelectMany((line, i) => i == 0 ? [line] : new object[] { new XElement("br"), line });

    static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlDocument).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
