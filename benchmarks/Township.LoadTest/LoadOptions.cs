namespace Township.LoadTest;

/// <summary>How much is sent.</summary>
/// <param name="Store"><c>sqlite</c> or <c>memory</c>.</param>
/// <param name="Aggregates">How many streams.</param>
/// <param name="Commands">Commands for each.</param>
/// <param name="InFlight">Commands sent and not yet answered.</param>
/// <param name="Duration">Sends for so long instead of counting commands, when given.</param>
sealed record LoadOptions(string Store, int Aggregates, int Commands, int InFlight, TimeSpan? Duration = null)
{
    public int Total => Duration is null ? Aggregates * Commands : int.MaxValue;
}
