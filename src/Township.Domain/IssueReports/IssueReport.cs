using System.Diagnostics;
using Event = Township.IssueReports.IssueReportEvent;

namespace Township.IssueReports;

/// <summary>A reported issue (H1, H2): open, in a hearing, or answered. Every place to which it went stays on record.</summary>
[Title("问题反映", "reported issue")]
public abstract partial record IssueReport : IAggregate<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>
{
    private IssueReport() { }

    public sealed record Unfiled : IssueReport;

    /// <summary>The office has to place it.</summary>
    public sealed record Open(Event.Filed Report, EquatableList<ReportPlacement> Past) : IssueReport;

    /// <summary>In an issue of a hearing; the last placement is where.</summary>
    public sealed record Consolidated(Event.Filed Report, EquatableList<ReportPlacement> Placements) : IssueReport;

    /// <summary>Answered without a hearing.</summary>
    public sealed record Answered(Event.Filed Report, EquatableList<ReportPlacement> Past, Event.Answered Answer) : IssueReport;

    public static string Category => "issue-report";

    public static IssueReport Initial => new Unfiled();

    public static IssueReport Evolve(IssueReport state, IssueReportEvent e) => (state, e) switch
    {
        (Unfiled, Event.Filed filed) => new Open(filed, []),
        (Open waiting, Event.Consolidated went) => new Consolidated(waiting.Report, waiting.Past.Add(new(went.HearingId, went.IssueNumber, went.On, null, null))),
        (Open waiting, Event.Answered answered) => new Answered(waiting.Report, waiting.Past, answered),
        (Consolidated placed, Event.Released released) => new Open(placed.Report, placed.Placements.Replace(
            p => p.ReleasedOn is null, p => p with { ReleasedOn = released.On, Cause = released.Cause })),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static IssueReportStanding? StandingOf(IssueReport state) => state switch
    {
        Open => new(IssueReportStatus.Open),
        Consolidated => new(IssueReportStatus.Consolidated),
        Answered => new(IssueReportStatus.Answered),
        _ => null,
    };

    public static IssueReportView View(IssueReport state, StreamId stream) => state switch
    {
        Open s => Show(IssueReportStatus.Open, s.Report, s.Past, null),
        Consolidated s => Show(IssueReportStatus.Consolidated, s.Report, s.Placements, null),
        Answered s => Show(IssueReportStatus.Answered, s.Report, s.Past, s.Answer),
        _ => Show(IssueReportStatus.Unfiled, null, [], null),
    };

    static IssueReportView Show(IssueReportStatus status, Event.Filed? report, EquatableList<ReportPlacement> placements, Event.Answered? answer) => new(
        status, report?.As, report?.ReporterId, report?.ReporterName, report?.TakenBy, report?.VillageId, report?.Category, report?.Text, report?.On,
        placements, answer?.Text, answer?.By, answer?.On);
}
