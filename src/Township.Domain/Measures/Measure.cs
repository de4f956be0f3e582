using System.Diagnostics;
using Township.Notices;
using Event = Township.Measures.MeasureEvent;

namespace Township.Measures;

/// <summary>
/// The measure that a notice chose (P5): one branch for each kind, each with a life of its own. Not a disciplinary punishment 处分.
/// </summary>
[Title("通知书措施", "measure")]
public abstract partial record Measure : IAggregate<Measure, MeasureCommand, MeasureEvent, MeasureView>
{
    private Measure() { }

    public sealed record Unopened : Measure;

    /// <summary>责令说明情况: the cadre explains, a leader accepts or rejects.</summary>
    public sealed record Explaining(MeasureFile File) : Measure;

    /// <summary>诫勉谈话: the talk is to be held.</summary>
    public sealed record Talking(MeasureFile File) : Measure;

    /// <summary>限期整改: the cadre rectifies and reports, a leader or the office accepts or rejects.</summary>
    public sealed record Rectifying(MeasureFile File) : Measure;

    public sealed record Closed(MeasureFile File, Event.Closed End) : Measure;

    public sealed record Cancelled(MeasureFile File, Event.Cancelled End) : Measure;

    public static string Category => "measure";

    public static Measure Initial => new Unopened();

    public static Measure Evolve(Measure state, MeasureEvent e) => (state, e) switch
    {
        (Unopened, Event.Opened { Kind: MeasureKind.Explain } opened) => new Explaining(new(opened, null, [], null)),
        (Unopened, Event.Opened { Kind: MeasureKind.AdmonitionTalk } opened) => new Talking(new(opened, null, [], null)),
        (Unopened, Event.Opened { Kind: MeasureKind.Rectify } opened) => new Rectifying(new(opened, null, [], null)),
        (Explaining { File: var file }, Event.ExplanationGiven given) => new Explaining(file.Delivered(given.Explanation, null, given.On)),
        (Explaining { File: var file }, Event.ExplanationAccepted accepted) => new Explaining(file.Decided(true, accepted.By, accepted.On, null)),
        (Explaining { File: var file }, Event.ExplanationRejected rejected) => new Explaining(file.Decided(false, rejected.By, rejected.On, rejected.Reason)),
        (Talking { File: var file }, Event.TalkHeld held) => new Talking(file with { Talk = new(held.HeldOn, held.HeldBy, held.Summary, held.RecordedBy) }),
        (Rectifying { File: var file }, Event.RectificationReported reported) => new Rectifying(file.Delivered(reported.Report, reported.Evidence, reported.On)),
        (Rectifying { File: var file }, Event.RectificationAccepted accepted) => new Rectifying(file.Decided(true, accepted.By, accepted.On, accepted.Evidence)),
        (Rectifying { File: var file }, Event.RectificationRejected rejected) => new Rectifying(file.Decided(false, rejected.By, rejected.On, rejected.Reason)),
        (Explaining { File: var file }, Event.BecameOverdue overdue) => new Explaining(file.Overdue(overdue)),
        (Talking { File: var file }, Event.BecameOverdue overdue) => new Talking(file.Overdue(overdue)),
        (Rectifying { File: var file }, Event.BecameOverdue overdue) => new Rectifying(file.Overdue(overdue)),
        (Explaining or Talking or Rectifying, Event.Closed closed) => new Closed(FileOf(state), closed),
        (Explaining or Talking or Rectifying, Event.Cancelled cancelled) => new Cancelled(FileOf(state), cancelled),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static MeasureView View(Measure state, StreamId stream) => state switch
    {
        Unopened => new(MeasureStatus.Unopened, null, null, null, null, null, null, [], null, null, null, null, null, null),
        Closed s => s.File.Show(MeasureStatus.Closed) with { ClosedOn = s.End.On, Late = s.End.Late },
        Cancelled s => s.File.Show(MeasureStatus.Cancelled) with { CancelledOn = s.End.On, CancellationReason = s.End.Reason },
        _ when FileOf(state) is var file => file.Show(file.Undecided() is null ? MeasureStatus.Opened : MeasureStatus.Delivered),
        _ => throw new UnreachableException(),
    };

    static MeasureFile FileOf(Measure state) => state switch
    {
        Explaining s => s.File,
        Talking s => s.File,
        Rectifying s => s.File,
        _ => throw new UnreachableException($"{state.GetType().Name} is not at work."),
    };
}
