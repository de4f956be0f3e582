using System.Diagnostics;
using Event = Township.Rosters.RosterEvent;

namespace Township.Rosters;

/// <summary>
/// The roster of cadres 干部名册: from whom the reporters of a month are drawn (D). Cadres who have left stay on it; their own records say that
/// they left.
/// </summary>
[Title("干部名册", "roster of cadres")]
public sealed partial record Roster(EquatableList<string> CadreIds) : IAggregate<Roster, RosterCommand, RosterEvent, RosterView>
{
    public static string Category => "roster";

    public static Roster Initial => new(EquatableList<string>.Empty);

    public static Roster Evolve(Roster state, RosterEvent e) => e switch
    {
        Event.Entered entered => new([.. state.CadreIds, .. entered.CadreIds]),
        _ => throw new UnreachableException($"{e.GetType().Name} does not change a roster."),
    };

    public static RosterCadres? CadresOf(Roster state) => state is { CadreIds: { Count: > 0 } cadres } ? new(cadres) : null;

    public static RosterView View(Roster state, StreamId stream) => new(state.CadreIds);
}
