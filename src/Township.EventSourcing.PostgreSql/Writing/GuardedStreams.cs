using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// What followed the heads that a batch's guards name: what is stored, and what the batch itself appends. Read while holding the turn.
/// </summary>
sealed class GuardedStreams(NpgsqlConnection connection, SchemaName schema)
{
    readonly Dictionary<StreamId, List<RecordedCommit>> _commits = [];

    readonly string _since = CommitQueries.In(schema, $$"""
        SELECT {{CommitRow.Columns}} FROM unnest($1, $2) n (name, version) JOIN {schema}.streams s USING (name)
        JOIN {schema}.commits c ON c.stream_id = s.stream_id AND c.previous_version >= n.version ORDER BY c.position
        """);

    /// <summary>Looks at the streams that have moved on; asks the server nothing where none has.</summary>
    public async Task Read(IEnumerable<StreamHead> guarded, Func<StreamId, StreamHead> headOf)
    {
        _commits.Clear();
        var oldest = guarded.GroupBy(h => h.Stream).Select(heads => heads.MinBy(h => h.Version)!).ToArray();
        foreach (var head in oldest) _commits.Add(head.Stream, []);
        var moved = oldest.Where(h => h.Version < headOf(h.Stream).Version).ToArray();
        if (moved is []) return;
        await using var query = CommitQueries.Query(connection, _since, moved.Select(h => h.Stream.ToString()).ToArray(), moved.Select(h => h.Version).ToArray());
        await using var rows = await query.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (!CommitRow.TryRead(rows, out var commit, out var damage)) throw damage;
            _commits[commit.Stream].Add(commit);
        }
    }

    /// <summary>Adds what the batch appends to a stream, where it is a guarded one.</summary>
    public void Add(StreamHead previous, Commit commit)
    {
        // Its place in the log is not known yet, and no guard asks for it.
        if (_commits.TryGetValue(commit.Stream, out var commits)) commits.Add(RecordedCommit.Following(new(0, CommitHash.Zero), previous, commit));
    }

    /// <summary>The commits that begin at a head's version or later, oldest first.</summary>
    public IReadOnlyList<RecordedCommit> Since(StreamHead head) => [.. _commits[head.Stream].Where(c => c.PreviousVersion >= head.Version)];
}
