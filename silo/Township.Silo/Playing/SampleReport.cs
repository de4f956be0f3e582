using System.Globalization;
using Spectre.Console;
using Township.Auditing;
using Township.Measures;
using Township.Notices;
using Township.Pledges;

namespace Township.Silo;

/// <summary>The report of the sample. The same text in every run: no times of this run, no hashes that depend on the build.</summary>
static class SampleReport
{
    public const int Width = 100;

    public static void Print(SampleFacts facts, VerificationTotals totals, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]惠民镇 工作月承诺 · Monthly pledges of {facts.Scenario.Township}[/]");
        console.Write(Months(facts));
        console.MarkupLine("[bold]通知书 · Notices (none of them is a disciplinary punishment 处分)[/]");
        console.Write(Notices(facts));
        console.Write(Measures(facts));
        console.MarkupLine("[bold]抽签 · Draws for the report meetings[/]");
        console.WriteLine();
        foreach (var draw in facts.Draws) Print(draw, console);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"[bold]Verified:[/] {totals.Commits:N0} commits and {totals.Events:N0} events in {totals.Streams:N0} streams: every hash, every fold, every decision made again; {totals.Faults:N0} faults.");
    }

    static Table Months(SampleFacts facts)
    {
        var table = Plain("月份 Month", "Pledged 已承诺", "of these late 逾期", "Amended 变更", "Exempt 豁免", "Missed 未承诺", "Left 离任", "Fulfilled 履诺", "Unfulfilled 未履诺");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var month in facts.Pledges.GroupBy(p => p.Month)) Row(month.Key.ToString(), [.. month.Select(p => p.View)]);
        Row("合计 Total", [.. facts.Pledges.Select(p => p.View)]);
        return table;

        void Row(string name, IReadOnlyList<PledgeView> pledges) => table.AddRow(
            name,
            Number(pledges.Count(p => p.PledgedOn is not null)), Number(pledges.Count(p => p is { PledgedOn: not null, Late: true })),
            Number(pledges.Count(p => p.Amendments.Any(a => a.Step == AmendmentStep.Approved))), Number(pledges.Count(p => p.Step == PledgeStep.Exempt)),
            Number(pledges.Count(p => p.Step == PledgeStep.Missed)), Number(pledges.Count(p => p.Step == PledgeStep.Released)),
            Number(pledges.Count(p => p.Verdict() == Verdict.Fulfilled)), Number(pledges.Count(p => p.Verdict() == Verdict.Unfulfilled)));
    }

    static Table Notices(SampleFacts facts)
    {
        var table = Plain("月份 Month", "干部 Cadre", "Measure 措施", "Issued", "Notice 通知书", "Measure's end 办理结果");
        foreach (var fact in facts.Notices)
            table.AddRow(fact.Notice.Month.ToString()!, fact.Cadre, Words.Of(fact.Notice.Measure!.Value), Date(fact.Notice.IssuedOn), Words.Of(fact.Notice), Words.Of(fact.Measure));
        return table;
    }

    static Table Measures(SampleFacts facts)
    {
        var table = Plain("Measure 措施", "Issued 发出", "In effect 生效", "Withdrawn 撤回", "Closed 办结", "of these late 逾期", "Open 办理中");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var kind in Enum.GetValues<MeasureKind>())
        {
            var notices = facts.Notices.Where(n => n.Notice.Measure == kind).ToList();
            table.AddRow(
                Words.Of(kind), Number(notices.Count), Number(notices.Count(n => n.Notice.Step == NoticeStep.InEffect)), Number(notices.Count(n => n.Notice.Step == NoticeStep.Withdrawn)),
                Number(notices.Count(n => n.Measure.Step == MeasureStep.Closed)), Number(notices.Count(n => n.Measure is { Step: MeasureStep.Closed, Late: true })),
                Number(notices.Count(n => n.Measure.Step is MeasureStep.Opened or MeasureStep.Delivered)));
        }

        return table;
    }

    static void Print(DrawFact draw, IAnsiConsole console)
    {
        console.WriteLine($"  {draw.Id}  {draw.View.Candidates.Count} candidates, {draw.View.WinnersWanted} drawn, seed from {draw.View.Beacon}");
        console.WriteLine($"    commitment  {draw.View.Commitment}");
        if (draw.View.VoidReason is { } reason)
        {
            console.WriteLine($"    void        {reason}");
        }
        else
        {
            console.WriteLine($"    seed        {draw.View.Seed}");
            console.WriteLine($"    winners     {string.Join("、", draw.Winners)}");
        }

        console.WriteLine($"    recomputed  {(draw.Recomputed ? "equal" : "DIFFERENT")}");
        console.WriteLine();
    }

    static Table Plain(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(column));
        return table;
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
