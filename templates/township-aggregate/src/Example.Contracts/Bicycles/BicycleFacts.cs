namespace Example.Bicycles;

/// <summary>Where a bicycle is: what other aggregates may rest a decision on, and store. Null before it is registered.</summary>
/// <param name="BorrowerId">Who has it; null while it is in its place.</param>
/// <param name="Due">Until when; null while it is in its place.</param>
[FactName("bicycle.standing")]
public sealed record BicycleStanding(string? BorrowerId, DateOnly? Due);
