using Township.Disclosures;
using Township.Hearings;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>What the public was told of the results, and what happened to the hearing as a whole (H8).</summary>
static class FollowUpSection
{
    public static IEnumerable<DocumentBlock> Feedback(
        HearingHistory history, HearingNames names, IReadOnlyDictionary<string, DisclosureView> disclosures)
    {
        if (history.View.FeedbackDue is not { } due) return [new Paragraph("尚未到反馈阶段。")];
        var channels = history.Policy.FeedbackChannels;
        return
        [
            new Particulars([new("规定途径", string.Join('、', channels.Select(Of))), new("反馈期限", $"{Day(due.On)}（工作日历 {due.CalendarVersion}{(due.Provisional ? "，暂算" : "")}）"), new("完成情况", MissingIn(history))]),
            .. Given(history, names, disclosures) is { Count: > 0 } given
                ? [new Table(["议题", "途径", "反馈时间", "凭证", "公开事项"], given)]
                : Array.Empty<DocumentBlock>(),
        ];
    }

    public static IEnumerable<DocumentBlock> Chronicle(HearingHistory history, HearingNames names) =>
        [new Table(["时间", "事项"], history.Records.Select(r => (r.At, What: WhatHappened(r.Event, names))).Where(r => r.What is not null)
            .Select(r => (EquatableList<string>)[Moment(r.At), r.What!]).ToEquatableList())];

    // One line for each publication, even if it is about several issues.
    static EquatableList<EquatableList<string>> Given(
        HearingHistory history, HearingNames names, IReadOnlyDictionary<string, DisclosureView> disclosures) =>
        history.View.Issues.SelectMany(
            i => LastOfEachRound(history, i).Select(p => (p.Publication, Issue: $"{i.Number}{Round(p.Round, i.Round)}")))
            .GroupBy(p => p.Publication, p => p.Issue).OrderBy(p => p.Key.At).ThenBy(p => p.Key.Channel)
            .ThenBy(p => p.Key.DisclosureId, StringComparer.Ordinal)
            .Select(p => (EquatableList<string>)
                [string.Join('、', p), Of(p.Key.Channel), Moment(p.Key.At), names.Text(p.Key.Evidence), ArrangementSection.TitleOf(p.Key.DisclosureId, disclosures, names)])
            .ToEquatableList();

    // Within a round, a disclosure that is recorded again replaces what was recorded from it before.
    static IEnumerable<(HearingPublication Publication, int Round)> LastOfEachRound(HearingHistory history, HearingIssue issue) =>
        history.OfIssue<FeedbackRecorded>(issue.Number, f => f.IssueNumbers.Contains(issue.Number))
            .GroupBy(f => (f.Round, f.Event.DisclosureId)).Select(g => g.Last())
            .SelectMany(f => f.Event.Publications.Select(p => (p, f.Round)));

    static string MissingIn(HearingHistory history)
    {
        var missing = history.View.Issues.Where(i => !i.IsFedBack(history.Policy.FeedbackChannels))
            .Select(i => $"议题{i.Number}尚缺{string.Join('、', history.Policy.FeedbackChannels.Where(c => i.Feedback.All(f => f.Channel != c)).Select(Of))}").ToList();
        return (missing.Count == 0 ? "各项议题均已按规定途径反馈。" : string.Join("；", missing) + "。") + (history.View.FeedbackOverdue ? "反馈曾逾期。" : "");
    }

    static string? WhatHappened(HearingEvent e, HearingNames names) => e switch
    {
        Prepared prepared => $"开始筹备，听证政策 {prepared.Policy.Version}（{names.Person(prepared.By)}）",
        Postponed postponed => $"延期：{Of(postponed.Cause)}{Why(names, postponed.Reason)}（{names.Person(postponed.By)}）",
        Cancelled cancelled => $"取消：{names.Text(cancelled.Reason)}（{names.Person(cancelled.By)}）",
        NoticePeriodEnded ended => $"公告期满，{Day(ended.EarliestOn)}起可以召开",
        RepresentativesConfirmed confirmed => $"确认听证代表{confirmed.Confirmed}名，法定人数{confirmed.Quorum}名",
        Opened opened => $"开会（{names.Person(opened.Chair)}主持）",
        SittingEnded ended => $"散会，反馈期限{Day(ended.FeedbackDue.On)}（{names.Person(ended.By)}）",
        MeasureOverdue overdue => $"议题{overdue.IssueNumber}的落实措施{overdue.MeasureNumber}逾期（期限{Day(overdue.DueOn)}）",
        FeedbackOverdue overdue => $"议题{string.Join('、', overdue.IssueNumbers)}反馈逾期（期限{Day(overdue.DueOn)}）",
        Closed closed => $"结案（{names.Person(closed.By)}）",
        Reopened reopened => $"因新情况重新启动议题{string.Join('、', reopened.IssueNumbers)}（{names.Person(reopened.By)}）\n新情况：{names.Text(reopened.NewFacts)}\n理由：{names.Text(reopened.Reason)}\n反馈期限：{Day(reopened.FeedbackDue.On)}",
        _ => null,
    };

    static string Why(HearingNames names, PersonalText? reason) => reason is null ? "" : $"：{names.Text(reason)}";
}
