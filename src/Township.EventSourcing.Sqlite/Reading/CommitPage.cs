namespace Township.EventSourcing.Sqlite;

/// <summary>A page of commits of a longer read.</summary>
/// <param name="Commits">The commits.</param>
/// <param name="IsLast">Whether this is the last page.</param>
readonly record struct CommitPage(IReadOnlyList<RecordedCommit> Commits, bool IsLast)
{
    // A commit may have 4 MiB, so 256 of them would take a gigabyte.
    const int MaxBytes = CommitContent.MaxSize;

    public static CommitPage Of(Statement query, int limit)
    {
        var commits = new List<RecordedCommit>();
        using (query.Open())
        {
            for (var bytes = 0L; query.Step();)
            {
                // Commits before a damaged row are returned; the next page begins with that row and fails.
                if (!CommitRow.TryRead(query, out var commit, out var damage))
                    return commits is [] ? throw damage : new(commits, IsLast: false);
                commits.Add(commit);
                bytes += commit.Content.Size;
                if (bytes >= MaxBytes) return new(commits, IsLast: false);
            }
        }

        return new(commits, IsLast: commits.Count < limit);
    }
}
