namespace Township.EventSourcing.Sqlite;

/// <summary>Some commits of a longer read.</summary>
/// <param name="Commits">The commits.</param>
/// <param name="IsLast">Whether there are no more.</param>
readonly record struct CommitPage(IReadOnlyList<RecordedCommit> Commits, bool IsLast)
{
    // A commit may have 4 MiB: 256 of them at once would be a gigabyte.
    const int MaxBytes = CommitContent.MaxSize;

    public static CommitPage Of(Statement query, int limit)
    {
        var commits = new List<RecordedCommit>();
        using (query.Open())
        {
            for (var bytes = 0L; query.Step();)
            {
                // What is readable before a damaged row is delivered; the next page begins with that row, and fails.
                if (!CommitRow.TryRead(query, out var commit, out var damage)) return commits is [] ? throw damage : new(commits, IsLast: false);
                commits.Add(commit);
                bytes += commit.Content.Size;
                if (bytes >= MaxBytes) return new(commits, IsLast: false);
            }
        }

        return new(commits, IsLast: commits.Count < limit);
    }
}
