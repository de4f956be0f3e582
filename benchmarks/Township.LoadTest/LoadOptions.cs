namespace Township.LoadTest;

/// <summary>What to load.</summary>
/// <param name="Store"><c>sqlite</c> or <c>memory</c>.</param>
/// <param name="Aggregates">How many streams.</param>
/// <param name="Commands">Commands for each.</param>
/// <param name="InFlight">Commands sent and not yet answered.</param>
sealed record LoadOptions(string Store, int Aggregates, int Commands, int InFlight)
{
    public int Total => Aggregates * Commands;
}
