namespace Township;

/// <summary>A declared relative 亲属. Neither of the two may verify or judge the other.</summary>
/// <param name="PersonId">The relative's id in the township, a cadre's or a supervisor's.</param>
/// <param name="Relation">For example 配偶.</param>
[GenerateSerializer, Immutable, Alias("township.relative")]
public sealed record Relative(string PersonId, PersonalText Relation);
