using static Township.EventSourcing.DeadlineRows;

namespace Township.EventSourcing;

/// <summary>A stored deadline: what the events state, and the result of sending its command.</summary>
/// <param name="Stream">The stream of the deadline.</param>
/// <param name="Name">Its name within the stream.</param>
/// <param name="DueAt">The due time.</param>
/// <param name="Position">The position of the commit that set or last revived it. Results of an earlier commit do not apply.</param>
/// <param name="CommandId">The id of its command, derived from that commit.</param>
/// <param name="CorrelationId">The correlation id of that commit.</param>
/// <param name="CausationId">The command id of that commit.</param>
/// <param name="State">The state.</param>
/// <param name="TryAt">When it is sent or sent again; null once it is settled.</param>
/// <param name="Attempts">How often it has been sent since it was set.</param>
/// <param name="TriedAt">When it was last sent.</param>
/// <param name="Note">Why it was last refused or failed.</param>
public sealed record DeadlineRow(
    StreamId Stream, string Name, DateTimeOffset DueAt, long Position, Guid CommandId, string CorrelationId, string CausationId,
    DeadlineState State, DateTimeOffset? TryAt, int Attempts, DateTimeOffset? TriedAt, string? Note)
{
    internal const int KeyLength = 2;

    const int MostNote = 500;

    internal static readonly string[] Columns =
        ["stream", "name", "due_at", "position", "command_id", "correlation_id", "causation_id",
            "state", "try_at", "attempts", "tried_at", "note"];

    internal static readonly string ColumnList = string.Join(", ", Columns);

    internal (StreamId Stream, string Name) Key => (Stream, Name);

    internal object[] KeyValues => [Stream.ToString(), Name];

    internal object?[] Values =>
    [
        .. KeyValues, Micros.Of(DueAt), Position, CommandId.ToString(), CorrelationId, CausationId,
        NameOf(State), TryAt is { } next ? Micros.Of(next) : null, (long)Attempts, TriedAt is { } last ? Micros.Of(last) : null, Note,
    ];

    internal static string NameOf(DeadlineState state) => state switch
    {
        DeadlineState.Pending => "pending",
        DeadlineState.Waiting => "waiting",
        DeadlineState.Stuck => "stuck",
        DeadlineState.Done => "done",
        DeadlineState.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    internal static DeadlineRow SetBy(RecordedCommit commit, string name, DateTimeOffset dueAt) => new(
        commit.Stream, name, dueAt, commit.Position, DerivedIds.Of($"deadlines.{name}", commit), commit.Content.CorrelationId,
        commit.Command.Id.ToString(),
        DeadlineState.Pending, dueAt, 0, null, null);

    /// <summary>Returns the row with the result of sending.</summary>
    internal DeadlineRow Tried(DeadlineState state, DateTimeOffset now, DateTimeOffset? tryAt, string? note) => this with
    {
        State = state,
        TryAt = tryAt is { } next ? Micros.Truncate(next) : null,
        Attempts = Attempts + 1,
        TriedAt = Micros.Truncate(now),
        // Every database and client must be able to store and read it: no lone surrogates, no null characters.
        Note = note is null ? null : UnicodeText.Printable(note, MostNote),
    };

    internal static DeadlineRow From(object[] values) => new(
        StreamId.Parse((string)values[0]), (string)values[1], Moment(values[2])!.Value, Number(values[3]), Guid.Parse((string)values[4]),
        (string)values[5], (string)values[6],
        StateOf((string)values[7]), Moment(values[8]), (int)Number(values[9]), Moment(values[10]), values[11] as string);

    internal static DeadlineState StateOf(string name) => Enum.Parse<DeadlineState>(name, ignoreCase: true);
}
