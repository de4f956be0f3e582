using Township.Hearings;
using Township.Townships;
using static Township.Promises.PromiseCommand;
using Event = Township.Promises.PromiseEvent;

namespace Township.Promises;

public abstract partial record Promise
{
    static Decision<PromiseEvent> DecideMake(Make make, PromiseId id, DecisionContext context)
    {
        if (context.HearingPolicy() is not { } policy) return TownshipRefusals.NotFounded.With(context.Stream.Township);
        var today = context.Today();
        return context.Fact<HearingAccount>(id.HearingId) switch
        {
            null => CommonRefusals.Unknown.With(id.HearingId),
            // After a hearing is closed a promise can still take the place of one that was withdrawn.
            { Heard: false } => PromiseRefusals.NotHeard.With(id.HearingId),
            var hearing when !hearing.Issues.Contains(id.Issue) => PromiseRefusals.NoSuchIssue.With(id.HearingId, id.Issue),
            _ when id.Previous() is { } previous && context.Fact<PromiseStanding>(previous.ToString()) is not { Status: PromiseStatus.Fulfilled or PromiseStatus.Withdrawn } =>
                PromiseRefusals.PreviousStands.With(previous),
            _ when context.RefuseAbsent(make.OwnerId, today) is { } refusal => refusal,
            _ when RefuseDue(make.Due, today, policy, context) is { } refusal => refusal,
            _ when context.Calendar().RollToWorkday(make.Due) is var due => new Event.Made(
                id.HearingId, id.Issue, make.OwnerId, make.Text, make.Reason, due, RemindFrom(due, policy, context), context.Actor.Subject, today, policy.Version),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    static Decision<PromiseEvent> DecideExtend(Extend extend, PromiseDue current, DecisionContext context)
    {
        if (context.HearingPolicy() is not { } policy) return TownshipRefusals.NotFounded.With(context.Stream.Township);
        var (due, first) = (context.Calendar().RollToWorkday(extend.Due), current.Due.On.AddDays(1));
        return extend switch
        {
            _ when RefuseDue(extend.Due, first > context.Today() ? first : context.Today(), policy, context) is { } refusal => refusal,
            _ => new Event.Extended(current.Number + 1, due, RemindFrom(due, policy, context), extend.Reason, context.Actor.Subject, context.Today(), policy.Version),
        };
    }

    static Decision<PromiseEvent> DecideRemind(PromiseDue due, DecisionContext context) => due switch
    {
        { RemindedOn: not null } => Decision<PromiseEvent>.Nothing,
        _ when context.Today() < due.RemindFrom => PromiseRefusals.TooEarlyToRemind.With(LocalTime.Show(due.RemindFrom)),
        _ when context.Today() > due.Due.On => PromiseRefusals.TooLateToRemind.With(LocalTime.Show(due.Due.On)),
        _ => new Event.Reminded(due.Number, context.Today()),
    };

    static Decision<PromiseEvent> DecideOverdue(PromiseFile file, DecisionContext context) => file.Current switch
    {
        { OverdueOn: not null } => Decision<PromiseEvent>.Nothing,
        var due when context.Today() <= due.Due.On => PromiseRefusals.NotDue.With(LocalTime.Show(due.Due.On)),
        var due => new Event.BecameOverdue(due.Number, due.Due.On, file.OwnerId, context.Today()),
    };

    static Refusal? RefuseDue(DateOnly due, DateOnly first, HearingPolicy policy, DecisionContext context)
    {
        var last = context.Today().AddDays(policy.Values.PromiseMaxDays);
        return due < first || due > last ? PromiseRefusals.DueOutOfRange.With(LocalTime.Show(due), LocalTime.Show(first), LocalTime.Show(last)) : null;
    }

    static DateOnly RemindFrom(DueDate due, HearingPolicy policy, DecisionContext context)
    {
        var (from, today) = (due.On.AddDays(-policy.Values.PromiseReminderDays), context.Today());
        return from > today ? from : today;
    }
}
