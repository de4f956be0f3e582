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
                var commit = CommitRow.Read(query);
                commits.Add(commit);
                bytes += commit.Content.Size;
                if (bytes >= MaxBytes) return new(commits, IsLast: false);
            }
        }

        return new(commits, IsLast: commits.Count < limit);
    }
}
