using Township.EventSourcing.Sqlite;

namespace Township.Silo.Tests;

/// <summary>Looks into a store without a silo.</summary>
static class Stores
{
    public static async Task<LogHead> Head(string path)
    {
        await using var reader = await SqliteEventReader.Open(path);
        return await reader.ReadLogHead();
    }

    /// <summary>Waits until the store holds so many commits.</summary>
    public static async Task HasGrownTo(string path, long commits)
    {
        using var deadline = new CancellationTokenSource(SiloProcess.Deadline);
        while (!await Holds(path, commits)) deadline.Token.ThrowIfCancellationRequested();
    }

    static async Task<bool> Holds(string path, long commits)
    {
        try
        {
            return (await Head(path)).Position >= commits;
        }
        catch (EventStoreException)
        {
            // Not created yet.
            return false;
        }
    }
}
