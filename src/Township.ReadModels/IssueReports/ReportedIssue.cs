using System.Diagnostics;
using static Township.IssueReports.IssueReportEvent;

namespace Township.IssueReports;

/// <summary>The rows of a report in <see cref="ReportedIssues"/>.</summary>
sealed record ReportedIssue(string Township, string Id) : IStreamRows<ReportedIssue, IssueReportEvent>
{
    static readonly ViewTable Table = new(ReportedIssues.Table, 2,
    [
        "township TEXT NOT NULL", "report TEXT NOT NULL", "step TEXT NOT NULL", "reporter_kind TEXT NOT NULL", "reporter TEXT", "taken_by TEXT NOT NULL",
        "village TEXT", "category TEXT NOT NULL", "filed_on TEXT NOT NULL", "answered_by TEXT", "answered_on TEXT",
        "hearing TEXT", "issue INTEGER", "placements INTEGER NOT NULL",
    ], "township, step, filed_on", "township, hearing");

    static readonly ViewTable PlacementTable = new(ReportedIssues.Placements, 3,
    [
        "township TEXT NOT NULL", "report TEXT NOT NULL", "number INTEGER NOT NULL", "hearing TEXT NOT NULL", "issue INTEGER NOT NULL",
        "placed_on TEXT NOT NULL", "released_on TEXT", "cause TEXT",
    ], "township, hearing, issue");

    public static IReadOnlyList<ViewTable> Tables => [Table, PlacementTable];

    IssueReportStep Step { get; init; }

    ReporterKind? As { get; init; }

    string? Reporter { get; init; }

    string? TakenBy { get; init; }

    string? Village { get; init; }

    IssueCategory? Category { get; init; }

    DateOnly? FiledOn { get; init; }

    string? AnsweredBy { get; init; }

    DateOnly? AnsweredOn { get; init; }

    EquatableList<ReportPlacement> Placements { get; init; } = [];

    ReportPlacement? Current => Step is IssueReportStep.Consolidated ? Placements[^1] : null;

    public IEnumerable<ViewRow> Rows =>
    [
        ViewRow.Of(
            Table, Township, Id, Step, As, Reporter, TakenBy, Village, Category, FiledOn, AnsweredBy, AnsweredOn,
            Current?.HearingId, Current?.IssueNumber, Placements.Count),
        .. Placements.Select((p, i) => ViewRow.Of(PlacementTable, Township, Id, i + 1, p.HearingId, p.IssueNumber, p.On, p.ReleasedOn, p.Cause)),
    ];

    public static ReportedIssue From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        (stored(Table).Select(From).SingleOrDefault() ?? new(key[0], key[1])) with { Placements = [.. stored(PlacementTable).Select(Placement).OrderBy(p => p.Number).Select(p => p.Placement)] };

    static ReportedIssue From(Cells cells) => new(cells.Text(), cells.Text())
    {
        Step = cells.Name<IssueReportStep>(),
        As = cells.Name<ReporterKind>(),
        Reporter = cells.TextOrNull(),
        TakenBy = cells.Text(),
        Village = cells.TextOrNull(),
        Category = cells.Name<IssueCategory>(),
        FiledOn = cells.Day(),
        AnsweredBy = cells.TextOrNull(),
        AnsweredOn = cells.DayOrNull(),
    };

    static (int Number, ReportPlacement Placement) Placement(Cells cells) =>
        (cells.Skip(2).Number(), new(cells.Text(), cells.Number(), cells.Day(), cells.DayOrNull(), cells.NameOrNull<ReleaseCause>()));

    public ReportedIssue After(IssueReportEvent e) => e switch
    {
        Filed filed => this with
        {
            Step = IssueReportStep.Open,
            As = filed.As,
            Reporter = filed.ReporterId,
            TakenBy = filed.TakenBy,
            Village = filed.VillageId,
            Category = filed.Category,
            FiledOn = filed.On,
        },
        Consolidated went => this with { Step = IssueReportStep.Consolidated, Placements = Placements.Add(new(went.HearingId, went.IssueNumber, went.On, null, null)) },
        Released released => this with
        {
            Step = IssueReportStep.Open,
            Placements = Placements.Replace(p => p.ReleasedOn is null, p => p with { ReleasedOn = released.On, Cause = released.Cause }),
        },
        Answered answered => this with { Step = IssueReportStep.Answered, AnsweredBy = answered.By, AnsweredOn = answered.On },
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };
}
