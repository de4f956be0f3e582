using Township.Cadres;
using Township.Disclosures;
using Township.Hearings;
using Township.Promises;
using Township.Townships;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>Opens the sealed texts in any JSON of a township whose keys exist; other texts stay sealed.</summary>
public delegate ValueTask<JsonBytes> OpenTexts(JsonBytes json, string township, CancellationToken cancellationToken);

/// <summary>Minutes, and the head of the hearing's history that they show.</summary>
public sealed record PrintedMinutes(StreamHead Head, PrintedDocument Document);

/// <summary>
/// Prints the minutes and outcome 笔录 of a hearing from its verified history. The same history gives the same document, without a time
/// of printing. Other histories that it cites (cadres, promises, disclosures, the township) are verified, too, and used as they were
/// at that time. Thread-safe.
/// </summary>
/// <param name="reader">The store.</param>
/// <param name="open">Opens personal texts; without it they are printed as sealed.</param>
public sealed class MinutesPrinter(IEventReader reader, OpenTexts? open = null)
{
    static readonly AggregateType<Hearing, HearingCommand, HearingEvent, HearingView> Type = Hearing.Type;

    /// <summary>Prints the current state.</summary>
    /// <inheritdoc cref="AtVersion" />
    public Task<PrintedMinutes> Newest(StreamId stream, MinutesEdition edition, CancellationToken cancellationToken = default) =>
        AtTime(stream, DateTimeOffset.MaxValue, edition, cancellationToken);

    /// <summary>
    /// Prints the state when the hearing had this version, from 1. A commit is one decision and is never shown in part:
    /// its last version is printed.
    /// </summary>
    /// <exception cref="NotInHistoryException">The hearing does not exist, or never had this version.</exception>
    /// <exception cref="FaultyHistoryException">A history that the document depends on was altered, or cannot be folded by this program.
    /// </exception>
    public async Task<PrintedMinutes> AtVersion(
        StreamId stream, long version, MinutesEdition edition, CancellationToken cancellationToken = default)
    {
        var head = await Head(stream, cancellationToken);
        if (version < 1 || version > head.Version)
            throw new NotInHistoryException(
                $"{stream} 没有第 {version} 版，现有版本 1 至 {head.Version}。",
                $"{stream} has no version {version}; its versions are 1 to {head.Version}.");
        var hearing = await Read(head, version, _ => true, cancellationToken);
        return await Print(hearing, new(reader, open, c => c.Position <= hearing.Source.Position), edition, cancellationToken);
    }

    /// <summary>Prints the state at a moment.</summary>
    /// <inheritdoc cref="AtVersion" />
    public async Task<PrintedMinutes> AtTime(
        StreamId stream, DateTimeOffset moment, MinutesEdition edition, CancellationToken cancellationToken = default)
    {
        // One position for the whole store, so that the document contains no consequence without its cause.
        var end = (await reader.ReadLogHead(cancellationToken)).Position;
        var head = await Head(stream, cancellationToken);
        var hearing = await Read(head, head.Version, c => c.DecidedAt <= moment && c.Position <= end, cancellationToken);
        return await Print(hearing, new(reader, open, c => c.DecidedAt <= moment && c.Position <= end), edition, cancellationToken);
    }

    async Task<StreamHead> Head(StreamId stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.Category != Hearing.Category) throw new NotInHistoryException($"{stream} 不是听证会。", $"{stream} is not a hearing.");
        var head = await reader.ReadHead(stream, cancellationToken);
        return head.Version > 0 ? head : throw new NotInHistoryException($"没有卷宗 {stream}。", $"There is no stream {stream}.");
    }

    async Task<HearingHistory> Read(StreamHead head, long upTo, Func<RecordedCommit, bool> within, CancellationToken cancellationToken)
    {
        var (state, version, commits, last) = (Hearing.Initial, 0L, 0, (RecordedCommit?)null);
        var records = new List<HearingRecord>();
        var versions = new HashSet<RuleVersions>();
        await foreach (var commit in reader.ReadVerified(head, upTo, within, cancellationToken))
        {
            foreach (var e in commit.Events)
            {
                state = (Hearing)Type.FoldVerified(state, commit, ++version, e);
                var opened = open is null ? e : e with { Data = await open(e.Data, head.Stream.Township, cancellationToken) };
                records.Add(new(Type.Events.Deserialize(opened), commit.DecidedAt, commit.Actor.Subject));
            }

            versions.Add(commit.Content.Rules);
            (last, commits) = (commit, commits + 1);
        }

        if (last is null) throw new NotInHistoryException($"{head.Stream} 当时还没有记录。", $"{head.Stream} had no history then.");
        var view = Type.WriteView(state, head.Stream);
        return new(
            Type.ReadView(open is null ? view : await open(view, head.Stream.Township, cancellationToken)), records,
            new(new(head.Stream, version, last.Hash), commits, last.Position, last.DecidedAt), [.. versions]);
    }

    static async Task<PrintedMinutes> Print(
        HearingHistory hearing, CitedStreams cited, MinutesEdition edition, CancellationToken cancellationToken)
    {
        var township = hearing.Source.Head.Stream.Township;
        var town = await cited.Find(TownshipState.Type, township, TownshipKey.Id, cancellationToken);
        var promises = await cited.FindAll(
            Promise.Type, township, hearing.View.Issues.SelectMany(i => i.Promises).Select(p => p.PromiseId), cancellationToken);
        var disclosures = await cited.FindAll(
            Disclosure.Type, township, hearing.Records.Select(r => r.Event).SelectMany(DisclosuresIn), cancellationToken);
        var people = hearing.Records.SelectMany(r => CadresIn(r.Event).Append(r.By)).Concat(promises.Values.SelectMany(CadresIn))
            .Except(hearing.View.People.Representatives.Select(r => r.PersonId));
        var cadres = await cited.FindAll(Cadre.Type, township, people, cancellationToken);
        var names = new HearingNames(hearing, cadres, edition, town?.PublicNames ?? PublicNames.Surname);
        return new(hearing.Source.Head, MinutesComposer.Compose(hearing, new(town, names, disclosures, promises, cited.Found)));
    }

    static IEnumerable<string> DisclosuresIn(HearingEvent e) => e switch
    {
        NoticeRecorded notice => [notice.DisclosureId],
        FeedbackRecorded feedback => [feedback.DisclosureId],
        _ => [],
    };

    // Every commit records its actor; these are the cadres named in addition.
    static IEnumerable<string> CadresIn(HearingEvent e) => e switch
    {
        WorkPlanned planned => planned.Tasks.Select(t => t.CadreId),
        OfficerAppointed appointed => [appointed.CadreId],
        MeasureAssigned assigned => [assigned.OwnerId],
        _ => [],
    };

    static IEnumerable<string> CadresIn(PromiseView promise) =>
        [.. promise.Dues.Select(d => d.SetBy), .. new[] { promise.OwnerId, promise.ConfirmedBy }.OfType<string>()];
}

/// <summary>Reads and verifies other histories as they were at that time, and records which were used.</summary>
sealed class CitedStreams(IEventReader reader, OpenTexts? open, Func<RecordedCommit, bool> within)
{
    readonly SortedDictionary<string, CitedStream> _found = new(StringComparer.Ordinal);

    public IReadOnlyList<CitedStream> Found => [.. _found.Values];

    public async Task<Dictionary<string, TView>> FindAll<TState, TCommand, TEvent, TView>(
        AggregateType<TState, TCommand, TEvent, TView> type, string township, IEnumerable<string> ids, CancellationToken cancellationToken)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var found = new Dictionary<string, TView>();
        foreach (var id in ids.Distinct().Where(StreamId.IsValidId))
            if (await Find(type, township, id, cancellationToken) is { } one) found.Add(id, one);
        return found;
    }

    public async Task<TView?> Find<TState, TCommand, TEvent, TView>(
        AggregateType<TState, TCommand, TEvent, TView> type, string township, string id, CancellationToken cancellationToken)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var stream = new StreamId(type.Category, township, id);
        var head = await reader.ReadHead(stream, cancellationToken);
        if (head.Version == 0) return null;
        var (state, version, commits, last) = ((object)TState.Initial, 0L, 0, (RecordedCommit?)null);
        await foreach (var commit in reader.ReadVerified(head, head.Version, within, cancellationToken))
        {
            foreach (var e in commit.Events) state = type.FoldVerified(state, commit, ++version, e);
            (last, commits) = (commit, commits + 1);
        }

        if (last is null) return null;
        _found[stream.ToString()] = new(last.StreamHead, commits, last.Position, last.DecidedAt);
        var shown = type.WriteView((TState)state, stream);
        return type.ReadView(open is null ? shown : await open(shown, township, cancellationToken));
    }
}
