using Spectre.Console;
using Township.Measures;
using Township.Notices;
using Township.Pledges;
using static Township.Samples.ReportTables;

namespace Township.Samples;

/// <summary>What the report tells of monthly pledges.</summary>
static class PledgeReport
{
    public static void Write(PledgeFacts facts, IAnsiConsole console)
    {
        console.WriteLine($"{facts.Township} 工作月承诺 · Monthly pledges, {facts.Scenario.Months[0].Month} to {facts.Scenario.Months[^1].Month}");
        console.Write(Months(facts));
        console.WriteLine("通知书 · Notices (not disciplinary punishments 处分)");
        console.Write(Measures(facts));
        console.Write(Notices(facts));
        console.WriteLine("抽签 · Draws: who reports at the meeting");
        console.WriteLine();
        foreach (var draw in facts.Draws) draw.Write(console);
    }

    static Table Months(PledgeFacts facts)
    {
        var table = Plain("月份\nMonth", "已承诺\nPledged", "逾期\nLate", "变更\nAmended", "豁免\nExempt", "未承诺\nMissed", "离任\nLeft", "履诺\nFulfilled", "未履诺\nUnfulfilled");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var month in facts.Pledges.GroupBy(p => p.Month)) Row(month.Key.ToString(), [.. month.Select(p => p.View)]);
        Row("合计", [.. facts.Pledges.Select(p => p.View)]);
        return table;

        void Row(string name, IReadOnlyList<PledgeView> pledges) => table.AddRow(
            name,
            Number(pledges.Count(p => p.PledgedOn is not null)), Number(pledges.Count(p => p is { PledgedOn: not null, Late: true })),
            Number(pledges.Count(p => p.Amendments.Any(a => a.Status == AmendmentStatus.Approved))), Number(pledges.Count(p => p.Status == PledgeStatus.Exempt)),
            Number(pledges.Count(p => p.Status == PledgeStatus.Missed)), Number(pledges.Count(p => p.Status == PledgeStatus.Released)),
            Number(pledges.Count(p => p.Verdict() == Verdict.Fulfilled)), Number(pledges.Count(p => p.Verdict() == Verdict.Unfulfilled)));
    }

    static Table Notices(PledgeFacts facts)
    {
        var table = Plain("月份\nMonth", "干部\nCadre", "措施\nMeasure", "发出\nIssued", "通知书\nNotice", "办理\nOutcome");
        foreach (var fact in facts.Notices)
            table.AddRow(fact.Notice.Month.ToString()!, fact.Cadre, Words.Of(fact.Notice.Measure!.Value), Date(fact.Notice.IssuedOn), Words.Of(fact.Notice), Words.Of(fact.Measure));
        return table;
    }

    static Table Measures(PledgeFacts facts)
    {
        var table = Plain("措施\nMeasure", "发出\nIssued", "生效\nIn effect", "撤回\nWithdrawn", "待定\nPending", "办结\nClosed", "逾期\nLate", "取消\nCancelled");
        foreach (var column in table.Columns.Skip(1)) column.RightAligned();
        foreach (var kind in Enum.GetValues<MeasureKind>())
        {
            var notices = facts.Notices.Where(n => n.Notice.Measure == kind).ToList();
            table.AddRow(
                Words.InBothLanguages(kind), Number(notices.Count), Number(notices.Count(n => n.Notice.Status == NoticeStatus.InEffect)), Number(notices.Count(n => n.Notice.Status == NoticeStatus.Withdrawn)),
                Number(notices.Count(n => n.Notice.Status is NoticeStatus.Issued or NoticeStatus.Explained)),
                Number(notices.Count(n => n.Measure.Status == MeasureStatus.Closed)), Number(notices.Count(n => n.Measure is { Status: MeasureStatus.Closed, Late: true })),
                Number(notices.Count(n => n.Measure.Status == MeasureStatus.Cancelled)));
        }

        return table;
    }
}
