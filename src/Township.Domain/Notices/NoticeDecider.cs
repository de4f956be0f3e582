using Township.Pledges;
using static Township.Notices.NoticeCommand;
using Event = Township.Notices.NoticeEvent;

namespace Township.Notices;

public abstract partial record Notice
{
    public static IEnumerable<FactRequest> Needs(NoticeCommand command, Notice state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NoticeId.Find(context.Stream.Id) is not { } id) return [];
        var people = Impartiality.CadreAndActor(id.Pledge.CadreId, context.Actor);
        var pledge = Fact<PledgeShortfall>.Of(id.Pledge.ToString()).Guarded;
        return command switch
        {
            Issue => [Policies.Pledges, .. people, pledge, .. PreviousOf(id)],
            TakeEffect => [.. people, pledge],
            Withdraw => people,
            _ => [],
        };
    }

    public static IEnumerable<string> PersonsOf(NoticeCommand command, Notice state, StreamId stream, Actor actor) =>
        NoticeId.Find(stream.Id)?.Pledge.CadreId is { } cadre ? [cadre] : [];

    public static Decision<NoticeEvent> Decide(NoticeCommand command, Notice state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return NoticeId.Find(context.Stream.Id) is not { } id ? KernelRefusals.UnknownKey.With(context.Stream.Key)
            : RefuseActor(command, id.Pledge.CadreId, context) is { } refusal ? refusal
            : Decide(command, state, id, context);
    }

    static Decision<NoticeEvent> Decide(NoticeCommand command, Notice state, NoticeId id, DecisionContext context) => (command, state) switch
    {
        (Issue issue, Unissued) => DecideIssue(issue, id, context),
        (Issue, Issued or InEffect) => NoticeRefusals.AlreadyIssued,
        (_, Unissued) => NoticeRefusals.NotIssued,
        (_, Withdrawn) => NoticeRefusals.Withdrawn,
        (Explain, Issued { Answer: not null }) => NoticeRefusals.AlreadyExplained,
        (Explain, Issued { Terms: var terms }) when context.Today() > terms.ExplainUntil.On => NoticeRefusals.TooLateToExplain.With(LocalTime.Show(terms.ExplainUntil.On)),
        (Explain explain, Issued) => new Event.Explained(explain.Explanation, context.Today()),
        (TakeEffect take, Issued pending) => DecideEffect(take, pending, id, context),
        (TakeEffect { Consideration: null }, InEffect { Effect.Consideration: null }) => Decision<NoticeEvent>.Nothing,
        (Explain or TakeEffect, InEffect) => NoticeRefusals.InEffect,
        (Withdraw withdraw, Issued or InEffect) => new Event.Withdrawn(context.Actor.Subject, context.Today(), withdraw.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(NoticeCommand command, string cadreId, DecisionContext context) => command switch
    {
        Explain => context.Actor.IsPerson(cadreId, context.Stream) ? null : NoticeRefusals.NotYours.With(cadreId),
        _ => context.RefuseUnless(Roles.Leader) ?? context.RefuseBiased(cadreId, NoticeRefusals.Own, NoticeRefusals.OfRelative),
    };

    static Decision<NoticeEvent> DecideIssue(Issue issue, NoticeId id, DecisionContext context)
    {
        if (context.PledgePolicy() is not { } policy) return Townships.TownshipRefusals.NotFounded.With(context.Stream.Township);
        if (context.Fact<PledgeShortfall>(id.Pledge.ToString()) is not { Cause: var cause }) return NoticeRefusals.NoGrounds.With(id.Pledge);
        var until = context.Calendar().AddWorkdays(context.Today(), policy.Values.ExplanationWorkdays);
        var (first, last) = (until.On.AddDays(1), context.Today().AddDays(policy.Values.RectificationMaxDays));
        return issue switch
        {
            _ when id.Previous() is { } previous && context.Fact<NoticeStanding>(previous.ToString())?.Status is not NoticeStatus.Withdrawn => NoticeRefusals.PreviousStands.With(previous),
            _ when issue.Measure is MeasureKind.Rectify != issue.RectifyBy.HasValue => NoticeRefusals.DeadlineOnlyToRectify,
            { RectifyBy: { } by } when by < first || by > last => NoticeRefusals.DeadlineOutOfRange.With(LocalTime.Show(by), LocalTime.Show(first), LocalTime.Show(last)),
            _ => new Event.Issued(
                id.Pledge.CadreId, id.Pledge.Month, cause, issue.Measure, issue.Grounds,
                issue.RectifyBy is { } day ? context.Calendar().RollToWorkday(day) : null, context.Actor.Subject, context.Today(), until, policy.Version),
        };
    }

    static Decision<NoticeEvent> DecideEffect(TakeEffect take, Issued pending, NoticeId id, DecisionContext context) => pending switch
    {
        // A verification may have been reversed since: a notice without grounds is withdrawn, not put into effect.
        _ when context.Fact<PledgeShortfall>(id.Pledge.ToString()) is null => NoticeRefusals.NoGrounds.With(id.Pledge),
        { Answer: not null } when take.Consideration is null => NoticeRefusals.NeedsConsideration,
        { Answer: null, Terms: var terms } when context.Today() <= terms.ExplainUntil.On => NoticeRefusals.MayStillExplain.With(LocalTime.Show(terms.ExplainUntil.On)),
        _ => new Event.TookEffect(context.Actor.Subject, context.Today(), take.Consideration),
    };

    static IEnumerable<FactRequest> PreviousOf(NoticeId id) => id.Previous() is { } previous ? [Fact<NoticeStanding>.Of(previous.ToString()).Guarded] : [];
}
