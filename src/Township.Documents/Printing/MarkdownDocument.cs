using System.Buffers;
using System.Globalization;
using System.Text;
using static Township.Documents.DocumentBlock;

namespace Township.Documents;

/// <summary>Writes documents as Markdown (CommonMark with GitHub's tables). The output is deterministic.</summary>
public static class MarkdownDocument
{
    // The characters that begin an inline element in CommonMark, in GitHub's dialect or in common extensions of both.
    const string Special = "\\`*_}[]<>#~&$^@";

    static readonly SearchValues<char> Alphanumeric = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Returns the document, with line feeds. Write it as UTF-8 without a byte order mark.</summary>
    public static string Write(PrintedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder();
        text.Append("# ").Append(Line(document.Title)).Append("\n\n").Append(Lines(document.Subtitle)).Append('\n');
        foreach (var block in document.Blocks) text.Append('\n').Append(Block(block)).Append('\n');
        return text.ToString();
    }

    static string Block(DocumentBlock block) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {Line(heading.Text)}",
        Paragraph paragraph => Lines(paragraph.Text),
        Particulars facts => string.Join('\n', facts.Items.Select(f => $"- **{Line(f.Name)}**：{Lines(f.Value, "  ", begins: false)}")),
        Table table => $"{Row(table.Headings)}\n{Separator(table.Headings.Count)}{string.Concat(table.Rows.Select(r => "\n" + Row(r)))}",
        Entry entry => $"**{entry.Number.ToString(CultureInfo.InvariantCulture)}〔{Line(entry.Kind)}〕** {Line(entry.Lead)}\n\n{Quoted(entry.Text)}"
            + string.Concat(entry.Notes.Select(n => $"\n>\n> — {Lines(n, "> ")}")),
        CommandLines lines => Fenced([.. lines.Lines.SelectMany(DocumentTexts.Lines)]),
        Signatures signatures => Block(new Table(["身份", "姓名", "签名", "日期"], signatures.Signers.Select(s => (EquatableList<string>)[s.Name, s.Value, "", ""]).ToEquatableList())),
        _ => throw new InvalidOperationException($"{block.GetType().Name} cannot be written."),
    };

    static string Fenced(string[] lines)
    {
        var fence = "```";
        while (lines.Any(l => l.Contains(fence, StringComparison.Ordinal))) fence += "`";
        return $"{fence}sh\n{string.Join('\n', lines)}\n{fence}";
    }

    static string Separator(int columns) => "|" + string.Concat(Enumerable.Repeat(" --- |", columns));

    static string Row(EquatableList<string> cells) =>
        "|" + string.Concat(cells.Select(c => $" {string.Join("<br>", LinesOf(c).Select(l => Escape(l, begins: false)))} |"));

    static string Quoted(string text) => "> " + Lines(text, "> ");

    static string Line(string text) => string.Join(' ', LinesOf(text).Select(l => Escape(l, begins: false)));

    static string Lines(string text, string indent = "", bool begins = true) =>
        string.Join("\\\n" + indent, LinesOf(text).Select((l, i) => Escape(l, begins || i > 0)));

    // Blank lines around a text would end the element that contains it.
    static string[] LinesOf(string text) => DocumentTexts.Lines(text.Trim(' ', '\t', '\r', '\n'));

    // The parameter begins tells whether the first character of the text could begin an element.
    static string Escape(string line, bool begins)
    {
        var text = line.Trim(' ', '\t');
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            // Some parsers look for tables and attributes before backslashes.
            if (text[i] is '|' or '{') escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)text[i]};");
            else if (Special.Contains(text[i], StringComparison.Ordinal) || (begins && Begins(text, i)) || IsDoubled(text, i)
                || Links(text, i))
                escaped.Append('\\').Append(text[i]);
            else escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // A list, a rule, a heading or a definition begins a line with one of these characters; after a number or letters,
    // such a character begins a list.
    static bool Begins(string text, int i) => text[i] switch
    {
        '-' or '+' or '=' or ':' => i == 0,
        '.' or ')' => text.AsSpan(0, i).IndexOfAnyExcept(Alphanumeric) < 0,
        _ => false,
    };

    // ++inserted++, ==marked==, ""cited"".
    static bool IsDoubled(string text, int i) =>
        char.IsAscii(text[i]) && char.IsPunctuation(text[i]) | char.IsSymbol(text[i])
            && ((i > 0 && text[i - 1] == text[i]) || (i + 1 < text.Length && text[i + 1] == text[i]));

    // http://…, tel:… and www.… become links, :names: become pictures.
    static bool Links(string text, int i) => text[i] switch
    {
        ':' =>
            (i > 0 && char.IsAsciiLetter(text[i - 1]))
            || (i + 1 < text.Length && char.IsAscii(text[i + 1]) && !char.IsAsciiDigit(text[i + 1]) && text[i + 1] != ' '),
        '.' => i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
