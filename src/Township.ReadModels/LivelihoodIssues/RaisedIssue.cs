using System.Diagnostics;
using static Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

/// <summary>A row of <see cref="RaisedIssues"/>.</summary>
sealed record RaisedIssue(string Township, string Id) : IStreamRows<RaisedIssue, LivelihoodIssueEvent>
{
    static readonly ViewTable Table = new(RaisedIssues.Table, 2,
    [
        "township TEXT NOT NULL", "issue TEXT NOT NULL", "step TEXT NOT NULL", "title TEXT NOT NULL", "village TEXT", "recorded_by TEXT NOT NULL",
        "raised_on TEXT NOT NULL", "owner TEXT", "due_on TEXT", "overdue_on TEXT", "progress_reports INTEGER NOT NULL", "last_progress_on TEXT",
        "done_on TEXT", "closed_on TEXT", "reopenings INTEGER NOT NULL",
    ], "township, step, raised_on", "township, raised_on", "township, owner, raised_on");

    public static IReadOnlyList<ViewTable> Tables => [Table];

    LivelihoodStep Step { get; init; }

    string? Title { get; init; }

    string? Village { get; init; }

    string? RecordedBy { get; init; }

    DateOnly? RaisedOn { get; init; }

    string? Owner { get; init; }

    DateOnly? DueOn { get; init; }

    DateOnly? OverdueOn { get; init; }

    int ProgressReports { get; init; }

    DateOnly? LastProgressOn { get; init; }

    DateOnly? DoneOn { get; init; }

    DateOnly? ClosedOn { get; init; }

    int Reopenings { get; init; }

    public IEnumerable<ViewRow> Rows =>
    [
        ViewRow.Of(
            Table, Township, Id, Step, Title, Village, RecordedBy, RaisedOn, Owner, DueOn, OverdueOn, ProgressReports, LastProgressOn, DoneOn, ClosedOn, Reopenings),
    ];

    public static RaisedIssue From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        stored(Table).Select(From).SingleOrDefault() ?? new(key[0], key[1]);

    static RaisedIssue From(Cells cells) => new(cells.Text(), cells.Text())
    {
        Step = cells.Name<LivelihoodStep>(),
        Title = cells.Text(),
        Village = cells.TextOrNull(),
        RecordedBy = cells.Text(),
        RaisedOn = cells.Day(),
        Owner = cells.TextOrNull(),
        DueOn = cells.DayOrNull(),
        OverdueOn = cells.DayOrNull(),
        ProgressReports = cells.Number(),
        LastProgressOn = cells.DayOrNull(),
        DoneOn = cells.DayOrNull(),
        ClosedOn = cells.DayOrNull(),
        Reopenings = cells.Number(),
    };

    public RaisedIssue After(LivelihoodIssueEvent e) => e switch
    {
        Raised raised => this with { Step = LivelihoodStep.Raised, Title = raised.Title, Village = raised.VillageId, RecordedBy = raised.By, RaisedOn = raised.On },
        Accepted accepted => this with { Step = LivelihoodStep.Accepted, Owner = accepted.OwnerId, DueOn = accepted.Due?.On, OverdueOn = null },
        Declined declined => this with { Step = LivelihoodStep.Declined, ClosedOn = declined.On },
        ProgressReported reported => this with { ProgressReports = ProgressReports + 1, LastProgressOn = reported.On },
        Finished finished => this with { Step = LivelihoodStep.Done, DoneOn = finished.On },
        Confirmed confirmed => this with { Step = LivelihoodStep.Confirmed, ClosedOn = confirmed.On },
        // The township says anew what it does about it.
        Reopened => this with
        {
            Step = LivelihoodStep.Raised,
            Owner = null,
            DueOn = null,
            OverdueOn = null,
            DoneOn = null,
            ClosedOn = null,
            Reopenings = Reopenings + 1,
        },
        BecameOverdue overdue => this with { OverdueOn = overdue.On },
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };
}
