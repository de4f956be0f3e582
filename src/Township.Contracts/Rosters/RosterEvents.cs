namespace Township.Rosters;

/// <summary>What happened to the roster. Stored; see docs/formats.md before changing anything.</summary>
public abstract record RosterEvent
{
    private RosterEvent() { }

    /// <summary>Cadres were entered.</summary>
    [EventName("roster.entered")]
    [Title("已列入干部名册", "Cadres entered on the roster")]
    public sealed record Entered(EquatableList<string> CadreIds) : RosterEvent;
}
