using System.Diagnostics;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>
/// An efficiency hearing 效能听证会 (H1–H8). The state holds what rules need: numbers, ids and kinds. The minutes 笔录 are the history.
/// </summary>
[Title("效能听证会", "hearing")]
public abstract partial record Hearing : IAggregate<Hearing, HearingCommand, HearingEvent, HearingView>
{
    private Hearing() { }

    public sealed record Unplanned : Hearing;

    /// <summary>Until it is opened; also while it is postponed.</summary>
    public sealed record Preparing(HearingFile File) : Hearing;

    public sealed record Sitting(HearingFile File, HearingMinutes Minutes) : Hearing;

    /// <summary>The sitting has ended; its issues are being accounted for.</summary>
    public sealed record Held(HearingFile File, HearingMinutes Minutes, HearingAftermath After) : Hearing;

    /// <summary>Closed. Measures, promises and studies that go on are still recorded.</summary>
    public sealed record Closed(HearingFile File, HearingMinutes Minutes, HearingAftermath After, DateOnly On) : Hearing;

    public sealed record Cancelled(HearingFile File, DateOnly On) : Hearing;

    public static string Category => "hearing";

    public static Hearing Initial => new Unplanned();

    public static Hearing Evolve(Hearing state, HearingEvent e) => (state, e) switch
    {
        (Unplanned, Event.Prepared prepared) => new Preparing(HearingFile.Begun(prepared)),
        (Preparing { File: var file }, Event.Opened opened) => new Sitting(file, HearingMinutes.Begun(opened)),
        (Preparing { File: var file }, Event.Cancelled cancelled) => new Cancelled(file, cancelled.On),
        (Preparing { File: var file }, _) => new Preparing(file.Before(e)),
        (Sitting { File: var file, Minutes: var minutes }, Event.SittingEnded ended) =>
            new Held(file.Ended(ended), minutes with { EndedAt = ended.At }, new(ended.FeedbackDue, false, 0)),
        (Sitting { File: var file, Minutes: var minutes }, _) => new Sitting(file.During(e), minutes.During(e)),
        (Held { File: var file, Minutes: var minutes, After: var after }, Event.Closed closed) => new Closed(file, minutes, after, closed.On),
        (Held held, _) => held with { File = held.File.Afterwards(e), After = held.After.With(e) },
        (Closed { File: var file, Minutes: var minutes, After: var after }, Event.Reopened reopened) =>
            new Held(file.Reopened(reopened), minutes, new(reopened.FeedbackDue, false, after.Reopenings + 1)),
        (Closed finished, Event.MeasureCompleted or Event.MeasureOverdue or Event.StudyResultRecorded or Event.PromiseLinked) => finished with { File = finished.File.Afterwards(e) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static HearingAccount? AccountOf(Hearing state) => state switch
    {
        Unplanned => null,
        Held or Closed => new(true, [.. FileOf(state)!.Issues.Where(i => !i.Dropped).Select(i => i.Number)]),
        _ => new(false, []),
    };

    public static HearingAgenda? AgendaOf(Hearing state) => FileOf(state) is { } file
        ? new(state is Cancelled, [.. file.Issues.Select(i => new AgendaIssue(i.Number, i.Dropped, i.ReportIds))])
        : null;

    public static HearingDrawing? DrawingOf(Hearing state) => state is Preparing { File.People: { SignUpClosed: true } people }
        ? new([.. people.Groups.Select(g => new GroupDrawing(g.Id, people.FreeSeats(g), Applicants(people, g.Id), SpentDraws(people, g.Id)))])
        : null;

    public static HearingView View(Hearing state, StreamId stream) => state switch
    {
        Preparing { File: { Postponed: true } file } => Show(HearingStatus.Postponed, file, null, null, null),
        Preparing { File: var file } => Show(HearingStatus.Preparing, file, null, null, null),
        Sitting s => Show(HearingStatus.Sitting, s.File, s.Minutes, null, null),
        Held s => Show(HearingStatus.Held, s.File, s.Minutes, s.After, null),
        Closed s => Show(HearingStatus.Closed, s.File, s.Minutes, s.After, s.On),
        Cancelled s => Show(HearingStatus.Cancelled, s.File, null, null, s.On),
        _ => new(HearingStatus.Unplanned, null, null, [], 0, null, [], [], null, false, HearingFile.Nobody, null, null, false, 0, null),
    };

    static HearingView Show(HearingStatus status, HearingFile file, HearingMinutes? minutes, HearingAftermath? after, DateOnly? endedOn) => new(
        status, file.Topic, file.Policy.Version, file.Issues, file.Revision?.Number ?? 0, file.Arrangement, file.WorkPlan, file.Notices, file.Period, file.PeriodEnded,
        Shown(file.People), minutes?.Show(), after?.FeedbackDue, after?.FeedbackOverdue ?? false, after?.Reopenings ?? 0, endedOn);

    // The file, whatever the state.
    static HearingFile? FileOf(Hearing state) => state switch
    {
        Preparing s => s.File,
        Sitting s => s.File,
        Held s => s.File,
        Closed s => s.File,
        Cancelled s => s.File,
        _ => null,
    };
}

/// <summary>What is on record once the sitting has ended.</summary>
/// <param name="FeedbackDue">By when the feedback is due.</param>
/// <param name="FeedbackOverdue">Whether it was marked as late.</param>
/// <param name="Reopenings">How often the hearing was reopened.</param>
public sealed record HearingAftermath(DueDate FeedbackDue, bool FeedbackOverdue, int Reopenings)
{
    internal HearingAftermath With(HearingEvent e) => e is Event.FeedbackOverdue ? this with { FeedbackOverdue = true } : this;
}
