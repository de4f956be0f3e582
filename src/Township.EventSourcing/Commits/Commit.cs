using System.Text.Unicode;

namespace Township.EventSourcing;

/// <summary>The command that led to a commit, as stored.</summary>
/// <param name="Id">The command id; unique within the stream.</param>
/// <param name="Message">Name, schema version and data.</param>
public sealed record CommandRecord(Guid Id, StoredMessage Message);

/// <summary>The rules and the program under which a decision was taken.</summary>
/// <param name="Rules">Version of the aggregate's rules; see <see cref="RulesChange"/>.</param>
/// <param name="Policy">Version of the township's policy; empty when none was needed.</param>
/// <param name="Calendar">Version of the work calendar.</param>
/// <param name="Code">Version of the program.</param>
public sealed record RuleVersions(int Rules, string Policy, string Calendar, string Code);

/// <summary>
/// The unit of append: one stream, what the writer expects of it, one or more events, and everything needed to judge the decision later.
/// Either all of it is stored or nothing.
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

    // A copy may have other content, and so another hash.
    Commit(Commit original) => (Stream, Expected, Content, Guards) = (original.Stream, original.Expected, original.Content, original.Guards);

    /// <summary>What must hold of other streams for the commit to be appended. Not stored. Default: nothing.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>
    /// A commit on exactly this history. To hash and to check takes longer than anything else in an append; done here it is
    /// done once, and not on the thread that writes for everybody.
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
    /// Refuses what some store could not keep exactly, like <see cref="CommitContent.ThrowIfNotStorable"/>; every store asks
    /// before it writes anything.
    /// </summary>
    /// <exception cref="CommitTooLargeException">The content is larger than <see cref="CommitContent.MaxSize"/>.</exception>
    /// <exception cref="ArgumentException">A text cannot be stored exactly.</exception>
    public void ThrowIfNotStorable()
    {
        // What a head after it is known of was made by After, and nothing in it has changed since.
        if (_next is null) Content.ThrowIfNotStorable();
    }

    /// <summary>Where the stream stands once the commit has been appended to this head.</summary>
    public StreamHead HeadAfter(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return _next is not null && Expected == ExpectedVersion.Exactly(head)
            ? _next
            : new(Stream, head.Version + Content.EventCount, CommitHash.OfCommit(head.Hash, Stream, head.Version + 1, Content));
    }

    /// <summary>
    /// The answer to a commit whose guards do not all hold; null where they do. For those who write stores: to be asked within the
    /// append's transaction, when the command is not a repeated one and the commit's own stream is as expected.
    /// </summary>
    /// <param name="headOf">Where a stream stands, with what the same batch has appended to it before.</param>
    /// <param name="since">The commits of a stream that begin at a head's version or later, oldest first, with those of the same batch.
    /// Called only for a stream that has moved on. The hash chain is checked here.
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

    /// <summary>Equality of what is to be stored.</summary>
    public bool Equals(Commit? other) =>
        other is not null && Stream == other.Stream && Expected == other.Expected && Content == other.Content;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Stream, Expected, Content.CommandId);
}

/// <summary>
/// What is stored of a commit, in the very bytes that the hash chain covers. Stores write and read these members as they are.
/// <see cref="CommitContent.From"/> makes one; <see cref="RecordedCommit"/> reads it.
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

    /// <summary>Who acted, as JSON <c>{"subject":…,"township":…,"roles":[…],"issuer":…,"keyId":…,"onBehalfOf":…}</c>.</summary>
    public required JsonBytes Actor { get; init; }

    /// <summary>Groups everything that one request of a client caused.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>What caused the command.</summary>
    public required string CausationId { get; init; }

    /// <summary>When it was decided: microseconds since 1970-01-01T00:00:00Z.</summary>
    public required long DecidedAtMicros { get; init; }

    /// <summary>The rules under which it was decided.</summary>
    public required RuleVersions Rules { get; init; }

    /// <summary>The captured facts, as a JSON array of <c>{"name":…,"schema":…,"stream":…,"version":…,"guarded":…,"data":…}</c>.</summary>
    public required JsonBytes Facts { get; init; }

    /// <summary>The events, as a JSON array of <c>{"name":…,"schema":…,"data":…}</c>.</summary>
    public required JsonBytes Events { get; init; }

    /// <summary>How many events there are; at least 1.</summary>
    public required int EventCount { get; init; }

    /// <summary>The bytes of the variable parts; what limits and queues count.</summary>
    public int Size => CommandData.Length + Actor.Length + Facts.Length + Events.Length;

    /// <summary>The content of a decided command.</summary>
    /// <exception cref="CommitTooLargeException">It is larger than <see cref="MaxSize"/>. Nothing was written.</exception>
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

    /// <summary>The same for those who make a commit of it at once, which checks it.</summary>
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

    /// <summary>Refuses what some store could not keep exactly.</summary>
    /// <exception cref="CommitTooLargeException">It is larger than <see cref="MaxSize"/>.</exception>
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
