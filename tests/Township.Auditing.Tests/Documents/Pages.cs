using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Markdig;
using static Township.Documents.DocumentBlock;

namespace Township.Auditing.Tests;

/// <summary>Documents with the same text in every place, and what readers' programs make of them.</summary>
static class Pages
{
    static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</style>", "</title>", "<!--", "-->", "]]>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "\" onclick=\"", "' x='", "&lt;", "&#60;", "&",
            "[a](b)", "![a](b)", "[a]: b", "[^1]", "<https://a.cn>", "https://a.cn/b?c=d&e", "www.a.cn", "mailto:a@b.cn", "tel:123", "`", "```", "~~~", "**", "__", "~~", "^", "++", "==", "\"\"", "::", ":::", ":smile:",
        "$$", "# ", "## ", "- ", "+ ", "* ", "1. ", "1) ", "a. ", "iv) ", "> ", "| a | b |", "|---|---|", "|", "---", "===", "    ", "\t", "\\", "\\|", "{.c}", "{#id}", "*[a]: b", ": x", "\n", "\n\n", "\r\n", "  \n", "\\\n",
            "词", "议题：甲", "〔", "》", "9:00", "a", "1", " ", "𠮷", "é",
    ];

    /// <summary>Attempts to be more than a text.</summary>
    public static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[1, 8].Select(i => string.Concat(i.Select(p => Pieces[p]))).Where(t => !string.IsNullOrWhiteSpace(t));

    public static PrintedDocument With(string text) => new(text, text,
    [
        new Heading(2, text), new Heading(3, text), new Paragraph(text), new Particulars([new(text, text), new("名", text)]), new Paragraph(text),
        new Table([text, text], [[text, text], ["", text]]), new Entry(1, text, text, text, [text, text]), new CommandLines(["$ " + text]), new Signatures([new(text, text)]),
    ]);

    public static IDocument OfHtml(string html) => new HtmlParser(new() { IsStrictMode = true }).ParseDocument(html);

    public static IDocument OfMarkdown(string markdown) => new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, Everything));

    /// <summary>The elements, without line breaks: those are as many as the text has.</summary>
    public static string Skeleton(IDocument page) => string.Join(' ', page.All.Where(e => e.LocalName != "br").Select(e => e.LocalName));

    /// <summary>What can be read, without white space.</summary>
    public static string Words(IDocument page)
    {
        foreach (var style in page.QuerySelectorAll("style")) style.Remove();
        return Solid(page.DocumentElement.TextContent);
    }

    public static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
