using System.Text.Json;

namespace Township.EventSourcing.Sqlite;

/// <summary>Queries for commits on one connection. Heads and bounds are computed from hashed columns.</summary>
static class CommitQueries
{
    const string HeadOfStream = """
        SELECT c.previous_version + c.event_count, c.hash, s.stream_id FROM streams s JOIN commits c USING (stream_id)
        WHERE s.name = ?1 ORDER BY c.previous_version DESC LIMIT 1
        """;

    const string HeadOfLog = "SELECT position, log_hash FROM commits ORDER BY position DESC LIMIT 1";

    const string Command = CommitRow.Select + "WHERE command_id = ?1 AND name = ?2";

    // The first requested commit is the one that contains version ?2: the last one that begins before it.
    const string InStream = CommitRow.Select + """
        WHERE stream_id = (SELECT stream_id FROM streams WHERE name = ?1)
          AND previous_version >= coalesce((SELECT max(previous_version) FROM commits
                WHERE stream_id = (SELECT stream_id FROM streams WHERE name = ?1) AND previous_version < ?2), 0)
          AND previous_version + event_count >= ?2 AND previous_version < ?3

        """;

    const string Forward = InStream + "ORDER BY previous_version LIMIT ?4";

    const string Backward = InStream + "ORDER BY previous_version DESC LIMIT ?4";

    const string InLog = CommitRow.Select + "WHERE position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3";

    const string Category = "SELECT category_id FROM categories WHERE name = ?1";

    // Not with the query above as a subquery: SQLite compares a column's value with that column's affinity, and
    // then does not use the index.
    internal const string PositionsOfCategory = """
        SELECT position FROM commits INDEXED BY commits_category WHERE stream_id & 1023 = ?1 AND position > ?2 AND position <= ?3 ORDER BY position LIMIT ?4
        """;

    // One by one, in the order of the list: sorting would first read all of them, however large they are.
    const string AtPositions = CommitRow.Columns
        + "FROM json_each(?1) CROSS JOIN commits ON position = value LEFT JOIN streams USING (stream_id)";

    const string LogHashAt = "SELECT log_hash FROM commits WHERE position = ?1";

    // Names begin with a letter, so all of them lie between "" and "{".
    const string Streams = """
        SELECT s.name, c.previous_version + c.event_count, c.hash FROM streams s JOIN commits c ON c.position =
            (SELECT position FROM commits WHERE stream_id = s.stream_id AND position <= ?1 ORDER BY previous_version DESC LIMIT 1)
        WHERE s.name > ?2 AND s.name < ?3 ORDER BY s.name LIMIT ?4
        """;

    public static (StreamHead Head, long Key)? Head(this ReadConnection reader, StreamId stream)
    {
        var query = reader.Prepared(HeadOfStream).Bind(1, stream.ToString());
        using (query.Open()) return query.Step() ? (new(stream, query.Number(0), CommitRow.Hash(query, 1)), query.Number(2)) : null;
    }

    public static HistoryId? History(this ReadConnection reader)
    {
        var query = reader.Prepared("SELECT id FROM history");
        using (query.Open()) return query.Step() ? HistoryId.TryParse(query.Text(0)) : null;
    }

    public static LogHead LogHead(this ReadConnection reader)
    {
        var query = reader.Prepared(HeadOfLog);
        using (query.Open()) return query.Step() ? new(query.Number(0), CommitRow.Hash(query, 1)) : new(0, CommitHash.Zero);
    }

    /// <summary>Returns the last position. Unlike <see cref="LogHead"/>, it also works when the last commit is damaged.</summary>
    public static long LogEnd(this ReadConnection reader) => LastNumber(reader.Prepared(HeadOfLog));

    /// <summary>Returns the version of a stream. Unlike <see cref="Head"/>, it also works when the last commit is damaged.</summary>
    public static long StreamEnd(this ReadConnection reader, StreamId stream) =>
        LastNumber(reader.Prepared(HeadOfStream).Bind(1, stream.ToString()));

    public static RecordedCommit? Find(this ReadConnection reader, StreamId stream, Guid commandId)
    {
        var query = reader.Prepared(Command).Bind(1, commandId).Bind(2, stream.ToString());
        using (query.Open()) return query.Step() ? CommitRow.Read(query) : null;
    }

    public static CommitPage StreamPage(this ReadConnection reader, StreamId stream, StreamRange range, int limit)
    {
        var query = reader.Prepared(range.Backward ? Backward : Forward).Bind(1, stream.ToString()).Bind(2, range.From).Bind(3, range.To);
        return CommitPage.Of(query.Bind(4, Math.Min(limit, range.Limit)), limit);
    }

    public static CommitPage LogPage(this ReadConnection reader, long after, long end, int limit) =>
        CommitPage.Of(reader.Prepared(InLog).Bind(1, after).Bind(2, end).Bind(3, limit), limit);

    public static LogSlice Slice(this ReadConnection reader, long after, EquatableList<string> categories, int limit)
    {
        var (from, end) = (reader.LogHeadAt(after), reader.LogHead());
        long[] positions = [
            .. categories.Distinct().SelectMany(c => reader.PositionsOf(c, after, end.Position, limit)).Order().Take(limit)];
        if (from is null || positions is []) return new([], from, end, IsLast: true);
        var commits = CommitPage.Of(reader.Prepared(AtPositions).Bind(1, JsonSerializer.Serialize(positions)), positions.Length).Commits;
        var found = positions.Zip(commits).TakeWhile(both => both.First == both.Second.Position).Count();
        if (found == 0)
            throw new StoreCorruptException(
                $"The commit at position {positions[0]} is in the index of categories, but not there.", position: positions[0]);
        return found == positions.Length && found < limit
            ? new(commits, from, end, true)
            : new([.. commits.Take(found)], from, commits[found - 1].LogHead, false);
    }

    static List<long> PositionsOf(this ReadConnection reader, string category, long after, long end, int limit)
    {
        // 0 when the category does not exist, which matches no commits.
        var query = reader.Prepared(PositionsOfCategory).Bind(1, LastNumber(reader.Prepared(Category).Bind(1, category))).Bind(2, after)
            .Bind(3, end).Bind(4, limit);
        var positions = new List<long>();
        using (query.Open())
            while (query.Step()) positions.Add(query.Number(0));
        return positions;
    }

    static LogHead? LogHeadAt(this ReadConnection reader, long position)
    {
        if (position == 0) return new(0, CommitHash.Zero);
        var query = reader.Prepared(LogHashAt).Bind(1, position);
        using (query.Open()) return query.Step() ? new(position, CommitRow.Hash(query, 0)) : null;
    }

    public static List<StreamHead> StreamHeads(this ReadConnection reader, long end, string after, string before, int limit)
    {
        var query = reader.Prepared(Streams).Bind(1, end).Bind(2, after).Bind(3, before).Bind(4, limit);
        var heads = new List<StreamHead>();
        using (query.Open())
            while (query.Step()) heads.Add(new(CommitRow.Stream(query, 0), query.Number(1), CommitRow.Hash(query, 2)));
        return heads;
    }

    static long LastNumber(Statement query)
    {
        using (query.Open()) return query.Step() ? query.Number(0) : 0;
    }
}
