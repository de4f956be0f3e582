using System.Diagnostics;
using static Township.Supervisors.SupervisorEvent;

namespace Township.Supervisors;

/// <summary>An efficiency supervisor 效能监督员: somebody from outside who observes and verifies.</summary>
public abstract partial record Supervisor : IAggregate<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>
{
    private Supervisor() { }

    public sealed record Outsider : Supervisor;

    public sealed record Serving(Appointed Terms, EquatableList<Relative> Relatives) : Supervisor;

    public sealed record Gone(Appointed Terms, EquatableList<Relative> Relatives, Dismissed End) : Supervisor;

    public static string Category => "supervisor";

    public static Supervisor Initial => new Outsider();

    public static Supervisor Evolve(Supervisor state, SupervisorEvent e) => (state, e) switch
    {
        (Outsider, Appointed appointed) => new Serving(appointed, []),
        (Serving serving, RelativeDeclared declared) => serving with { Relatives = serving.Relatives.Declare(declared.Relative) },
        (Serving serving, RelativeWithdrawn withdrawn) => serving with { Relatives = serving.Relatives.Withdraw(withdrawn.PersonId) },
        (Serving serving, Dismissed dismissed) => new Gone(serving.Terms, serving.Relatives, dismissed),
        (Gone gone, RelativeWithdrawn withdrawn) => gone with { Relatives = gone.Relatives.Withdraw(withdrawn.PersonId) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static SupervisorStanding? StandingOf(Supervisor state) => state switch
    {
        Serving s => new(s.Terms.From, null, [.. s.Relatives.Select(r => r.PersonId)]),
        Gone s => new(s.Terms.From, s.End.On, [.. s.Relatives.Select(r => r.PersonId)]),
        _ => null,
    };

    public static SupervisorView View(Supervisor state, StreamId stream) => state switch
    {
        Serving { Terms: var terms } serving => new(terms.Name, terms.Organisation, terms.From, null, serving.Relatives),
        Gone { Terms: var terms } gone => new(terms.Name, terms.Organisation, terms.From, gone.End.On, gone.Relatives),
        _ => new(null, null, null, null, []),
    };
}
