using Township.Hearings;
using Township.Promises;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>The outcome of each issue: conclusion or referral, measures, promises (H6, H7).</summary>
sealed class ResultsSection(HearingHistory history, HearingNames names, IReadOnlyDictionary<string, PromiseView> promises)
{
    public IEnumerable<DocumentBlock> Blocks() => history.View.Sitting is null
        ? [new Paragraph("尚未召开，没有听证结果。")]
        : history.View.Issues.Where(i => !i.Dropped).SelectMany(Issue);

    IEnumerable<DocumentBlock> Issue(HearingIssue issue)
    {
        yield return new Heading(3, $"议题{issue.Number}：{names.Text(issue.Title)}");
        yield return new Particulars([new("结果", Of(issue, history.View.Status)), .. Decisions(issue)]);
        if (Measures(issue).ToEquatableList() is { Count: > 0 } measures)
            yield return new Table(["落实措施", "责任人", "期限", "完成情况"], measures);
        if (Promises(issue).ToEquatableList() is { Count: > 0 } promised)
            yield return new Table(["限时承诺", "责任人", "期限", "目前情况"], promised);
        if (history.View.Sitting!.EndedAt is not null && !issue.IsAccountedFor()) yield return new Paragraph("尚无落实措施、限时承诺或移交研究。");
    }

    IEnumerable<Fact> Decisions(HearingIssue issue)
    {
        var objections = history.All<Objected>().Where(o => o.Event.IssueNumber == issue.Number).Select(o => o.Event.Entry).ToList();
        if (objections.Count > 0) yield return new("异议", string.Join('、', objections.Select(o => $"笔录第{o}条{ValidityOf(o, issue)}")));
        foreach (var (concluded, record) in history.All<Concluded>().Where(c => c.Event.IssueNumber == issue.Number))
            yield return new("听证结论", $"{names.Text(concluded.Conclusion)}\n（{names.Person(concluded.By)}{Moment(record.At)}宣布）");
        foreach (var (referred, record, round) in history.OfIssue<Referred>(issue.Number, r => r.IssueNumber == issue.Number))
            yield return new(
                $"移交研究{Round(round, issue.Round)}", $"{Moment(record.At)}由{names.Person(referred.By)}交由党委政府再进行研究。{ReasonOf(referred)}");
        foreach (var (studied, _, round) in history.OfIssue<StudyResultRecorded>(issue.Number, s => s.IssueNumber == issue.Number))
            yield return new(
                $"研究结果{Round(round, issue.Round)}", $"{names.Text(studied.Result)}\n（{Day(studied.On)}，{names.Person(studied.By)}记录）");
        if (issue.ReferredInRound == issue.Round && issue.StudiedOn is null)
            yield return new($"研究结果{Round(issue.Round, issue.Round)}", "尚未作出。");
    }

    // A decided issue may still have an objection that was not withdrawn, because the person who made it had left.
    string ValidityOf(int objection, HearingIssue issue) => issue switch
    {
        _ when !issue.Objections.Contains(objection) => "（不再有效）",
        { Outcome: IssueOutcome.Open } => "",
        _ when history.All<Referred>().Any(r => r.Event.IssueNumber == issue.Number && r.Event.Objections.Contains(objection)) => "",
        _ => "（异议人已离席，不影响结果）",
    };

    string ReasonOf(Referred referred) => (referred.Reason, referred.Objections.Count) switch
    {
        ({ } reason, 0) => $"理由：{names.Text(reason)}",
        ({ } reason, _) => $"理由：{names.Text(reason)}（有效异议：笔录第{string.Join('、', referred.Objections)}条）",
        (null, 0) => "理由：到会人数不足法定人数，不能作出结论。",
        (null, _) => $"理由：未形成一致意见（有效异议：笔录第{string.Join('、', referred.Objections)}条）。",
    };

    IEnumerable<EquatableList<string>> Measures(HearingIssue issue) =>
        history.OfIssue<MeasureAssigned>(issue.Number, m => m.IssueNumber == issue.Number).Select(m => (EquatableList<string>)
        [
            $"{m.Event.MeasureNumber}. {names.Text(m.Event.Measure)}{Round(m.Round, issue.Round)}",
            names.Cadre(m.Event.OwnerId), Day(m.Event.Due.On), StateOf(issue, m.Event.MeasureNumber),
        ]);

    string StateOf(HearingIssue issue, int number) =>
        history.All<MeasureCompleted>()
            .LastOrDefault(c => c.Event.IssueNumber == issue.Number && c.Event.MeasureNumber == number).Event is { } done
            ? $"{Day(done.On)}完成{(done.Late ? "（逾期）" : "")}：{names.Text(done.Result)}"
            : issue.Measures.FirstOrDefault(m => m.Number == number) is { Overdue: true } ? "已逾期，未完成" : "办理中";

    IEnumerable<EquatableList<string>> Promises(HearingIssue issue) => issue.Promises.Select(p => promises.TryGetValue(p.PromiseId, out var view) && view.Current() is { } due
        ? (EquatableList<string>)
        [
            $"{names.Text(view.Text!)}\n不能立即办理的原因：{names.Text(view.Dues[0].Reason)}\n（承诺 {p.PromiseId}）{Round(p.Round, issue.Round)}",
            names.Cadre(view.OwnerId!),
            string.Join('\n', view.Dues.Select(d => d.Number == 1 ? Day(d.Due.On) : $"延至{Day(d.Due.On)}（{names.Person(d.SetBy)}{Day(d.SetOn)}批准：{names.Text(d.Reason)}）")),
            $"{Of(view, view.WithdrawalReason is { } reason ? names.Text(reason) : "")}{Missed(view, due)}{(view.Evidence is { } evidence ? $"\n凭证：{names.Text(evidence)}" : "")}",
        ]
        : [$"（承诺 {p.PromiseId}）", "", "", "本存储中没有这项承诺的记录。"]);

    static string Missed(PromiseView view, PromiseDue current) =>
        string.Concat(view.Dues.Where(d => d != current && view.WasMissed(d.Number)).Select(d => $"\n{Day(d.Due.On)}的期限曾逾期"));
}
