using AngleSharp.Dom;
using CsCheck;

namespace Township.Auditing.Tests;

/// <summary>Whatever a text is, in a document it is that text and nothing else: no element, no link, no script, no other document.</summary>
public sealed class PrintedDocumentTests
{
    const string Harmless = "词";

    [Fact]
    public void No_text_becomes_anything_else_in_HTML() => Pages.Texts.Sample(text => IsText(text, t => Pages.OfHtml(HtmlDocument.Write(Pages.With(t)))), iter: 2000);

    [Fact]
    public void No_text_becomes_anything_else_in_Markdown_with_all_extensions() => Pages.Texts.Sample(text => IsText(text, t => Pages.OfMarkdown(MarkdownDocument.Write(Pages.With(t)))), iter: 2000);

    [Fact]
    public void HTML_runs_nothing_loads_nothing_and_says_so()
    {
        var page = Pages.OfHtml(HtmlDocument.Write(Pages.With("<script src=//a.cn></script><a href=javascript:x onclick=y>")));
        page.QuerySelectorAll("script, link, img, iframe, object, form, a, base").Should().BeEmpty();
        page.All.SelectMany(e => e.Attributes).Select(a => a.Name).Distinct().Should().BeEquivalentTo("lang", "charset", "http-equiv", "content", "name", "class", "id", "scope");
        page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content").Should().Be("default-src 'none'; style-src 'unsafe-inline'");
        page.QuerySelector("style")!.TextContent.Should().NotContainAny("url(", "@import", "<", "&").And.Contain("size: A4");
    }

    [Theory]
    [InlineData("张\u202E三\u202C", "张\uFFFD三\uFFFD")]
    [InlineData("a\u0000b\u0007c\u001B[31m", "a\uFFFDb\uFFFDc\uFFFD[31m")]
    [InlineData("王\u200B五\uFEFF", "王\uFFFD五\uFFFD")]
    [InlineData("\uFFFE\uFFFF\uE000", "\uFFFD\uFFFD\uFFFD")]
    public void What_cannot_be_seen_is_shown_as_such(string text, string shown)
    {
        Pages.OfHtml(HtmlDocument.Write(Pages.With(text))).Title.Should().Be(shown);
        Pages.OfMarkdown(MarkdownDocument.Write(Pages.With(text))).QuerySelector("h1")!.TextContent.Should().Be(shown);
    }

    [Fact]
    public void Line_breaks_are_kept()
    {
        var document = Pages.With("甲\n\n乙\r\n丙");
        Pages.OfHtml(HtmlDocument.Write(document)).QuerySelectorAll("td").Where(td => td.TextContent == "甲乙丙").Should().OnlyContain(td => td.QuerySelectorAll("br").Length == 3);
        var markdown = Pages.OfMarkdown(MarkdownDocument.Write(document));
        markdown.QuerySelectorAll("td, blockquote > p").Where(p => Pages.Solid(p.TextContent).EndsWith("甲乙丙", StringComparison.Ordinal)).Should().NotBeEmpty().And.OnlyContain(p => p.QuerySelectorAll("br").Length == 3);
    }

    [Fact]
    public void The_same_document_gives_the_same_text_with_line_feeds_only()
    {
        foreach (var write in (Func<PrintedDocument, string>[])[HtmlDocument.Write, MarkdownDocument.Write])
            write(Pages.With("甲\r\n乙")).Should().Be(write(Pages.With("甲\n乙"))).And.NotContain("\r").And.EndWith("\n");
    }

    static void IsText(string text, Func<string, IDocument> read)
    {
        var (page, harmless) = (read(text), read(Harmless));
        Pages.Skeleton(page).Should().Be(Pages.Skeleton(harmless));
        Pages.Words(page).Should().Be(Pages.Words(harmless).Replace(Harmless, Pages.Solid(text), StringComparison.Ordinal));
    }
}
