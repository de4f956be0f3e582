namespace Township.Rosters;

/// <summary>The roster.</summary>
/// <param name="CadreIds">Ids, each once, in the order in which they were entered.</param>
[GenerateSerializer, Immutable, Alias("roster.view")]
public sealed record RosterView(EquatableList<string> CadreIds);
