using Township.Disclosures;
using Township.Hearings;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>Issues, work plan, and how time and place were made public (H2, H3).</summary>
static class ArrangementSection
{
    public static IEnumerable<DocumentBlock> Issues(HearingHistory history, HearingNames names)
    {
        if (history.View.Issues.Count == 0) return [new Paragraph("尚未列入议题。")];
        return [new Table(["序号", "议题", "来源", "结果"], history.View.Issues
            .Select(i => (EquatableList<string>)[$"{i.Number}", names.Text(i.Title), SourceOf(history, i), Of(i, history.View.Status)]).ToEquatableList())];
    }

    public static IEnumerable<DocumentBlock> WorkPlan(HearingHistory history, HearingNames names)
    {
        if (history.View.WorkPlan.Count == 0) return [new Paragraph("没有制定工作计划。")];
        return [new Table(["序号", "任务", "责任人", "期限", "完成情况"], history.View.WorkPlan.Select((t, i) => (EquatableList<string>)
            [$"{i + 1}", names.Text(t.Task.Task), names.Cadre(t.Task.CadreId), Day(t.Task.Due.On), t.CompletedOn is { } on ? $"{Day(on)}完成" : "未完成"]).ToEquatableList())];
    }

    public static IEnumerable<DocumentBlock> Notices(
        HearingHistory history, HearingNames names, IReadOnlyDictionary<string, DisclosureView> disclosures)
    {
        if (history.View.Notices.Count == 0) yield return new Paragraph("本次安排尚无公告记录。");
        else yield return Publications(history.View.Notices, names, disclosures);
        yield return new Particulars([
            new("规定途径", string.Join('、', history.Policy.RequiredChannels.Select(Of))),
            new("公告期", PeriodOf(history)),
        ]);
        if (Changes(history, names).ToEquatableList() is { Count: > 0 } changes)
        {
            yield return new Heading(3, "安排的变更");
            yield return new Paragraph("议题、时间、地点变更后，此前的公告不再计算，公告期重新起算。");
            yield return new Table(["时间", "变更", "理由"], changes);
        }

        // Includes publications that were taken back, because they were public once.
        if (history.All<NoticeRecorded>().SelectMany(n => n.Event.Publications).Distinct()
            .Except(history.View.Notices).ToList() is { Count: > 0 } former)
        {
            yield return new Heading(3, "不再计算的公告");
            yield return Publications(former, names, disclosures);
        }
    }

    static Table Publications(
        IEnumerable<HearingPublication> publications, HearingNames names, IReadOnlyDictionary<string, DisclosureView> disclosures) =>
        new(["途径", "公告时间", "凭证", "公告"], publications
            .Select(n => (EquatableList<string>)[Of(n.Channel), Moment(n.At), names.Text(n.Evidence), TitleOf(n.DisclosureId, disclosures, names)]).ToEquatableList());

    public static string TitleOf(string disclosureId, IReadOnlyDictionary<string, DisclosureView> disclosures, HearingNames names) =>
        disclosures.GetValueOrDefault(disclosureId) is { Title: { } title } view
            ? $"《{names.Text(title)}》（{disclosureId}{(view.Status is DisclosureStatus.Withdrawn ? "，已撤回" : "")}）"
            : disclosureId;

    static string SourceOf(HearingHistory history, HearingIssue issue) => issue switch
    {
        { RaisedInSitting: true } => $"会上提出（笔录第{history.All<IssueRaised>().First(r => r.Event.IssueNumber == issue.Number).Event.Entry}条）",
        { ReportIds.Count: 0 } => "效能办提出",
        _ => $"{issue.ReportIds.Count}件反映：{string.Join('、', issue.ReportIds)}",
    };

    static string PeriodOf(HearingHistory history)
    {
        if ((history.All<Opened>().LastOrDefault().Event?.Period ?? history.View.NoticePeriod) is not { } period)
            return "规定途径尚未全部公告，公告期未起算。";
        var provisional = period.Provisional ? "，该年节假日安排公布前暂算" : "";
        return $"自{Day(period.From)}（最后一个规定途径公告之日，不计入）起满{period.Days}{Of(period.Profile)}，最早可于{Day(period.EarliestOn)}召开（工作日历 "
            + $"{period.CalendarVersion}{provisional}）。";
    }

    // Returns the changes after the first arrangement, and the effect of each on the notices.
    static IEnumerable<EquatableList<string>> Changes(HearingHistory history, HearingNames names)
    {
        var arranged = false;
        foreach (var (e, at, _) in history.Records)
        {
            if (e is Arranged first && !arranged) arranged = true;
            else if (e is Arranged next)
                yield return [
                    Moment(at),
                    $"时间、地点、参加对象：{Moment(next.OpensAt)}，{names.Text(next.Place)}，{names.Text(string.Join('、', next.Participants))}",
                    names.Text(next.Reason ?? "")];
            else if (arranged && e is TopicRevised topic)
                yield return [Moment(at), $"议题：{names.Text(topic.Topic)}", names.Text(topic.Reason)];
            else if (arranged && e is IssueAdded added)
                yield return [Moment(at), $"增加第{added.IssueNumber}项议题：{names.Text(added.Title)}", ""];
            else if (e is IssueDropped dropped) yield return [Moment(at), $"撤下第{dropped.IssueNumber}项议题", names.Text(dropped.Reason)];
            else if (e is Postponed postponed) yield return [Moment(at), Of(postponed.Cause), names.Text(postponed.Reason ?? "")];
        }
    }
}
