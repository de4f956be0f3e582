using System.Diagnostics;
using Event = Example.Bicycles.BicycleEvent;

namespace Example.Bicycles;

/// <summary>A bicycle that cadres borrow.</summary>
public abstract partial record Bicycle : IAggregate<Bicycle, BicycleCommand, BicycleEvent, BicycleView>
{
    private Bicycle() { }

    public sealed record Unregistered : Bicycle;

    public sealed record Available(string Label) : Bicycle;

    public sealed record OnLoan(string Label, Event.Lent Loan) : Bicycle;
#if (deadline)

    public sealed record Overdue(string Label, Event.Lent Loan) : Bicycle;
#endif

    public static string Category => "bicycle";

    public static Bicycle Initial => new Unregistered();

    /// <summary>Everybody of the township sees where it is; the history also shows who had it before, and how it came back.</summary>
    public static ReadRule<Bicycle> Reading { get; } = ReadRule.Of<Bicycle>().ViewByTownship().History(Roles.Office, Roles.Auditor);

    public static Bicycle Evolve(Bicycle state, BicycleEvent e) => (state, e) switch
    {
        (Unregistered, Event.Registered registered) => new Available(registered.Label),
        (Available { Label: var label }, Event.Lent lent) => new OnLoan(label, lent),
        (OnLoan { Label: var label }, Event.Returned) => new Available(label),
#if (deadline)
        (OnLoan { Label: var label, Loan: var loan }, Event.BecameOverdue) => new Overdue(label, loan),
        (Overdue { Label: var label }, Event.Returned) => new Available(label),
#endif
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    /// <summary>The fact that other aggregates may ask for; found by its return type.</summary>
    public static BicycleStanding? StandingOf(Bicycle state) => state switch
    {
        Available => new(null, null),
        OnLoan { Loan: var loan } => new(loan.CadreId, loan.Due.On),
#if (deadline)
        Overdue { Loan: var loan } => new(loan.CadreId, loan.Due.On),
#endif
        _ => null,
    };

    public static BicycleView View(Bicycle state, StreamId stream) => state switch
    {
        Available { Label: var label } => new(BicycleStatus.Available, label, null, null),
        OnLoan { Label: var label, Loan: var loan } => new(BicycleStatus.OnLoan, label, loan.CadreId, loan.Due),
#if (deadline)
        Overdue { Label: var label, Loan: var loan } => new(BicycleStatus.Overdue, label, loan.CadreId, loan.Due),
#endif
        _ => new(BicycleStatus.Unregistered, null, null, null),
    };

    /// <summary>The rows of its table; found by their type.</summary>
    public static IEnumerable<BicycleRow> Rows(Bicycle state, StreamId stream) => View(state, stream) is { Label: { } label } view
        ? [new(stream.Township, stream.Id, view.Status, label, view.BorrowerId, view.Due?.On)]
        : [];
}
