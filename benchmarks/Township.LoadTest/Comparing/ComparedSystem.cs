namespace Township.LoadTest.Comparing;

/// <summary>A system that takes part.</summary>
/// <param name="Name">As on the command line and in the results.</param>
/// <param name="Title">As in the table.</param>
/// <param name="IsPeer">Whether it lives in the program of the peers instead of this one.</param>
sealed record ComparedSystem(string Name, string Title, bool IsPeer)
{
    public const string Township = "township", RawBatch = "raw-batch";

    /// <summary>In the order in which they run: the raw copy needs what Township has stored.</summary>
    public static ComparedSystem[] All { get; } =
    [
        new(Township, "Township, everything on", false),
        new(RawBatch, "raw: 1,024 rows per insert, no indexes (limit)", false),
        new("raw-single", "raw: one insert per transaction, pool of connections", true),
        new("akka", "Akka.Persistence.Sql", true),
        new("township-journaled", "JournaledGrain over Township's provider", true),
        new("journaled-state", "JournaledGrain, StateStorage over AdoNet", true),
        new("journaled-log", "JournaledGrain, LogStorage over AdoNet", true),
    ];
}
