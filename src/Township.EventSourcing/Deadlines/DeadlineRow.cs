using static Township.EventSourcing.DeadlineRows;

namespace Township.EventSourcing;

/// <summary>A deadline as it is stored: what the events say, and what came of sending its command.</summary>
/// <param name="Stream">Whose.</param>
/// <param name="Name">Its name within the stream.</param>
/// <param name="DueAt">The moment.</param>
/// <param name="Position">The commit that set or last revived it: what is known of an earlier one does not hold for it.</param>
/// <param name="CommandId">The id of its command, which follows from that commit.</param>
/// <param name="CorrelationId">The conversation that the commit belongs to.</param>
/// <param name="CausationId">The command of that commit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="TryAt">When it is sent or tried again; null once it is settled.</param>
/// <param name="Attempts">How often it was sent since it was set.</param>
/// <param name="TriedAt">When it was last sent.</param>
/// <param name="Note">Why it was refused or failed, the last time.</param>
public sealed record DeadlineRow(
    StreamId Stream, string Name, DateTimeOffset DueAt, long Position, Guid CommandId, string CorrelationId, string CausationId,
    DeadlineState State, DateTimeOffset? TryAt, int Attempts, DateTimeOffset? TriedAt, string? Note)
{
    internal const int KeyLength = 2;

    const int MostNote = 500;

    internal static readonly string[] Columns =
        ["stream", "name", "due_at", "position", "command_id", "correlation_id", "causation_id", "state", "try_at", "attempts", "tried_at", "note"];

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
        commit.Stream, name, dueAt, commit.Position, DerivedIds.Of($"deadlines.{name}", commit), commit.Content.CorrelationId, commit.Command.Id.ToString(),
        DeadlineState.Pending, dueAt, 0, null, null);

    /// <summary>What came of sending it.</summary>
    internal DeadlineRow Tried(DeadlineState state, DateTimeOffset now, DateTimeOffset? tryAt, string? note) => this with
    {
        State = state,
        TryAt = tryAt is { } next ? Micros.Truncate(next) : null,
        Attempts = Attempts + 1,
        TriedAt = Micros.Truncate(now),
        // What is written must be readable anywhere: no half characters, no zeros.
        Note = note is null ? null : UnicodeText.Printable(note, MostNote),
    };

    internal static DeadlineRow From(object[] values) => new(
        StreamId.Parse((string)values[0]), (string)values[1], Moment(values[2])!.Value, Number(values[3]), Guid.Parse((string)values[4]), (string)values[5], (string)values[6],
        StateOf((string)values[7]), Moment(values[8]), (int)Number(values[9]), Moment(values[10]), values[11] as string);

    internal static DeadlineState StateOf(string name) => Enum.Parse<DeadlineState>(name, ignoreCase: true);
}
