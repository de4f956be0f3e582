using Township.Draws;

namespace Township.Townships;

/// <summary>Which beacons decide draws (rule D).</summary>
/// <param name="Beacons">
/// Sources of seeds, each id once; at least one. By default 双色球 on Tuesdays, Thursdays and Sundays, and 福彩3D on every day, both at 21:15.
/// </param>
[GenerateSerializer, Immutable, Alias("township.draw-policy-values")]
public sealed record DrawPolicyValues([Count(1, 20)] EquatableList<Beacon> Beacons);

/// <summary>
/// A version of the draw policy: <c>draw/1</c>, <c>draw/2</c> … As a fact: the one in force; null before the township is founded.
/// </summary>
[GenerateSerializer, Immutable, Alias("township.draw-policy"), FactName("township.draw-policy")]
public sealed record DrawPolicy(string Version, DrawPolicyValues Values) : IPolicyFact
{
    /// <summary>What holds until a township adopts other values: <c>draw/1</c>. Never changed: no event records it.</summary>
    public static DrawPolicy Default { get; } = new("draw/1", new(
    [
        new("ssq", "双色球", SeedForm.Of(new NumberGroup(6, 2, 1, 33, true), new NumberGroup(1, 2, 1, 16, false)),
            [DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Sunday], 21, 15),
        new("fc3d", "福彩3D", SeedForm.Of(new NumberGroup(3, 1, 0, 9, false)), [.. Enum.GetValues<DayOfWeek>()], 21, 15),
    ]));
}
