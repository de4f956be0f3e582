using Township.Cadres;
using Township.Notices;
using static Township.Measures.MeasureCommand;
using Event = Township.Measures.MeasureEvent;

namespace Township.Measures;

public abstract partial record Measure
{
    public static IEnumerable<FactRequest> Needs(MeasureCommand command, Measure state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NoticeId.Find(context.Stream.Id) is not { } id) return [];
        var people = Impartiality.CadreAndActor(id.Pledge.CadreId, context.Actor);
        return command switch
        {
            Open => [Policies.Pledges, .. people, Fact<NoticeStanding>.Of(context.Stream.Id).Guarded],
            Cancel => [.. people, Fact<NoticeStanding>.Of(context.Stream.Id).Guarded],
            RecordTalk talk => [.. people, Fact<CadreStanding>.Of(talk.HeldBy)],
            GiveExplanation or ReportRectification or MarkOverdue => [],
            _ => people,
        };
    }

    public static IEnumerable<string> PersonsOf(MeasureCommand command, Measure state, StreamId stream, Actor actor) =>
        NoticeId.Find(stream.Id)?.Pledge.CadreId is { } cadre ? [cadre] : [];

    public static Decision<MeasureEvent> Decide(MeasureCommand command, Measure state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return NoticeId.Find(context.Stream.Id) is not { } id ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : RefuseActor(command, id.Pledge.CadreId, context) is { } refusal ? refusal
            : Decide(command, state, id.Pledge.CadreId, context);
    }

    static Decision<MeasureEvent> Decide(MeasureCommand command, Measure state, string cadreId, DecisionContext context) => (command, state) switch
    {
        (Open, Unopened) => DecideOpen(cadreId, context),
        (_, Unopened) => MeasureRefusals.NotOpened,
        (_, Closed or Cancelled) => MeasureRefusals.Over,
        (Open, _) => MeasureRefusals.AlreadyOpened,
        (Cancel cancel, _) => DecideCancel(cancel, context),
        (MarkOverdue, _) => DecideOverdue(FileOf(state), context),
        (GiveExplanation give, Explaining { File: var file }) => DecideDelivery(new Event.ExplanationGiven(give.Explanation, context.Today()), file),
        (ReportRectification report, Rectifying { File: var file }) => DecideDelivery(new Event.RectificationReported(report.Report, report.Evidence, context.Today()), file),
        (AcceptExplanation or RejectExplanation, Explaining { File: var file }) when file.Undecided() is null => MeasureRefusals.NotDelivered,
        (AcceptRectification or RejectRectification, Rectifying { File: var file }) when file.Undecided() is null => MeasureRefusals.NotDelivered,
        (AcceptExplanation, Explaining { File: var file }) => Closing(new Event.ExplanationAccepted(context.Actor.Subject, context.Today()), file, context),
        (RejectExplanation reject, Explaining) => new Event.ExplanationRejected(context.Actor.Subject, context.Today(), reject.Reason),
        (AcceptRectification accept, Rectifying { File: var file }) => Closing(new Event.RectificationAccepted(context.Actor.Subject, context.Today(), accept.Evidence), file, context),
        (RejectRectification reject, Rectifying) => new Event.RectificationRejected(context.Actor.Subject, context.Today(), reject.Reason),
        (RecordTalk talk, Talking { File: var file }) => DecideTalk(talk, file, cadreId, context),
        _ => MeasureRefusals.OtherKind,
    };

    static Refusal? RefuseActor(MeasureCommand command, string cadreId, DecisionContext context) => command switch
    {
        GiveExplanation or ReportRectification => context.Actor.IsPerson(cadreId, context.Stream) ? null : MeasureRefusals.NotYours.With(cadreId),
        MarkOverdue => context.RefuseUnless(Roles.Office, Roles.System),
        AcceptExplanation or RejectExplanation => context.RefuseUnless(Roles.Leader) ?? RefuseBiased(cadreId, context),
        RecordTalk => RefuseBiased(cadreId, context) ?? RefuseTalker(cadreId, context),
        _ => context.RefuseUnless(Roles.Leader, Roles.Office) ?? RefuseBiased(cadreId, context),
    };

    static Refusal? RefuseBiased(string cadreId, DecisionContext context) => context.RefuseBiased(cadreId, MeasureRefusals.Own, MeasureRefusals.OfRelative);

    static Refusal? RefuseTalker(string cadreId, DecisionContext context) =>
        context.Actor.Is(Roles.Leader, context.Stream)
        || context.Fact<CadreStanding>(cadreId)?.Superior is { } superior && context.Actor.IsPerson(superior, context.Stream)
            ? null
            : MeasureRefusals.NotSuperior.With();
}
