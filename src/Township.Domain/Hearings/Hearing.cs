using System.Diagnostics;
using static Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>
/// An efficiency hearing 效能听证会 (H1–H8). The state holds what rules need: numbers, ids and kinds. The minutes 笔录 are the history.
/// </summary>
public abstract partial record Hearing : IAggregate<Hearing, HearingCommand, HearingEvent, HearingView>
{
    private Hearing() { }

    public sealed record Unplanned : Hearing;

    /// <summary>Until it is opened; also while it is postponed.</summary>
    public sealed record Preparing(HearingFile File) : Hearing;

    public sealed record InSession(HearingFile File, HearingMinutes Minutes) : Hearing;

    /// <summary>The sitting has ended; its issues are being accounted for.</summary>
    public sealed record Held(HearingFile File, HearingMinutes Minutes, HearingAftermath After) : Hearing;

    /// <summary>Closed. Measures, promises and studies that go on are still recorded.</summary>
    public sealed record Finished(HearingFile File, HearingMinutes Minutes, HearingAftermath After, DateOnly On) : Hearing;

    public sealed record Abandoned(HearingFile File, DateOnly On) : Hearing;

    public static string Category => "hearing";

    public static Hearing Initial => new Unplanned();

    public static Hearing Evolve(Hearing state, HearingEvent e) => (state, e) switch
    {
        (Unplanned, Prepared prepared) => new Preparing(HearingFile.Begun(prepared)),
        (Preparing { File: var file }, Opened opened) => new InSession(file, HearingMinutes.Begun(opened)),
        (Preparing { File: var file }, Cancelled cancelled) => new Abandoned(file, cancelled.On),
        (Preparing { File: var file }, _) => new Preparing(file.Before(e)),
        (InSession { File: var file, Minutes: var minutes }, SittingEnded ended) =>
            new Held(file.Ended(ended), minutes with { EndedAt = ended.At }, new(ended.FeedbackDue, false, 0)),
        (InSession { File: var file, Minutes: var minutes }, _) => new InSession(file.During(e), minutes.During(e)),
        (Held { File: var file, Minutes: var minutes, After: var after }, Closed closed) => new Finished(file, minutes, after, closed.On),
        (Held held, _) => held with { File = held.File.Afterwards(e), After = held.After.With(e) },
        (Finished { File: var file, Minutes: var minutes, After: var after }, Reopened reopened) =>
            new Held(file.Reopened(reopened), minutes, new(reopened.FeedbackDue, false, after.Reopenings + 1)),
        (Finished finished, MeasureCompleted or MeasureOverdue or StudyResultRecorded or PromiseLinked) => finished with { File = finished.File.Afterwards(e) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static HearingAccount? AccountOf(Hearing state) => state switch
    {
        Unplanned => null,
        Held or Finished => new(true, [.. FileOf(state)!.Issues.Where(i => !i.Dropped).Select(i => i.Number)]),
        _ => new(false, []),
    };

    public static HearingAgenda? AgendaOf(Hearing state) => FileOf(state) is { } file
        ? new(state is Abandoned, [.. file.Issues.Select(i => new AgendaIssue(i.Number, i.Dropped, i.ReportIds))])
        : null;

    public static HearingDrawing? DrawingOf(Hearing state) => state is Preparing { File.People: { SignUpClosed: true } people }
        ? new([.. people.Groups.Select(g => new GroupDrawing(g.Id, people.FreeSeats(g), Applicants(people, g.Id), SpentDraws(people, g.Id)))])
        : null;

    public static HearingView View(Hearing state, StreamId stream) => state switch
    {
        Preparing { File: { Postponed: true } file } => Show(HearingStep.Postponed, file, null, null, null),
        Preparing { File: var file } => Show(HearingStep.Preparing, file, null, null, null),
        InSession s => Show(HearingStep.Sitting, s.File, s.Minutes, null, null),
        Held s => Show(HearingStep.Held, s.File, s.Minutes, s.After, null),
        Finished s => Show(HearingStep.Closed, s.File, s.Minutes, s.After, s.On),
        Abandoned s => Show(HearingStep.Cancelled, s.File, null, null, s.On),
        _ => new(HearingStep.None, null, null, [], 0, null, [], [], null, false, HearingFile.Nobody, null, null, false, 0, null),
    };

    static HearingView Show(HearingStep step, HearingFile file, HearingMinutes? minutes, HearingAftermath? after, DateOnly? endedOn) => new(
        step, file.Topic, file.Policy.Version, file.Issues, file.Revision?.Number ?? 0, file.Arrangement, file.WorkPlan, file.Notices, file.Period, file.PeriodEnded,
        Shown(file.People), minutes?.Show(), after?.FeedbackDue, after?.FeedbackOverdue ?? false, after?.Reopenings ?? 0, endedOn);

    // The file, whatever the state.
    static HearingFile? FileOf(Hearing state) => state switch
    {
        Preparing s => s.File,
        InSession s => s.File,
        Held s => s.File,
        Finished s => s.File,
        Abandoned s => s.File,
        _ => null,
    };
}

/// <summary>What is on record once the sitting has ended.</summary>
/// <param name="FeedbackDue">By when the feedback is due.</param>
/// <param name="FeedbackOverdue">Whether it was marked as late.</param>
/// <param name="Reopenings">How often the hearing was reopened.</param>
public sealed record HearingAftermath(DueDate FeedbackDue, bool FeedbackOverdue, int Reopenings)
{
    internal HearingAftermath With(HearingEvent e) => e is FeedbackOverdue ? this with { FeedbackOverdue = true } : this;
}
