using System.Diagnostics.CodeAnalysis;

namespace Township.EventSourcing.Sqlite;

/// <summary>Converts a row of commits and its stream's name to a recorded commit.</summary>
static class CommitRow
{
    // Does not read the column version, which is outside the hash chain: previous_version + event_count gives the same value.
    public const string Columns = """
        SELECT position, name, previous_version, command_id, command_name, command_schema, command_data, actor,
               correlation_id, causation_id, decided_at, rules_version, policy_version, calendar_version, code_version,
               facts, events, event_count, hash, log_hash

        """;

    public const string Select = Columns + "FROM commits JOIN streams USING (stream_id)\n";

    const long MaxVersion = long.MaxValue / 2;

    /// <exception cref="StoreCorruptException">The row is not a commit.</exception>
    public static RecordedCommit Read(Statement row) => TryRead(row, out var commit, out var damage) ? commit : throw damage;

    public static bool TryRead(
        Statement row, [NotNullWhen(true)] out RecordedCommit? commit, [NotNullWhen(false)] out StoreCorruptException? damage)
    {
        (commit, damage) = (null, null);
        var position = row.Number(0);
        try
        {
            // Only damaged rows violate the table's constraints; a read that continued from such numbers would never end.
            if (row.Number(2) is < 0 or > MaxVersion || row.Number(17) < 1)
                throw new OverflowException("its version or its number of events is out of range");
            commit = new(position, Stream(row, 1), row.Number(2) + 1, Content(row), Hash(row, 18), Hash(row, 19));
            return true;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or StoreCorruptException)
        {
            damage = new($"The commit at position {position} cannot be read: {e.Message}", e, position);
            return false;
        }
    }

    public static StreamId Stream(Statement row, int column) =>
        StreamId.TryParse(row.Text(column), out var stream)
            ? stream
            : throw new StoreCorruptException(
                $"'{UnicodeText.Printable(row.Text(column), 80)}' is stored as a stream name, but is not one.");

    public static CommitHash Hash(Statement row, int column) =>
        row.Bytes(column) is { Length: CommitHash.Length } bytes
            ? new(bytes)
            : throw new StoreCorruptException($"A stored hash has {row.Bytes(column).Length} bytes, not {CommitHash.Length}.");

    static CommitContent Content(Statement row) => new()
    {
        CommandId = new(row.Bytes(3), bigEndian: true),
        CommandName = row.Text(4),
        CommandSchema = checked((int)row.Number(5)),
        CommandData = Json(row, 6),
        Actor = Json(row, 7),
        CorrelationId = row.Text(8),
        CausationId = row.Text(9),
        DecidedAtMicros = row.Number(10),
        Rules = new(checked((int)row.Number(11)), row.Text(12), row.Text(13), row.Text(14)),
        Facts = Json(row, 15),
        Events = Json(row, 16),
        EventCount = checked((int)row.Number(17)),
    };

    static JsonBytes Json(Statement row, int column) => new(row.Bytes(column).ToArray());
}
