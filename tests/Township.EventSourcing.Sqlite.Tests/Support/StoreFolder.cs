using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>A folder of its own for a test's store.</summary>
sealed class StoreFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("township-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "township.db");

    public string[] Files => [.. _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    public Task<SqliteEventStore> Open(Action<SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { Path = Path };
        configure?.Invoke(options);
        return SqliteEventStore.Open(options, NullLogger<SqliteEventStore>.Instance);
    }

    public Task<SqliteEventReader> OpenReader() => SqliteEventReader.Open(Path);

    /// <summary>A closed store with these commits.</summary>
    public async Task Fill(params Commit[] commits)
    {
        await using var store = await Open();
        (await store.Append(commits)).Should().AllBeOfType<AppendResult.Committed>();
    }

    /// <summary>A connection such as anybody could open, past the store.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL past the store.</summary>
    public void Run(string sql)
    {
        using var connection = Connect();
        connection.Run(sql);
    }

    /// <summary>Changes history as somebody would who knows how: without the triggers, which are there again afterwards.</summary>
    public void Forge(string sql)
    {
        Run("DROP TRIGGER commits_follow; DROP TRIGGER commits_never_change; DROP TRIGGER commits_never_vanish; DROP TRIGGER streams_never_change; DROP TRIGGER streams_never_vanish; DROP TRIGGER categories_never_change; DROP TRIGGER categories_never_vanish; DROP TRIGGER history_is_one; DROP TRIGGER history_never_changes; DROP TRIGGER history_never_vanishes; "
            + sql + ";" + Migration2AppendOnly.Sql);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

static class Reads
{
    public static async Task<List<RecordedCommit>> All(this IEventReader reader)
    {
        var commits = new List<RecordedCommit>();
        await foreach (var commit in reader.ReadAll()) commits.Add(commit);
        return commits;
    }
}
