using System.Diagnostics;
using static Township.IssueReports.IssueReportEvent;

namespace Township.IssueReports;

/// <summary>A reported issue (H1, H2): open, in a hearing, or answered. Every place to which it went stays on record.</summary>
public abstract partial record IssueReport : IAggregate<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>
{
    private IssueReport() { }

    public sealed record Blank : IssueReport;

    /// <summary>The office has to place it.</summary>
    public sealed record Waiting(Filed Report, EquatableList<ReportPlacement> Past) : IssueReport;

    /// <summary>In an issue of a hearing; the last placement is where.</summary>
    public sealed record Placed(Filed Report, EquatableList<ReportPlacement> Placements) : IssueReport;

    /// <summary>Answered without a hearing.</summary>
    public sealed record Settled(Filed Report, EquatableList<ReportPlacement> Past, Answered Answer) : IssueReport;

    public static string Category => "issue-report";

    public static IssueReport Initial => new Blank();

    public static IssueReport Evolve(IssueReport state, IssueReportEvent e) => (state, e) switch
    {
        (Blank, Filed filed) => new Waiting(filed, []),
        (Waiting waiting, Consolidated went) => new Placed(waiting.Report, waiting.Past.Add(new(went.HearingId, went.IssueNumber, went.On, null, null))),
        (Waiting waiting, Answered answered) => new Settled(waiting.Report, waiting.Past, answered),
        (Placed placed, Released released) => new Waiting(placed.Report, placed.Placements.Replace(
            p => p.ReleasedOn is null, p => p with { ReleasedOn = released.On, Cause = released.Cause })),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static IssueReportStanding? StandingOf(IssueReport state) => state switch
    {
        Waiting => new(IssueReportStep.Open),
        Placed => new(IssueReportStep.Consolidated),
        Settled => new(IssueReportStep.Answered),
        _ => null,
    };

    public static IssueReportView View(IssueReport state, StreamId stream) => state switch
    {
        Waiting s => Show(IssueReportStep.Open, s.Report, s.Past, null),
        Placed s => Show(IssueReportStep.Consolidated, s.Report, s.Placements, null),
        Settled s => Show(IssueReportStep.Answered, s.Report, s.Past, s.Answer),
        _ => Show(IssueReportStep.None, null, [], null),
    };

    static IssueReportView Show(IssueReportStep step, Filed? report, EquatableList<ReportPlacement> placements, Answered? answer) => new(
        step, report?.As, report?.ReporterId, report?.ReporterName, report?.TakenBy, report?.VillageId, report?.Category, report?.Text, report?.On,
        placements, answer?.Text, answer?.By, answer?.On);
}
