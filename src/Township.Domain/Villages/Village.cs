using System.Diagnostics;
using Event = Township.Villages.VillageEvent;

namespace Township.Villages;

/// <summary>A village 村: who reports from it and who is stationed in it (H1).</summary>
[Title("村", "village")]
public abstract partial record Village : IAggregate<Village, VillageCommand, VillageEvent, VillageView>
{
    private Village() { }

    public sealed record Unestablished : Village;

    public sealed record Established(Event.Established Terms, EquatableList<VillageInformant> Informants, EquatableList<VillageInstructor> Instructors) : Village
    {
        internal VillageInformant? Informant(string personId) => Informants.FirstOrDefault(i => i.PersonId == personId);

        internal VillageInstructor? Instructor(string cadreId) => Instructors.FirstOrDefault(i => i.CadreId == cadreId);
    }

    /// <summary>Abolished.</summary>
    /// <param name="Terms">How it began.</param>
    /// <param name="End">How it ended.</param>
    public sealed record Abolished(Event.Established Terms, Event.Abolished End) : Village;

    public static string Category => "village";

    public static Village Initial => new Unestablished();

    public static Village Evolve(Village state, VillageEvent e) => (state, e) switch
    {
        (Unestablished, Event.Established established) => new Established(established, [], []),
        (Established standing, Event.InformantAppointed appointed) => standing with { Informants = standing.Informants.Add(new(appointed.PersonId, appointed.Name, appointed.From)) },
        (Established standing, Event.InformantDismissed dismissed) => standing with { Informants = standing.Informants.Where(i => i.PersonId != dismissed.PersonId).ToEquatableList() },
        (Established standing, Event.InstructorStationed stationed) => standing with { Instructors = standing.Instructors.Add(new(stationed.CadreId, stationed.From)) },
        (Established standing, Event.InstructorRecalled recalled) => standing with { Instructors = standing.Instructors.Where(i => i.CadreId != recalled.CadreId).ToEquatableList() },
        (Established standing, Event.Abolished abolished) => new Abolished(standing.Terms, abolished),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static VillageReporters? ReportersOf(Village state) => state switch
    {
        Established s => new(null, [.. s.Informants.Select(i => i.PersonId)], [.. s.Instructors.Select(i => i.CadreId)]),
        Abolished s => new(s.End.On, [], []),
        _ => null,
    };

    public static VillageView View(Village state, StreamId stream) => state switch
    {
        Established s => new(s.Terms.Name, s.Terms.On, s.Informants, s.Instructors, null),
        Abolished s => new(s.Terms.Name, s.Terms.On, [], [], s.End.On),
        _ => new(null, null, [], [], null),
    };
}
