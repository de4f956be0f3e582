namespace Township.Rosters;

/// <summary>
/// Who may be a cadre of the township: everybody who was ever registered, and possibly some who are not yet. Null while it is empty.
/// </summary>
/// <param name="CadreIds">Ids, each once, in the order in which they were entered.</param>
[FactName("roster.cadres")]
public sealed record RosterCadres(EquatableList<string> CadreIds);
