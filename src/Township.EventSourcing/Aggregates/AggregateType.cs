using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// One kind of aggregate with everything that is needed to store, fold and decide it. One instance per process; immutable and thread-safe.
/// Tools that do not know the types use it through <see cref="IAggregateType"/>.
/// </summary>
public sealed class AggregateType<TState, TCommand, TEvent, TView> : IAggregateType
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    readonly JsonTypeInfo<TState> _state;
    readonly JsonTypeInfo<TView> _view;
    readonly Lazy<PersonalPaths?> _viewTexts;

    AggregateType()
    {
        if (!StreamId.IsValidCategory(TState.Category))
            throw new InvalidOperationException(
                $"The category '{TState.Category}' of {typeof(TState)} is not valid: use lower-case letters, digits and hyphens, "
                    + "starting with a letter.");
        Commands = new(TState.Upcasters);
        Events = new(TState.Upcasters);
        _state = (JsonTypeInfo<TState>)KernelJson.Complete(typeof(TState));
        _view = (JsonTypeInfo<TView>)KernelJson.Complete(typeof(TView));
        // Fails at start, not at the first read, when the rule is missing or opens the history to more readers than the view.
        Reading = TState.Reading
            ?? throw new InvalidOperationException(
                $"{typeof(TState)}.{nameof(TState.Reading)} is null: define who may read it, with ReadRule.Of<{typeof(TState).Name}>().");
        _viewTexts = new(() => PersonalPaths.In(KernelJson.Default, typeof(TView)));
        Facts = new(TState.Category);
        for (var i = 0; i < TState.RulesChanges.Count; i++)
            if (TState.RulesChanges[i].Version != i + 2)
                throw new InvalidOperationException(
                    $"The changes of the rules of {typeof(TState)} must be numbered 2, 3, 4 …; "
                        + $"change {i + 1} has the number {TState.RulesChanges[i].Version}.");
        RulesVersion = TState.RulesChanges.Count + 1;
        Deadlines = DeadlineType.Of(this);
    }

    /// <summary>The one instance.</summary>
    /// <exception cref="TypeInitializationException">The aggregate is incomplete; the inner exception says what is missing.</exception>
    public static AggregateType<TState, TCommand, TEvent, TView> Instance { get; } = new();

    /// <summary>The aggregate's commands.</summary>
    public MessageCatalogue<TCommand> Commands { get; }

    /// <summary>The aggregate's events.</summary>
    public MessageCatalogue<TEvent> Events { get; }

    /// <summary>The version of the rules by which new commands are decided; see <see cref="RulesChange"/>.</summary>
    public int RulesVersion { get; }

    internal FactCatalogue<TState> Facts { get; }

    /// <summary>Its deadlines; null when it has none.</summary>
    public IDeadlineType? Deadlines { get; }

    /// <summary>The read rule.</summary>
    public ReadRule<TState> Reading { get; }

    /// <summary>Whether views can hold personal texts, which must be opened for readers.</summary>
    public bool ViewHoldsPersonalTexts => _viewTexts.Value is not null;

    /// <summary>
    /// Changes with the code of every assembly that takes part in folding. A snapshot with another fold version is not used.
    /// </summary>
    public string FoldVersion => field ??= FoldCode.VersionOf(typeof(AggregateType<TState, TCommand, TEvent, TView>));

    /// <inheritdoc />
    public string Category => TState.Category;

    (Type State, Type Command, Type Event, Type View) IAggregateType.Types =>
        (typeof(TState), typeof(TCommand), typeof(TEvent), typeof(TView));

    object IAggregateType.Initial => TState.Initial;

    IEnumerable<(string Name, int Schema, Type Type)> IAggregateType.CommandNames => Commands.Names;

    IEnumerable<(string Name, int Schema, Type Type)> IAggregateType.EventNames => Events.Names;

    /// <summary>Returns the state after a stored event.</summary>
    /// <exception cref="FoldException">The event is unknown, damaged, or does not fit the state.</exception>
    public TState Fold(TState state, StreamId stream, long version, StoredMessage stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        try
        {
            return TState.Evolve(state, Events.Deserialize(stored));
        }
        catch (Exception e)
        {
            throw new FoldException(stream, version, stored.Name, e);
        }
    }

    /// <summary>Returns the events that a command causes, or the refusal.</summary>
    public (EquatableList<StoredMessage> Events, Refusal? Refusal) Decide(TCommand command, TState state, DecisionContext context)
    {
        var decision = TState.Decide(command, state, context);
        var events = new StoredMessage[decision.Events.Count];
        for (var i = 0; i < events.Length; i++) events[i] = Events.Serialize(decision.Events[i]);
        return (EquatableList.Of(events), decision.Refusal);
    }

    /// <summary>Returns a state as JSON, for snapshots.</summary>
    public JsonBytes WriteState(TState state) => new(JsonSerializer.SerializeToUtf8Bytes(state, _state));

    /// <summary>Reads a state from JSON.</summary>
    /// <exception cref="JsonException">The JSON is not a state of this program.</exception>
    public TState ReadState(JsonBytes json) =>
        JsonSerializer.Deserialize(json.Span, _state) ?? throw new JsonException("The state is null.");

    /// <summary>Returns the view of a state as JSON, for tools.</summary>
    public JsonBytes WriteView(TState state, StreamId stream) =>
        new(JsonSerializer.SerializeToUtf8Bytes(TState.View(state, stream), _view));

    /// <summary>Reads a view from JSON.</summary>
    /// <exception cref="JsonException">The JSON is not a view of this program.</exception>
    public TView ReadView(JsonBytes json) => JsonSerializer.Deserialize(json.Span, _view) ?? throw new JsonException("The view is null.");

    object IAggregateType.Fold(object state, StreamId stream, long version, StoredMessage stored) =>
        Fold((TState)state, stream, version, stored);

    JsonBytes IAggregateType.WriteView(object state, StreamId stream) => WriteView((TState)state, stream);

    StoredMessage IAggregateType.ToCurrentSchema(StoredMessage stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Commands.Knows(stored.Name) ? Commands.ToCurrentSchema(stored) : Events.ToCurrentSchema(stored);
    }

    IEnumerable<(string Name, int Schema, Type Type)> IAggregateType.FactNames => Facts.Names;

    Refusal? IAggregateType.RefuseReading(
        ReadKind kind, object? state, StreamId stream, Actor actor, EquatableList<CapturedFact> facts, object? shown) =>
        Reading.Refuse(
            kind, (TState?)state, stream, actor, new FactPool(facts).Gather(stream, _ => Reading.Needs(kind, stream, actor)).Facts,
            (TState?)shown);

    IReadOnlyList<FactRequest> IAggregateType.ReadingNeeds(ReadKind kind, StreamId stream, Actor actor) =>
        Reading.Needs(kind, stream, actor);

    IReadOnlyList<RulesChange> IAggregateType.RulesChanges => TState.RulesChanges;

    JsonBytes IAggregateType.WriteFact(object state, StreamId stream, string name, int schema) =>
        Facts.Write((TState)state, stream, name, schema);

    Redecision IAggregateType.Redecide(object state, RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var rules = commit.Content.Rules;
        if (rules.Rules < 1 || rules.Rules > RulesVersion) throw new UnknownRulesException(Category, rules.Rules, RulesVersion);
        var command = Commands.Deserialize(commit.Command.Message);
        var context = new DecisionContext(
            commit.Stream, commit.DecidedAt, commit.Actor, rules.Rules, rules.Calendar, Township.EventSourcing.Facts.None);
        var (facts, missing) = new FactPool(commit.Facts).Gather(
            commit.Stream, known => TState.Needs(command, (TState)state, context with { Facts = known }));
        var asked = facts.Captured;
        var extra = commit.Facts.Where(f => !asked.Contains(f)).ToEquatableList();
        if (missing.Count > 0) return new([], null, "", missing.ToEquatableList(), extra);
        var (events, refusal) = Decide(command, (TState)state, context with { Facts = facts });
        return new(events, refusal, facts.PolicyVersion, [], extra);
    }
}
