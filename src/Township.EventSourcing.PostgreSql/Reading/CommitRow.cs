using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>Converts a row of commits and its stream's name to a recorded commit.</summary>
static class CommitRow
{
    public const string Columns = """
        c.position, s.name, c.previous_version, c.command_id, c.command_name, c.command_schema, c.command_data, c.actor,
        c.correlation_id, c.causation_id, c.decided_at, c.rules_version, c.policy_version, c.calendar_version, c.code_version,
        c.facts, c.events, c.event_count, c.hash, c.log_hash
        """;

    /// <summary>The number of these columns. Columns that a query adds come after them.</summary>
    public const int ColumnCount = 20;

    const long MaxVersion = long.MaxValue / 2;

    public static bool TryRead(
        NpgsqlDataReader row, [NotNullWhen(true)] out RecordedCommit? commit, [NotNullWhen(false)] out StoreCorruptException? damage)
    {
        (commit, damage) = (null, null);
        var position = row.GetInt64(0);
        try
        {
            // Only damaged rows violate the table's constraints; a read that continued from such numbers would never end.
            if (row.GetInt64(2) is < 0 or > MaxVersion || row.GetInt32(17) < 1)
                throw new OverflowException("its version or its number of events is out of range");
            commit = new(position, Stream(row, 1), row.GetInt64(2) + 1, Content(row), Hash(row, 18), Hash(row, 19));
            return true;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or InvalidCastException or StoreCorruptException)
        {
            damage = new($"The commit at position {position} cannot be read: {e.Message}", e, position);
            return false;
        }
    }

    public static StreamId Stream(NpgsqlDataReader row, int column) =>
        !row.IsDBNull(column) && row.GetString(column) is var name && StreamId.TryParse(name, out var stream)
            ? stream
            : throw new StoreCorruptException(
                $"'{(row.IsDBNull(column) ? "" : UnicodeText.Printable(row.GetString(column), 80))}' is stored as a stream name, "
                    + "but is not one.");

    public static CommitHash Hash(NpgsqlDataReader row, int column) =>
        TryReadHash(row, column) ?? throw new StoreCorruptException("A stored hash has the wrong length.");

    public static CommitHash? TryReadHash(NpgsqlDataReader row, int column) =>
        row.GetFieldValue<byte[]>(column) is { Length: CommitHash.Length } bytes ? new(bytes) : null;

    static CommitContent Content(NpgsqlDataReader row) => new()
    {
        CommandId = row.GetGuid(3),
        CommandName = row.GetString(4),
        CommandSchema = row.GetInt32(5),
        CommandData = Json(row, 6),
        Actor = Json(row, 7),
        CorrelationId = row.GetString(8),
        CausationId = row.GetString(9),
        DecidedAtMicros = row.GetInt64(10),
        Rules = new(row.GetInt32(11), row.GetString(12), row.GetString(13), row.GetString(14)),
        Facts = Json(row, 15),
        Events = Json(row, 16),
        EventCount = row.GetInt32(17),
    };

    // Text and bytes have the same wire format: the stored bytes are read unchanged, never through a string.
    static JsonBytes Json(NpgsqlDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));
}
