using System.Globalization;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;

namespace Township.Documents;

/// <summary>The history from which the document was made, and how to check that.</summary>
static class ProvenanceSection
{
    public static IEnumerable<DocumentBlock> Blocks(HearingHistory history, IReadOnlyList<CitedStream> others, MinutesEdition edition)
    {
        var (source, versions) = (history.Source, history.Versions);
        yield return new Paragraph("本件由程序按听证会的记录逐条生成，生成前已校验其哈希链。同一记录生成的文件逐字节相同，文中没有生成时间。");
        yield return new Particulars([
            new("卷宗号", $"{source.Head.Stream}"),
            new("版本", $"共记录{source.Head.Version}项，分{source.Commits}次写入"),
            new("末次写入", $"序号 {source.Position}，{Moment(source.DecidedAt)}作出"),
            new("SHA-256", $"{source.Head.Hash}"),
            new("听证政策", Distinct(versions.Select(v => v.Policy))),
            new("工作日历", Distinct(versions.Select(v => v.Calendar))),
            new("程序版本", Distinct(versions.Select(v => v.Code))),
        ]);
        if (others.Count > 0)
        {
            yield return new Heading(3, "引用的其他卷宗");
            yield return new Table(["卷宗号", "版本", "SHA-256"], others.Select(o => (EquatableList<string>)[$"{o.Head.Stream}", $"{o.Head.Version}", $"{o.Head.Hash}"]).ToEquatableList());
        }

        yield return new Heading(3, "核验办法");
        yield return new Paragraph("持有数据库副本者均可核验：下列命令依次校验记录是否被改动、按规则重新作出每个决定、重新生成本件以供比对。");
        var stream = Quoted($"{source.Head.Stream}");
        yield return new CommandLines([$"township verify {stream}", $"township replay {stream}",
            $"township minutes {stream} --at {LastOf(history, others)}{(edition is MinutesEdition.Public ? " --public" : "")} --to minutes.html"]);
    }

    // Quotes a text so that a shell takes it as one word; an id may hold nearly any character.
    static string Quoted(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '.' or '_')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // The moment as of which the same document can be printed again, whatever is written later.
    static string LastOf(HearingHistory history, IReadOnlyList<CitedStream> others) =>
        others.Append(history.Source).Max(s => s.DecidedAt).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    static string Distinct(IEnumerable<string> versions) => string.Join('、', versions.Where(v => v.Length > 0).Distinct());
}
