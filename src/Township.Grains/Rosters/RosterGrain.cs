namespace Township.Rosters;

[GrainType("roster")]
public sealed class RosterGrain(SessionServices services) : EventSourcedGrain<Roster, RosterCommand, RosterEvent, RosterView>(services), IRosterGrain;
