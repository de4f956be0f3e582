namespace Township.Auditing;

/// <summary>The view of an aggregate at some version.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The number of events folded; 0 before the first one.</param>
/// <param name="DecidedAt">When the last of these events was decided, UTC; null at version 0.</param>
/// <param name="View">The view as JSON.</param>
public sealed record StateView(StreamId Stream, long Version, DateTimeOffset? DecidedAt, JsonBytes View);

/// <summary>The requested stream or version does not exist.</summary>
public sealed class NotInHistoryException(string chinese, string english) : Exception(english)
{
    /// <summary>The text in Chinese.</summary>
    public string Chinese => chinese;
}

/// <summary>A history is faulty, so nothing is derived from it.</summary>
public sealed class FaultyHistoryException(Fault fault) : Exception(fault.English)
{
    /// <summary>The fault and its place.</summary>
    public Fault Fault => fault;
}

/// <summary>Returns the view of an aggregate at any version or time. Checks the hash chain up to there. Thread-safe.</summary>
public sealed class StateReader(IEventReader reader, IReadOnlyList<IAggregateType> aggregates)
{
    static readonly RefusalReason NoRule = new("query.no-rule",
        "本程序没有“{0}”的查阅规则，因此无人可以查阅。", "This program has no rule for reading '{0}', so nobody may read it.");

    readonly Dictionary<string, IAggregateType> _types = aggregates.ToDictionary(a => a.Category, StringComparer.Ordinal);

    /// <summary>Returns the newest view.</summary>
    /// <inheritdoc cref="AtVersion" />
    public Task<StateView> Newest(StreamId stream, CancellationToken cancellationToken = default) =>
        AtTime(stream, DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>Returns the view after exactly this version, also within a commit; 0 is the state before the first event.</summary>
    /// <exception cref="NotInHistoryException">The stream does not exist, or never had this version.</exception>
    /// <exception cref="FaultyHistoryException">The history up to there was altered, or cannot be folded by this program.</exception>
    public async Task<StateView> AtVersion(StreamId stream, long version, CancellationToken cancellationToken = default)
    {
        var head = await Head(stream, cancellationToken);
        if (version < 0 || version > head.Version)
            throw new NotInHistoryException(
                $"{stream} 没有第 {version} 版，现有版本 0 至 {head.Version}。",
                $"{stream} has no version {version}; its versions are 0 to {head.Version}.");
        return await Fold(head, version, DateTimeOffset.MaxValue, cancellationToken);
    }

    /// <summary>Returns the view after the last commit that was decided at or before a moment.</summary>
    /// <inheritdoc cref="AtVersion" />
    public async Task<StateView> AtTime(StreamId stream, DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        var head = await Head(stream, cancellationToken);
        return await Fold(head, head.Version, moment, cancellationToken);
    }

    /// <summary>
    /// Returns why a reader may not read a stream by the aggregate's rule, which is judged by the newest state; null when reading is
    /// allowed. Only well-behaved programs ask: direct access to the store bypasses the rule.
    /// </summary>
    /// <param name="kind">The kind of data.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="shown">The version that is shown; null for the newest.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="NotInHistoryException">The stream does not exist, or never had this version.</exception>
    /// <exception cref="FaultyHistoryException">The rule depends on the state, and the history was altered or cannot be folded
    /// by this program.</exception>
    public async Task<Refusal?> RefuseReading(
        ReadKind kind, StreamId stream, Actor actor, long? shown = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!_types.TryGetValue(stream.Category, out var type)) return NoRule.With(stream.Category);
        // Works even for a history that cannot be folded.
        if (type.RefuseReading(kind, null, stream, actor, []) is null) return null;
        var head = await Head(stream, cancellationToken);
        var today = await StateAt(head, head.Version, cancellationToken);
        var then = shown is { } version && version < head.Version ? await StateAt(head, version, cancellationToken) : today;
        var facts = new List<CapturedFact>();
        foreach (var request in type.ReadingNeeds(kind, stream, actor))
            facts.Add(await Capture(request, request.StreamFor(stream), cancellationToken));
        return type.RefuseReading(kind, today, stream, actor, facts.ToEquatableList(), then);
    }

    async Task<CapturedFact> Capture(FactRequest request, StreamId other, CancellationToken cancellationToken)
    {
        var head = await reader.ReadHead(other, cancellationToken);
        var state = await StateAt(head, head.Version, cancellationToken);
        return new(
            request.Name, request.Schema, other, head.Version, Guarded: false,
            _types.TypeOf(other).WriteFact(state, other, request.Name, request.Schema));
    }

    async Task<object> StateAt(StreamHead head, long version, CancellationToken cancellationToken) =>
        (await Folded(head, version, DateTimeOffset.MaxValue, cancellationToken)).State;

    async Task<StreamHead> Head(StreamId stream, CancellationToken cancellationToken)
    {
        var head = await reader.ReadHead(stream, cancellationToken);
        return head.Version > 0 ? head : throw new NotInHistoryException($"没有卷宗 {stream}。", $"There is no stream {stream}.");
    }

    async Task<StateView> Fold(StreamHead head, long upTo, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (state, version, decidedAt) = await Folded(head, upTo, until, cancellationToken);
        return new(head.Stream, version, decidedAt, _types.TypeOf(head.Stream).WriteView(state, head.Stream));
    }

    async Task<(object State, long Version, DateTimeOffset? DecidedAt)> Folded(
        StreamHead head, long upTo, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var type = _types.TypeOf(head.Stream);
        var (state, version, decidedAt) = (type.Initial, 0L, (DateTimeOffset?)null);
        await foreach (var commit in reader.ReadVerified(head, upTo, c => c.DecidedAt <= until, cancellationToken))
        {
            foreach (var e in commit.Events.Take((int)Math.Min(upTo - version, int.MaxValue)))
                state = type.FoldVerified(state, commit, ++version, e);
            decidedAt = commit.DecidedAt;
        }

        return (state, version, decidedAt);
    }
}
