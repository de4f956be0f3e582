using static Township.Rosters.RosterCommand;
using Event = Township.Rosters.RosterEvent;

namespace Township.Rosters;

public sealed partial record Roster
{
    // A draw cannot have more candidates.
    const int MostCadres = 1000;

    public static Decision<RosterEvent> Decide(RosterCommand command, Roster state, DecisionContext context) => command switch
    {
        _ when context.RefuseUnlessKey(RosterKey.Id) is { } refusal => refusal,
        _ when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        Enter enter => enter.CadreIds.Except(state.CadreIds, StringComparer.Ordinal).ToEquatableList() switch
        {
            { Count: 0 } => Decision<RosterEvent>.Nothing,
            var cadres when cadres.Count + state.CadreIds.Count > MostCadres => RosterRefusals.Full.With(MostCadres),
            var cadres => new Event.Entered(cadres),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
