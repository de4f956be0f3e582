namespace Township.Rosters;

/// <summary>What can be asked of the roster of cadres 干部名册. By the efficiency office.</summary>
[GenerateSerializer, Alias("roster.command")]
public abstract record RosterCommand : Command
{
    private RosterCommand() { }

    /// <summary>Enters cadres, before they are registered: whoever is registered is on the roster, so that no draw among cadres can pass one over.</summary>
    /// <param name="CadreIds">Their ids. Those who are on the roster already stay where they are.</param>
    [GenerateSerializer, Alias("roster.enter"), CommandName("roster.enter")]
    public sealed record Enter([Key, Count(1, 200)] EquatableList<string> CadreIds) : RosterCommand;
}
