using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
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

    /// <summary>Makes a store with one commit and without a vault.</summary>
    public static async Task<HistoryId> Fill(string path)
    {
        await using var store = await SqliteEventStore.Open(new() { Path = path }, NullLogger<SqliteEventStore>.Instance);
        var content = CommitContent.From(new(Guid.CreateVersion7(), new("draw.void", 1, JsonBytes.From("{}"))), new(new("c-001", "huimin", []), "fill"),
            DateTimeOffset.UnixEpoch, new(1, "", "", ""), [], [new("draw.voided", 1, JsonBytes.From("{}"))]);
        await store.Append([new(new("draw", "huimin", "2026-01"), ExpectedVersion.None, content)]);
        return await store.ReadHistory();
    }

    public static async Task<List<RecordedCommit>> Commits(string path)
    {
        await using var reader = await SqliteEventReader.Open(path);
        return await reader.ReadAll().ToListAsync();
    }

    /// <summary>Runs <c>township verify</c> as auditors do.</summary>
    public static Task<ProcessEnd> Verify(string path) => VerifyStore($"sqlite:{path}");

    public static async Task<ProcessEnd> VerifyStore(string store)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "township.dll"), "verify", "--store", store, "--culture", "en"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Waits until the store holds so many commits.</summary>
    public static Task HasGrownTo(string path, long commits) => Eventually.Holds(() => Holds(path, commits));

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
