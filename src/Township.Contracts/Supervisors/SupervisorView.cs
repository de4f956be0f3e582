namespace Township.Supervisors;

/// <summary>An efficiency supervisor. Name is null until appointed.</summary>
[GenerateSerializer, Immutable, Alias("supervisor.view")]
public sealed record SupervisorView(PersonalText? Name, PersonalText? Organisation, DateOnly? From, DateOnly? DismissedOn, EquatableList<Relative> Relatives);
