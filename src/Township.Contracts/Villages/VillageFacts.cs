namespace Township.Villages;

/// <summary>A village and who reports from it. Null before it is established.</summary>
/// <param name="AbolishedOn">Last day; null while it stands.</param>
/// <param name="Informants">The ids of the informants of today.</param>
/// <param name="Instructors">The ids of the instructors of today.</param>
[FactName("village.reporters")]
public sealed record VillageReporters(DateOnly? AbolishedOn, EquatableList<string> Informants, EquatableList<string> Instructors);
