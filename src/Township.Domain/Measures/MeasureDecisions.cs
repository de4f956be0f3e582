using Township.Cadres;
using Township.Notices;
using static Township.Measures.MeasureCommand;
using Event = Township.Measures.MeasureEvent;

namespace Township.Measures;

public abstract partial record Measure
{
    static Decision<MeasureEvent> DecideOpen(string cadreId, DecisionContext context) =>
        (context.Fact<NoticeStanding>(context.Stream.Id), context.PledgePolicy()) switch
        {
            (_, null) => Townships.TownshipRefusals.NotFounded.With(context.Stream.Township),
            ({ Status: NoticeStatus.InEffect, Measure: var kind } notice, var policy) =>
                new Event.Opened(kind, cadreId, DueDay(kind, notice.RectifyBy, policy.Values, context), context.Actor.Subject, context.Today(), policy.Version),
            _ => MeasureRefusals.NoticeNotInEffect.With(context.Stream.Id),
        };

    // The deadline of a rectification is in its notice, and stays as the cadre was told, whatever a later calendar says.
    static DueDate DueDay(MeasureKind kind, DueDate? rectifyBy, Townships.PledgePolicyValues policy, DecisionContext context) => kind switch
    {
        MeasureKind.Explain => context.Calendar().AddWorkdays(context.Today(), policy.OrderedExplanationWorkdays),
        MeasureKind.AdmonitionTalk => context.Calendar().AddWorkdays(context.Today(), policy.TalkWorkdays),
        _ => rectifyBy ?? throw new System.Diagnostics.UnreachableException("A rectification has a deadline."),
    };

    static Decision<MeasureEvent> DecideDelivery(MeasureEvent delivery, MeasureFile file) =>
        file.Undecided() is null ? delivery : MeasureRefusals.AlreadyDelivered;

    // A measure is in time if the cadre delivered in time, however long the decision takes.
    static Decision<MeasureEvent> Closing(MeasureEvent acceptance, MeasureFile file, DecisionContext context) => file.Undecided() is { } accepted
        ? new[] { acceptance, new Event.Closed(context.Today(), file.IsLate(accepted.On)) }
        : MeasureRefusals.NotDelivered;

    static Decision<MeasureEvent> DecideTalk(RecordTalk talk, MeasureFile file, string cadreId, DecisionContext context) => talk switch
    {
        _ when context.RefuseDate(talk.HeldOn, file.Terms.On) is { } refusal => refusal,
        _ when context.RefuseBiased(talk.HeldBy, context.Fact<CadreStanding>(talk.HeldBy), cadreId, MeasureRefusals.Own, MeasureRefusals.OfRelative) is { } refusal => refusal,
        _ => new MeasureEvent[]
        {
            new Event.TalkHeld(talk.HeldOn, talk.HeldBy, talk.Summary, context.Actor.Subject),
            new Event.Closed(context.Today(), file.IsLate(talk.HeldOn)),
        },
    };

    static Decision<MeasureEvent> DecideOverdue(MeasureFile file, DecisionContext context) => file switch
    {
        { OverdueOn: not null } => Decision<MeasureEvent>.Nothing,
        _ when context.Today() <= file.Terms.Due.On => MeasureRefusals.NotDue.With(LocalTime.Show(file.Terms.Due.On)),
        // The cadre delivered in time; only the decision is late.
        _ when file.Undecided() is { } waiting && waiting.On <= file.Terms.Due.On => MeasureRefusals.AlreadyDelivered,
        _ => new Event.BecameOverdue(context.Today()),
    };

    static Decision<MeasureEvent> DecideCancel(Cancel cancel, DecisionContext context) => context.Fact<NoticeStanding>(context.Stream.Id)?.Status is NoticeStatus.Withdrawn
        ? new Event.Cancelled(context.Actor.Subject, context.Today(), cancel.Reason)
        : MeasureRefusals.NoticeStands.With(context.Stream.Id);
}
