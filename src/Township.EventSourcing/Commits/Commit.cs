using System.Text.Unicode;

namespace Township.EventSourcing;

/// <summary>The command that led to a commit, as stored.</summary>
/// <param name="Id">The command id; unique within the stream.</param>
/// <param name="Message">Name, schema version and data.</param>
public sealed record CommandRecord(Guid Id, StoredMessage Message);

/// <summary>The rules and the program version under which a decision was made.</summary>
/// <param name="Rules">Version of the aggregate's rules; see <see cref="RulesChange"/>.</param>
/// <param name="Policy">Version of the township's policy; empty when the decision used none.</param>
/// <param name="Calendar">Version of the work calendar.</param>
/// <param name="Code">Version of the program.</param>
public sealed record RuleVersions(int Rules, string Policy, string Calendar, string Code);

/// <summary>
/// The unit of append: one stream, the version expected of it, one or more events, and everything that is needed to judge the decision
/// later. It is stored as a whole or not at all.
/// </summary>
/// <param name="Stream">The stream to append to.</param>
/// <param name="Expected">What the writer expects of the stream.</param>
/// <param name="Content">Everything else.</param>
public sealed record Commit(StreamId Stream, ExpectedVersion Expected, CommitContent Content)
{
    readonly StreamHead? _next;

    Commit(StreamHead head, CommitContent content)
        : this(head.Stream, ExpectedVersion.Exactly(head), content) =>
        _next = new(head.Stream, head.Version + content.EventCount, CommitHash.OfCommit(head.Hash, head.Stream, head.Version + 1, content));

    // Does not copy the cached head: `with` may change the content, and with it the hash.
    Commit(Commit original) =>
        (Stream, Expected, Content, Guards) = (original.Stream, original.Expected, original.Content, original.Guards);

    /// <summary>Conditions on other streams that must hold for the commit to be appended. Not stored. Default: none.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>
    /// Creates a commit that follows exactly this head. Validates and hashes the content, the most expensive part of an append, on the
    /// caller's thread, so that the store's single writing thread does not have to.
    /// </summary>
    /// <exception cref="CommitTooLargeException">The content is larger than <see cref="CommitContent.MaxSize"/>.</exception>
    /// <exception cref="ArgumentException">A text cannot be stored exactly.</exception>
    public static Commit After(StreamHead head, CommitContent content, IReadOnlyList<Guard>? guards = null)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(content);
        content.ThrowIfNotStorable();
        return new(head, content) { Guards = guards ?? [] };
    }

    /// <summary>
    /// Throws when a store could not keep the commit exactly; see <see cref="CommitContent.ThrowIfNotStorable"/>. Every store calls it
    /// before it writes anything.
    /// </summary>
    /// <exception cref="CommitTooLargeException">The content is larger than <see cref="CommitContent.MaxSize"/>.</exception>
    /// <exception cref="ArgumentException">A text cannot be stored exactly.</exception>
    public void ThrowIfNotStorable()
    {
        // A commit with a known next head was made by After, which has checked it, and is unchanged since.
        if (_next is null) Content.ThrowIfNotStorable();
    }

    /// <summary>Returns the head of the stream after the commit is appended to the given head.</summary>
    public StreamHead HeadAfter(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return _next is not null && Expected == ExpectedVersion.Exactly(head)
            ? _next
            : new(Stream, head.Version + Content.EventCount, CommitHash.OfCommit(head.Hash, Stream, head.Version + 1, Content));
    }

    /// <summary>
    /// For implementers of stores: returns the result when not all guards of a commit hold; null when all hold. Call it within the append's
    /// transaction, when the command is not a repeated one and the commit's own stream is at the expected version.
    /// </summary>
    /// <param name="headOf">Returns the head of a stream, including what the same batch has already appended to it.</param>
    /// <param name="since">Returns the commits of a stream from a head's version on, oldest first, including those of the same batch.
    /// Called only for a stream that has moved on. The method checks that the first one follows the guard's head.
    /// </param>
    public AppendResult.GuardBroken? BrokenGuard(Func<StreamId, StreamHead> headOf, Func<StreamHead, IReadOnlyList<RecordedCommit>> since)
    {
        ArgumentNullException.ThrowIfNull(headOf);
        ArgumentNullException.ThrowIfNull(since);
        foreach (var guard in Guards)
        {
            var actual = headOf(guard.Head.Stream);
            if (!guard.Holds(actual, since)) return new(actual);
        }

        return null;
    }

    /// <summary>Compares what is to be stored.</summary>
    public bool Equals(Commit? other) =>
        other is not null && Stream == other.Stream && Expected == other.Expected && Content == other.Content;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Stream, Expected, Content.CommandId);
}

/// <summary>
/// The stored parts of a commit, in the exact bytes that the hash chain covers. Stores write and read these members unchanged.
/// <see cref="CommitContent.From"/> creates an instance; <see cref="RecordedCommit"/> reads it.
/// </summary>
public sealed record CommitContent
{
    /// <summary>The largest commit that stores accept, in bytes of <see cref="Size"/>: 4 MiB.</summary>
    public const int MaxSize = 4 * 1024 * 1024;

    /// <summary>The command id; unique within the stream.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>The command's stored name.</summary>
    public required string CommandName { get; init; }

    /// <summary>The command's schema version.</summary>
    public required int CommandSchema { get; init; }

    /// <summary>The command's data.</summary>
    public required JsonBytes CommandData { get; init; }

    /// <summary>The actor, as JSON <c>{"subject":…,"township":…,"roles":[…],"issuer":…,"keyId":…,"onBehalfOf":…}</c>.</summary>
    public required JsonBytes Actor { get; init; }

    /// <summary>Groups all commands that one request of a client caused.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>The command or event that caused the command.</summary>
    public required string CausationId { get; init; }

    /// <summary>When it was decided: microseconds since 1970-01-01T00:00:00Z.</summary>
    public required long DecidedAtMicros { get; init; }

    /// <summary>The rules under which it was decided.</summary>
    public required RuleVersions Rules { get; init; }

    /// <summary>The captured facts, as a JSON array of <c>{"name":…,"schema":…,"stream":…,"version":…,"guarded":…,"data":…}</c>.</summary>
    public required JsonBytes Facts { get; init; }

    /// <summary>The events, as a JSON array of <c>{"name":…,"schema":…,"data":…}</c>.</summary>
    public required JsonBytes Events { get; init; }

    /// <summary>The number of events; at least 1.</summary>
    public required int EventCount { get; init; }

    /// <summary>The bytes of the variable parts, which size limits and queues count.</summary>
    public int Size => CommandData.Length + Actor.Length + Facts.Length + Events.Length;

    /// <summary>Creates the content of a decided command.</summary>
    /// <exception cref="CommitTooLargeException">The content is larger than <see cref="MaxSize"/>. Nothing was written.</exception>
    /// <exception cref="ArgumentException">A text cannot be stored exactly. Nothing was written.</exception>
    public static CommitContent From(
        CommandRecord command, Caller caller, DateTimeOffset decidedAt, RuleVersions rules,
        EquatableList<CapturedFact> facts, EquatableList<StoredMessage> events)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count);
        var content = Unchecked(command, caller, decidedAt, rules, facts, events);
        content.ThrowIfNotStorable();
        return content;
    }

    /// <summary>
    /// Like <see cref="From"/>, without validation, for callers that create a commit at once: creating it validates the content.
    /// </summary>
    internal static CommitContent Unchecked(
        CommandRecord command, Caller caller, DateTimeOffset decidedAt, RuleVersions rules,
        EquatableList<CapturedFact> facts, EquatableList<StoredMessage> events) =>
        new()
        {
            CommandId = command.Id,
            CommandName = command.Message.Name,
            CommandSchema = command.Message.Schema,
            CommandData = command.Message.Data,
            Actor = CommitJson.Write(caller.Actor),
            CorrelationId = caller.CorrelationId,
            CausationId = caller.CausationId ?? command.Id.ToString(),
            DecidedAtMicros = Micros.Of(decidedAt),
            Rules = rules,
            Facts = CommitJson.Write(facts),
            Events = CommitJson.Write(events),
            EventCount = events.Count,
        };

    /// <summary>Throws when a store could not keep the content exactly.</summary>
    /// <exception cref="CommitTooLargeException">The content is larger than <see cref="MaxSize"/>.</exception>
    /// <exception cref="ArgumentException">A text holds a null character or a lone surrogate, or JSON that is not UTF-8.</exception>
    public void ThrowIfNotStorable()
    {
        if (Size > MaxSize) throw new CommitTooLargeException(Size);
        ArgumentOutOfRangeException.ThrowIfLessThan(EventCount, 1);
        Check(CommandName, nameof(CommandName));
        Check(CorrelationId, nameof(CorrelationId));
        Check(CausationId, nameof(CausationId));
        Check(Rules.Policy, nameof(Rules.Policy));
        Check(Rules.Calendar, nameof(Rules.Calendar));
        Check(Rules.Code, nameof(Rules.Code));
        Check(CommandData, nameof(CommandData));
        Check(Actor, nameof(Actor));
        Check(Facts, nameof(Facts));
        Check(Events, nameof(Events));
    }

    static void Check(string text, string member)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException($"{member} holds a null character.", member);
        if (!UnicodeText.IsWellFormed(text)) throw new ArgumentException($"{member} holds a lone surrogate.", member);
    }

    static void Check(JsonBytes json, string member)
    {
        if (json.Span.Contains((byte)0)) throw new ArgumentException($"{member} holds a null character.", member);
        if (!Utf8.IsValid(json.Span)) throw new ArgumentException($"{member} is not UTF-8.", member);
    }
}
