using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The commits since the heads that a batch's guards name: those stored, and those of the batch itself. Read while holding the append lock.
/// </summary>
sealed class GuardedStreams(NpgsqlConnection connection, SchemaName schema)
{
    readonly Dictionary<StreamId, List<RecordedCommit>> _commits = [];

    readonly string _since = CommitQueries.In(schema, $$"""
        SELECT {{CommitRow.Columns}} FROM unnest($1, $2) n (name, version) JOIN {schema}.streams s USING (name)
        JOIN {schema}.commits c ON c.stream_id = s.stream_id AND c.previous_version >= n.version ORDER BY c.position
        """);

    /// <summary>Reads the streams that have moved on; sends no query when there are none.</summary>
    public async Task Read(IEnumerable<StreamHead> guarded, Func<StreamId, StreamHead> headOf)
    {
        _commits.Clear();
        var oldest = guarded.GroupBy(h => h.Stream).Select(heads => heads.MinBy(h => h.Version)!).ToArray();
        foreach (var head in oldest) _commits.Add(head.Stream, []);
        var moved = oldest.Where(h => h.Version < headOf(h.Stream).Version).ToArray();
        if (moved is []) return;
        await using var query = CommitQueries.Query(
            connection, _since, moved.Select(h => h.Stream.ToString()).ToArray(), moved.Select(h => h.Version).ToArray());
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (!CommitRow.TryRead(rows, out var commit, out var damage)) throw damage;
            _commits[commit.Stream].Add(commit);
        }
    }

    /// <summary>Adds a commit that the batch appends, if its stream is guarded.</summary>
    public void Add(StreamHead previous, Commit commit)
    {
        // The position in the log is not known yet; guards do not use it.
        if (_commits.TryGetValue(commit.Stream, out var commits))
            commits.Add(RecordedCommit.Following(new(0, CommitHash.Zero), previous, commit));
    }

    /// <summary>Returns the commits from a head's version on, oldest first.</summary>
    public IReadOnlyList<RecordedCommit> Since(StreamHead head) => [.. _commits[head.Stream].Where(c => c.PreviousVersion >= head.Version)];
}
