using System.Globalization;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// The checks before a store is used. The whole hash chain is left to auditors, because checking it takes as long as reading everything.
/// </summary>
static class IntegrityCheck
{
    const int RecentCommits = 1000;

    /// <exception cref="StoreCorruptException">The data is inconsistent.</exception>
    public static void CheckHead(ReadConnection reader, string path)
    {
        var log = reader.LogHead();
        if (log.Position == 0) return;
        CheckPositions(reader, path, log.Position);
        var page = reader.LogPage(log.Position - 2, log.Position, 2).Commits;
        var last = page[^1];
        var logBefore = page.Count == 2 ? page[0].LogHash : CommitHash.Zero;
        if (!last.HasHashAfter(StreamHashBefore(reader, path, last)))
            throw Fault(path, $"the last commit (position {last.Position}, '{last.Stream}' version {last.LastVersion}) does not have the "
                + "hash that follows from its predecessor and its content");
        if (!last.LogHash.Equals(CommitHash.OfLog(logBefore, last.Position, last.Hash)))
            throw Fault(path, $"the log hash of the last commit (position {last.Position}) does not follow from its predecessor");
    }

    /// <summary>Runs SQLite's check of the structure of the whole file.</summary>
    public static void CheckFile(ReadConnection reader, string path)
    {
        var check = reader.Prepared("PRAGMA quick_check(1)");
        using (check.Open())
            if (check.Step() && check.Text(0) is var finding && finding != "ok") throw Fault(path, finding);
    }

    // Redundant columns are outside the hash chain. SQLite's own check of CHECK constraints is not enough, because the
    // driver's version skips them.
    const string Contradictions = """
        SELECT 'there are ' || count(*) || ' ids of the history' FROM history HAVING count(*) <> 1
        UNION ALL
        SELECT 'position ' || position || ': version ' || version || ' is not previous_version + event_count' FROM commits
        WHERE version IS NOT previous_version + event_count
        UNION ALL
        SELECT 'stream ' || name || ': its category is not ' || category FROM streams
        WHERE substr(name, 1, length(category) + 1) IS NOT category || '/'
        UNION ALL
        SELECT 'stream ' || name || ': its id is not one of its category' FROM streams s
        WHERE NOT EXISTS (SELECT 1 FROM categories c WHERE c.category_id = s.stream_id & 1023 AND c.name = s.category)
        UNION ALL
        SELECT 'stream ' || name || ' has no commits' FROM streams WHERE stream_id NOT IN (SELECT stream_id FROM commits)
        LIMIT 100
        """;

    /// <summary>
    /// Returns the faults outside the hash chain: structure, indexes, references, and columns that contradict each
    /// other. At most some 300 lines.
    /// </summary>
    public static IReadOnlyList<string> Findings(ReadConnection reader)
    {
        List<string> findings = [.. Lines(reader, "PRAGMA integrity_check(100)", q => q.Text(0)).Where(l => l != "ok")];
        findings.AddRange(
            Lines(reader, "PRAGMA foreign_key_check", q => $"row {q.Number(1)} of {q.Text(0)} refers to a missing row of {q.Text(2)}")
                .Take(100));
        findings.AddRange(Lines(reader, Contradictions, q => q.Text(0)));
        return findings;
    }

    static List<string> Lines(ReadConnection reader, string sql, Func<Statement, string> line)
    {
        var lines = new List<string>();
        var query = reader.Prepared(sql);
        using (query.Open())
            while (query.Step()) lines.Add(line(query));
        return lines;
    }

    static CommitHash StreamHashBefore(ReadConnection reader, string path, RecordedCommit commit)
    {
        if (commit.PreviousVersion == 0) return CommitHash.Zero;
        var before = reader.StreamPage(commit.Stream, new(commit.PreviousVersion, commit.PreviousVersion), 1).Commits;
        return before is [var predecessor] && predecessor.LastVersion == commit.PreviousVersion
            ? predecessor.Hash
            : throw Fault(path, $"'{commit.Stream}' has no commit that ends at version {commit.PreviousVersion}, "
                + $"on which position {commit.Position} builds");
    }

    static void CheckPositions(ReadConnection reader, string path, long last)
    {
        var first = Math.Max(1, last - RecentCommits + 1);
        var query = reader.Prepared("SELECT count(*) FROM commits WHERE position >= ?1").Bind(1, first);
        long found;
        using (query.Open()) found = query.Step() ? query.Number(0) : 0;
        if (found != last - first + 1)
            throw Fault(path,
                string.Create(
                    CultureInfo.InvariantCulture, $"there are {found} commits between positions {first} and {last}: some are missing"));
    }

    static StoreCorruptException Fault(string path, string finding) => new($"The history in '{path}' is not consistent: {finding}.");
}
