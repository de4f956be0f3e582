using System.Diagnostics.CodeAnalysis;

namespace Township.EventSourcing.Sqlite;

/// <summary>A row of commits and its stream's name, as a recorded commit.</summary>
static class CommitRow
{
    // Not the column version: it is outside the hash chain, and previous_version + event_count says the same.
    public const string Select = """
        SELECT position, name, previous_version, command_id, command_name, command_schema, command_data, actor,
               correlation_id, causation_id, decided_at, policy_version, calendar_version, code_version,
               inputs, events, event_count, hash, log_hash
        FROM commits JOIN streams USING (stream_id)

        """;

    const long MaxVersion = long.MaxValue / 2;

    /// <exception cref="StoreCorruptException">The row is not a commit.</exception>
    public static RecordedCommit Read(Statement row) => TryRead(row, out var commit, out var damage) ? commit : throw damage;

    public static bool TryRead(Statement row, [NotNullWhen(true)] out RecordedCommit? commit, [NotNullWhen(false)] out StoreCorruptException? damage)
    {
        (commit, damage) = (null, null);
        var position = row.Number(0);
        try
        {
            // Beyond the constraints of the table only by damage; reads that go on from such numbers would never end.
            if (row.Number(2) is < 0 or > MaxVersion || row.Number(16) < 1) throw new FormatException("its versions or its number of events are out of range");
            commit = new(position, StreamId.Parse(row.Text(1)), row.Number(2) + 1, Content(row), new(row.Bytes(17)), new(row.Bytes(18)));
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            damage = new($"The commit at position {position} cannot be read: {e.Message}", e, position);
            return false;
        }
    }

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
        Rules = new(row.Text(11), row.Text(12), row.Text(13)),
        Inputs = Json(row, 14),
        Events = Json(row, 15),
        EventCount = checked((int)row.Number(16)),
    };

    static JsonBytes Json(Statement row, int column) => new(row.Bytes(column).ToArray());
}
