using Township.Disclosures;
using Township.Hearings;
using Township.Promises;
using Township.Townships;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;

namespace Township.Documents;

/// <summary>The data of a document besides the hearing itself.</summary>
sealed record MinutesContext(
    TownshipView? Township, HearingNames Names, IReadOnlyDictionary<string, DisclosureView> Disclosures,
    IReadOnlyDictionary<string, PromiseView> Promises, IReadOnlyList<CitedStream> Cited);

/// <summary>Composes the minutes as a township files them.</summary>
static class MinutesComposer
{
    static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public static PrintedDocument Compose(HearingHistory history, MinutesContext context)
    {
        var names = context.Names;
        (string Title, IEnumerable<DocumentBlock> Blocks)[] sections =
        [
            ("议题", ArrangementSection.Issues(history, names)),
            ("公告情况", ArrangementSection.Notices(history, names, context.Disclosures)),
            ("参加人员", new PeopleSection(history, names).Blocks()),
            ("听证笔录", SittingSection.Blocks(history, names)),
            ("听证结果和落实", new ResultsSection(history, names, context.Promises).Blocks()),
            ("反馈情况", FollowUpSection.Feedback(history, names, context.Disclosures)),
            ("工作计划", ArrangementSection.WorkPlan(history, names)),
            ("办理经过", FollowUpSection.Chronicle(history, names)),
        ];
        return new(
            $"{context.Township?.Name ?? history.Source.Head.Stream.Township}效能听证会笔录",
            names.IsPublic ? $"第 {history.Id} 号 · 公开版" : $"第 {history.Id} 号 · 内部存档，含个人信息",
            [
                Head(history, names),
                .. sections.SelectMany((s, i) => s.Blocks.Prepend(new Heading(2, $"{Numerals[i]}、{s.Title}"))),
                .. Signing(history, names),
                new Heading(2, "附：历史凭据"),
                .. ProvenanceSection.Blocks(history, context.Cited, names.Edition),
            ]);
    }

    static Particulars Head(HearingHistory history, HearingNames names)
    {
        var (view, arranged) = (history.View, history.View.Arrangement);
        var clerks = SittingSection.Clerks(history, names);
        return new([
            new("听证主题", names.Text(view.Topic ?? "")),
            new("目前状态", Of(view.Status) + (view.EndedOn is { } on ? $"（{Day(on)}）" : "") + (view.Reopenings > 0 ? $"，曾重新启动{view.Reopenings}次" : "")),
            new("时间", arranged is null ? "未定" : $"定于{Moment(arranged.OpensAt)}{(view.Sitting is { } s ? $"，{Moment(s.OpenedAt)}开会{(s.EndedAt is { } end ? $"，{Moment(end)}散会" : "")}" : "")}"),
            new("地点", arranged is null ? "未定" : names.Text(arranged.Place)),
            new("参加对象", arranged is null ? "未定" : names.Text(string.Join('、', arranged.Participants))),
            new("主持人", view.Sitting is { } sitting ? names.Cadre(sitting.Chair) : "未定"),
            .. clerks.Length > 0 ? [new Fact("记录人", clerks)] : Array.Empty<Fact>(),
        ]);
    }

    static IEnumerable<DocumentBlock> Signing(HearingHistory history, HearingNames names)
    {
        if (names.IsPublic || history.View.Sitting is null) yield break;
        yield return new Heading(2, "签名");
        yield return new Paragraph("以上笔录已经到会人员阅读或向其宣读，核对无误后签名。");
        var people = history.View.People;
        var came = Attendance.Of(history);
        yield return new Signatures([
            new("主持人", names.Person(history.View.Sitting.Chair)),
            .. people.Officers.Where(o => came.Came(o.CadreId)).Select(o => new Fact("听证员", names.Person(o.CadreId))),
            .. people.Representatives.Where(r => r.Standing is RepresentativeStanding.Seated && came.Came(r.PersonId))
                .OrderBy(r => names.NumberOf(r.PersonId))
                .Select(r => new Fact($"听证代表{names.NumberOf(r.PersonId)}号", names.Representative(r.PersonId))),
            new("记录人", SittingSection.Clerks(history, names)),
        ]);
    }
}
