using System.Globalization;

namespace Township.EventSourcing.Sqlite;

/// <summary>What is checked before a store is used. The whole hash chain is for auditors: it takes as long as reading everything.</summary>
static class IntegrityCheck
{
    const int RecentCommits = 1000;

    /// <exception cref="StoreCorruptException">Something does not fit.</exception>
    public static void CheckHead(ReadConnection reader, string path)
    {
        var log = reader.LogHead();
        if (log.Position == 0) return;
        CheckPositions(reader, path, log.Position);
        var page = reader.LogPage(log.Position - 2, log.Position, 2).Commits;
        var last = page[^1];
        var logBefore = page.Count == 2 ? page[0].LogHash : CommitHash.Zero;
        if (!last.HasHashAfter(StreamHashBefore(reader, path, last)))
            throw Fault(path, $"the last commit (position {last.Position}, '{last.Stream}' version {last.LastVersion}) does not have the hash that follows from its predecessor and its content");
        if (!last.LogHash.Equals(CommitHash.OfLog(logBefore, last.Position, last.Hash)))
            throw Fault(path, $"the log hash of the last commit (position {last.Position}) does not follow from its predecessor");
    }

    /// <summary>Lets SQLite check the structure of the whole file.</summary>
    public static void CheckFile(ReadConnection reader, string path)
    {
        var check = reader.Prepared("PRAGMA quick_check(1)");
        using (check.Open())
            if (check.Step() && check.Text(0) is var finding && finding != "ok") throw Fault(path, finding);
    }

    /// <summary>All that SQLite finds wrong: structure, indexes, constraints, references. At most 100 lines.</summary>
    public static IReadOnlyList<string> Findings(ReadConnection reader)
    {
        var findings = new List<string>();
        var check = reader.Prepared("PRAGMA integrity_check(100)");
        using (check.Open())
            while (check.Step()) findings.Add(check.Text(0));
        findings.Remove("ok");
        var references = reader.Prepared("PRAGMA foreign_key_check");
        using (references.Open())
            while (references.Step()) findings.Add($"row {references.Number(1)} of {references.Text(0)} refers to a missing row of {references.Text(2)}");
        return findings;
    }

    static CommitHash StreamHashBefore(ReadConnection reader, string path, RecordedCommit commit)
    {
        if (commit.PreviousVersion == 0) return CommitHash.Zero;
        var before = reader.StreamPage(commit.Stream, new(commit.PreviousVersion, commit.PreviousVersion), 1).Commits;
        return before is [var predecessor] && predecessor.LastVersion == commit.PreviousVersion
            ? predecessor.Hash
            : throw Fault(path, $"'{commit.Stream}' has no commit that ends at version {commit.PreviousVersion}, on which position {commit.Position} builds");
    }

    static void CheckPositions(ReadConnection reader, string path, long last)
    {
        var first = Math.Max(1, last - RecentCommits + 1);
        var query = reader.Prepared("SELECT count(*) FROM commits WHERE position >= ?1").Bind(1, first);
        long found;
        using (query.Open()) found = query.Step() ? query.Number(0) : 0;
        if (found != last - first + 1)
            throw Fault(path, string.Create(CultureInfo.InvariantCulture, $"there are {found} commits between positions {first} and {last}: some are missing"));
    }

    static StoreCorruptException Fault(string path, string finding) => new($"The history in '{path}' is not consistent: {finding}.");
}
