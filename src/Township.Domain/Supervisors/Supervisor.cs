using System.Diagnostics;
using Event = Township.Supervisors.SupervisorEvent;

namespace Township.Supervisors;

/// <summary>An efficiency supervisor 效能监督员: somebody from outside who observes and verifies.</summary>
[Title("效能监督员", "supervisor")]
public abstract partial record Supervisor : IAggregate<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>
{
    private Supervisor() { }

    public sealed record Unappointed : Supervisor;

    public sealed record Appointed(Event.Appointed Terms, EquatableList<Relative> Relatives) : Supervisor;

    public sealed record Dismissed(Event.Appointed Terms, EquatableList<Relative> Relatives, Event.Dismissed End) : Supervisor;

    public static string Category => "supervisor";

    public static Supervisor Initial => new Unappointed();

    public static Supervisor Evolve(Supervisor state, SupervisorEvent e) => (state, e) switch
    {
        (Unappointed, Event.Appointed appointed) => new Appointed(appointed, []),
        (Appointed serving, Event.RelativeDeclared declared) => serving with { Relatives = serving.Relatives.Declare(declared.Relative) },
        (Appointed serving, Event.RelativeWithdrawn withdrawn) => serving with { Relatives = serving.Relatives.Withdraw(withdrawn.PersonId) },
        (Appointed serving, Event.Dismissed dismissed) => new Dismissed(serving.Terms, serving.Relatives, dismissed),
        (Dismissed gone, Event.RelativeWithdrawn withdrawn) => gone with { Relatives = gone.Relatives.Withdraw(withdrawn.PersonId) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static SupervisorStanding? StandingOf(Supervisor state) => state switch
    {
        Appointed s => new(s.Terms.From, null, [.. s.Relatives.Select(r => r.PersonId)]),
        Dismissed s => new(s.Terms.From, s.End.On, [.. s.Relatives.Select(r => r.PersonId)]),
        _ => null,
    };

    public static SupervisorView View(Supervisor state, StreamId stream) => state switch
    {
        Appointed { Terms: var terms } serving => new(terms.Name, terms.Organisation, terms.From, null, serving.Relatives),
        Dismissed { Terms: var terms } gone => new(terms.Name, terms.Organisation, terms.From, gone.End.On, gone.Relatives),
        _ => new(null, null, null, null, []),
    };
}
