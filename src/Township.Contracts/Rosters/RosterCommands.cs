namespace Township.Rosters;

/// <summary>What can be asked of the roster of cadres 干部名册. By the efficiency office.</summary>
[GenerateSerializer, Alias("roster.command")]
public abstract record RosterCommand : Command
{
    private RosterCommand() { }

    /// <summary>
    /// Enters cadres. A cadre must be on the roster before being registered, so that no draw among the cadres can leave one out.
    /// </summary>
    /// <param name="CadreIds">Their ids. Those who are on the roster already stay where they are.</param>
    [GenerateSerializer, Alias("roster.enter"), CommandName("roster.enter")]
    [Title("列入干部名册", "Enter cadres on the roster")]
    public sealed record Enter([Key, Count(1, 200)] EquatableList<string> CadreIds) : RosterCommand;
}
