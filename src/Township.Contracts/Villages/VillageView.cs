namespace Township.Villages;

/// <summary>Somebody of the village who reports from it.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="From">First day.</param>
[GenerateSerializer, Immutable, Alias("village.informant")]
public sealed record VillageInformant(string PersonId, PersonalText Name, DateOnly From);

/// <summary>A cadre who is stationed in the village.</summary>
/// <param name="CadreId">The cadre.</param>
/// <param name="From">First day.</param>
[GenerateSerializer, Immutable, Alias("village.instructor")]
public sealed record VillageInstructor(string CadreId, DateOnly From);

/// <summary>A village. Name is null until it is established. Who served before is in the history.</summary>
/// <param name="Name">The name.</param>
/// <param name="EstablishedOn">First day.</param>
/// <param name="Informants">The informants 村级宣传员 of today, in the order of their appointment.</param>
/// <param name="Instructors">The instructors 驻村指导员 of today, in the order in which they were stationed.</param>
/// <param name="AbolishedOn">Last day, when abolished.</param>
[GenerateSerializer, Immutable, Alias("village.view")]
public sealed record VillageView(
    string? Name, DateOnly? EstablishedOn, EquatableList<VillageInformant> Informants, EquatableList<VillageInstructor> Instructors, DateOnly? AbolishedOn)
{
    /// <summary>Whether the person is an informant of the village.</summary>
    public bool HasInformant(string personId) => Informants.Any(i => i.PersonId == personId);

    /// <summary>Whether the cadre is stationed in the village.</summary>
    public bool HasInstructor(string cadreId) => Instructors.Any(i => i.CadreId == cadreId);
}
