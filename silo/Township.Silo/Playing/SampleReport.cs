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

    /// <summary>The lines, without blanks at their ends.</summary>
    public static string Text(SampleFacts facts, VerificationTotals totals)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        Write(facts, totals, console);
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd() + '\n';
    }

    static void Write(SampleFacts facts, VerificationTotals totals, IAnsiConsole console)
    {
        console.WriteLine($"{facts.Township} 工作月承诺 · Monthly pledges, {facts.Scenario.Months[0].Month} to {facts.Scenario.Months[^1].Month}");
        console.Write(Months(facts));
        console.WriteLine("通知书 · Notices (not disciplinary punishments 处分)");
        console.Write(Measures(facts));
        console.Write(Notices(facts));
        console.WriteLine("抽签 · Draws: who reports at the meeting");
        console.WriteLine();
        foreach (var draw in facts.Draws) Write(draw, console);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Verified: {totals.Commits:N0} commits with {totals.Events:N0} events in {totals.Streams:N0} streams, {totals.Faults:N0} faults."));
        console.WriteLine("Every hash was computed again, and every decision made again from its command and inputs.");
    }

    static Table Months(SampleFacts facts)
    {
        var table = Plain("月份\nMonth", "已承诺\nPledged", "逾期\nLate", "变更\nAmended", "豁免\nExempt", "未承诺\nMissed", "离任\nLeft", "履诺\nFulfilled", "未履诺\nUnfulfilled");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var month in facts.Pledges.GroupBy(p => p.Month)) Row(month.Key.ToString(), [.. month.Select(p => p.View)]);
        Row("合计", [.. facts.Pledges.Select(p => p.View)]);
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
        var table = Plain("月份\nMonth", "干部\nCadre", "措施\nMeasure", "发出\nIssued", "通知书\nNotice", "办理\nOutcome");
        foreach (var fact in facts.Notices)
            table.AddRow(fact.Notice.Month.ToString()!, fact.Cadre, Words.Of(fact.Notice.Measure!.Value), Date(fact.Notice.IssuedOn), Words.Of(fact.Notice), Words.Of(fact.Measure));
        return table;
    }

    static Table Measures(SampleFacts facts)
    {
        var table = Plain("措施\nMeasure", "发出\nIssued", "生效\nIn effect", "撤回\nWithdrawn", "待定\nPending", "办结\nClosed", "逾期\nLate", "取消\nCancelled");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var kind in Enum.GetValues<MeasureKind>())
        {
            var notices = facts.Notices.Where(n => n.Notice.Measure == kind).ToList();
            table.AddRow(
                Words.InBothLanguages(kind), Number(notices.Count), Number(notices.Count(n => n.Notice.Step == NoticeStep.InEffect)), Number(notices.Count(n => n.Notice.Step == NoticeStep.Withdrawn)),
                Number(notices.Count(n => n.Notice.Step is NoticeStep.Issued or NoticeStep.Explained)),
                Number(notices.Count(n => n.Measure.Step == MeasureStep.Closed)), Number(notices.Count(n => n.Measure is { Step: MeasureStep.Closed, Late: true })),
                Number(notices.Count(n => n.Measure.Step == MeasureStep.Cancelled)));
        }

        return table;
    }

    static void Write(DrawFact draw, IAnsiConsole console)
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
        foreach (var column in columns) table.AddColumn(new TableColumn(column).NoWrap());
        return table;
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
