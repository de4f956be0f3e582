namespace Township.Supervisors;

/// <summary>An efficiency supervisor's time in office and declared relatives. Null before the appointment.</summary>
/// <param name="From">First day in office.</param>
/// <param name="DismissedOn">Last day; null while in office.</param>
/// <param name="Relatives">The ids of the declared relatives, in the order of their declaration.</param>
[FactName("supervisor.standing")]
public sealed record SupervisorStanding(DateOnly From, DateOnly? DismissedOn, EquatableList<string> Relatives);
