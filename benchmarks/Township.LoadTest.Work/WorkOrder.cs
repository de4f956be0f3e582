namespace Township.LoadTest.Work;

/// <summary>What every system of a comparison does: so many one-event commands for each of so many aggregates.</summary>
/// <param name="ConnectionString">A database of the system's own on the common server.</param>
/// <param name="Aggregates">How many streams.</param>
/// <param name="Commands">Commands for each.</param>
/// <param name="InFlight">Commands sent and not yet answered.</param>
/// <param name="Characters">The length of the text in each event; each takes three bytes.</param>
/// <param name="MostSeconds">After so long nothing more is sent.</param>
/// <param name="Source">The database with the commits that a raw copy writes again.</param>
public sealed record WorkOrder(string ConnectionString, int Aggregates, int Commands, int InFlight, int Characters, int MostSeconds, string? Source = null)
{
    public int Total => Aggregates * Commands;
}
