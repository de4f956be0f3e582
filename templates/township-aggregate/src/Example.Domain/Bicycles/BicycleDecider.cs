using System.Diagnostics;
using Township.Cadres;
using static Example.Bicycles.BicycleCommand;
using Event = Example.Bicycles.BicycleEvent;

namespace Example.Bicycles;

public abstract partial record Bicycle
{
    const int MaxDays = 30;

    public static IEnumerable<FactRequest> Needs(BicycleCommand command, Bicycle state, DecisionContext context) => (command, state) switch
    {
        (Lend lend, Available) => [Fact<CadreStanding>.Of(lend.CadreId)],
        _ => [],
    };

    public static Decision<BicycleEvent> Decide(BicycleCommand command, Bicycle state, DecisionContext context) => (command, state) switch
    {
#if (deadline)
        (MarkOverdue, _) when context.RefuseUnless(Roles.Office, Roles.System) is { } refusal => refusal,
        (not MarkOverdue, _) when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
#else
        _ when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
#endif
        (Register register, Unregistered) => new Event.Registered(register.Label),
        (Register, _) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Unregistered) => CommonRefusals.Unknown.With(context.Stream.Id),
        (Lend lend, Available) => DecideLend(lend, context),
        (Lend, OnLoan { Loan.CadreId: var borrower }) => BicycleRefusals.OnLoan.With(context.Stream.Id, borrower),
        (Return back, OnLoan { Loan: var loan }) => DecideReturn(back, loan, context),
#if (deadline)
        (Lend, Overdue { Loan.CadreId: var borrower }) => BicycleRefusals.OnLoan.With(context.Stream.Id, borrower),
        (Return back, Overdue { Loan: var loan }) => DecideReturn(back, loan, context),
        (MarkOverdue, OnLoan { Loan.Due.On: var due }) when context.Today() <= due => BicycleRefusals.NotDue.With(LocalTime.Show(due)),
        (MarkOverdue, OnLoan { Loan.CadreId: var borrower }) => new Event.BecameOverdue(borrower),
        (MarkOverdue, Available or Overdue) => Decision<BicycleEvent>.Nothing,
#endif
        (Return back, Available) => BicycleRefusals.NotLentTo.With(context.Stream.Id, back.CadreId),
        _ => throw new UnreachableException(),
    };

    static Decision<BicycleEvent> DecideLend(Lend lend, DecisionContext context)
    {
        var (today, last) = (context.Today(), context.Today().AddDays(MaxDays));
        return context.Fact<CadreStanding>(lend.CadreId) switch
        {
            null => CommonRefusals.Unknown.With(lend.CadreId),
            { LeftOn: { } left } when left < today => CadreRefusals.Departed.With(lend.CadreId, LocalTime.Show(left)),
            _ when lend.Due < today || lend.Due > last =>
                BicycleRefusals.DueOutOfRange.With(LocalTime.Show(lend.Due), LocalTime.Show(today), LocalTime.Show(last)),
            _ => new Event.Lent(lend.CadreId, context.Calendar().RollToWorkday(lend.Due)),
        };
    }

    static Decision<BicycleEvent> DecideReturn(Return back, Event.Lent loan, DecisionContext context) => back.CadreId == loan.CadreId
        ? new Event.Returned(back.CadreId, back.Condition, Late: context.Today() > loan.Due.On)
        : BicycleRefusals.NotLentTo.With(context.Stream.Id, back.CadreId);
}
