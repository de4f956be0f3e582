using System.Globalization;
using Spectre.Console;
using Township.Hearings;
using Township.IssueReports;
using static Township.Samples.ReportTables;

namespace Township.Samples;

/// <summary>What the report tells of efficiency hearings.</summary>
static class HearingReport
{
    public static void Write(HearingFacts facts, IAnsiConsole console)
    {
        var months = facts.Scenario.Acts.Where(a => a.Do.StartsWith("hearing.", StringComparison.Ordinal)).Select(a => a.At[..7]).ToList();
        console.WriteLine($"{facts.Township} 效能听证 · Efficiency hearings, {months.Min()} to {months.Max()}");
        console.Write(Hearings(facts));
        console.WriteLine("  * 重新启动 reopened on new facts");
        console.WriteLine();
        console.WriteLine("议题 · Issues, and what accounts for them");
        console.Write(Issues(facts));
        console.WriteLine("限时承诺 · Promises");
        console.Write(Promises(facts));
        console.WriteLine("扣分建议 · Proposed deductions: the system proposes, a person decides");
        console.WriteLine();
        foreach (var deduction in facts.Deductions) Write(deduction, facts, console);
        console.WriteLine();
        var reports = facts.Reports.Select(r => r.View).ToList();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"上报问题 · Reports: {reports.Count} filed, {reports.Count(r => r.Status == IssueReportStatus.Consolidated)} heard, "
            + $"{reports.Count(r => r.Status == IssueReportStatus.Answered)} answered otherwise, {reports.Count(r => r.Status == IssueReportStatus.Open)} waiting"));
        console.WriteLine();
        console.WriteLine("抽签 · Draws: who of those who signed up has a seat");
        console.WriteLine();
        foreach (var draw in facts.Draws) draw.Write(console);
        console.WriteLine("规则说不 · What the rules refused");
        console.Write(Refusals(facts));
    }

    static Table Hearings(HearingFacts facts)
    {
        var table = Plain("听证会\nHearing", "版次\nRevision", "公告\nNoticed", "最早\nEarliest", "召开\nHeld", "到会\nPresent", "笔录\nMinutes", "结案\nClosed");
        foreach (var (id, view) in facts.Hearings)
            table.AddRow(
                view.Reopenings > 0 ? $"{id}*" : id, Number(view.Revision), Date(view.NoticePeriod?.From), Date(view.NoticePeriod?.EarliestOn),
                view.Sitting is { } sitting ? Date(LocalTime.DateOf(sitting.OpenedAt)) : "",
                view.Sitting is null ? "" : $"{Attending(view.People)}/{view.People.Representatives.Count(r => r.Standing == RepresentativeStanding.Seated)}",
                Number(view.Sitting?.Entries ?? 0), view.Status == HearingStatus.Cancelled ? "cancelled" : Date(view.EndedOn));
        return table;
    }

    static int Attending(HearingPeople people) => people.Attending.Count(p => people.Find(p) is not null);

    static Table Issues(HearingFacts facts)
    {
        var table = Plain("议题\nIssue", "内容\nTitle", "结果\nOutcome", "措施\nMeasures", "承诺\nPromises", "反馈\nFed back");
        foreach (var (id, view) in facts.Hearings.Where(h => h.View.Sitting is not null))
            foreach (var issue in view.Issues)
                table.AddRow(
                    $"{id}.{issue.Number}", issue.Title, HearingWords.Of(issue), Number(issue.Measures.Count), Number(issue.Promises.Count),
                    Date(LocalTime.DateOf(issue.Feedback.Max(f => f.At))));
        return table;
    }

    static Table Promises(HearingFacts facts)
    {
        var table = Plain("承诺\nPromise", "责任人\nOwner", "期限\nDue", "延期\nExtended", "逾期\nOverdue", "兑现\nFulfilled", "结果\nOutcome");
        foreach (var (id, owner, view) in facts.Promises)
            table.AddRow(
                id.ToString(), owner, Date(view.Dues[0].Due.On), view.Dues is [_, .., var last] ? Date(last.Due.On) : "",
                Date(view.Dues.Select(d => d.OverdueOn).FirstOrDefault(d => d is not null)), Date(view.FulfilledOn), HearingWords.Of(view));
        return table;
    }

    static void Write(DeductionFact deduction, HearingFacts facts, IAnsiConsole console)
    {
        var (id, cadre, view) = deduction;
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {id}  {cadre}, {view.ConfirmedPoints ?? view.Points?.Suggested} 分, proposed {view.ProposedOn:yyyy-MM-dd}, {HearingWords.Of(view.Status)}"));
        if (view is { DecidedBy: { } by, DecidedOn: { } on }) console.WriteLine($"    {Date(on)} {facts.People.Name(by)}: {view.Reason?.Text}");
    }

    // The code alone: a later run, which prints the same, does not ask again.
    static Table Refusals(HearingFacts facts)
    {
        var table = Plain("时间\nTime", "何人\nWho", "办理\nCommand", "拒绝\nRefusal");
        foreach (var act in facts.Scenario.Acts.Where(a => a.Refused is not null).OrderBy(a => a.At, StringComparer.Ordinal))
            table.AddRow(act.At[5..], act.By, $"{act.Do} {act.On}", act.Refused!);
        return table;
    }
}
