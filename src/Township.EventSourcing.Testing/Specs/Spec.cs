using System.Globalization;

namespace Township.EventSourcing.Testing;

/// <summary>Specifications of an aggregate's decisions, in the form given, when, then.</summary>
/// <example><code>
/// Spec.Of(Draw.Type, "draw/huimin/meeting.2026-01")
///     .At("2026-01-05T09:00+08:00").By("c-001", "office")
///     .Given(new CandidatesFrozen(…))
///     .When(new Reveal("…"))
///     .Then(new Drawn(…));
/// </code></example>
public static class Spec
{
    /// <summary>Creates a specification of the aggregate with this stream, before its first event.</summary>
    /// <exception cref="FormatException">The text is not a stream name.</exception>
    public static Spec<TState, TCommand, TEvent, TView> Of<TState, TCommand, TEvent, TView>(
        AggregateType<TState, TCommand, TEvent, TView> type, string stream)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        ArgumentNullException.ThrowIfNull(type);
        var id = StreamId.Parse(stream);
        return id.Category == type.Category
            ? new(id)
            : throw new SpecFailedException($"{stream} is not a stream of {typeof(TState).Name}: its category is '{type.Category}'.");
    }
}

/// <summary>
/// The given part of a specification. Immutable: every step returns a new instance, so that specifications can share a beginning.
/// Everything runs as in production: commands are checked, stored and read back, and events are folded from their bytes.
/// </summary>
public sealed record Spec<TState, TCommand, TEvent, TView>
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    static readonly AggregateType<TState, TCommand, TEvent, TView> Type = AggregateType<TState, TCommand, TEvent, TView>.Instance;

    internal Spec(StreamId stream) => (Stream, Actor) = (stream, new("spec", stream.Township, []));

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The state after the given events.</summary>
    public TState State { get; private init; } = TState.Initial;

    /// <summary>The number of given events.</summary>
    public long Version { get; private init; }

    /// <summary>The view of the state.</summary>
    public TView View => TState.View(State, Stream);

    internal DateTimeOffset Now => Clock > LastDecided ? Clock : LastDecided;

    DateTimeOffset Clock { get; init; } = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    DateTimeOffset LastDecided { get; init; }

    internal Actor Actor { get; private init; }

    internal string CalendarVersion { get; private init; } = "";

    internal EquatableList<GivenFact> Facts { get; private init; } = [];

    /// <summary>
    /// Sets the time of what follows, ISO 8601 with offset. Default: 2026-01-05T09:00+08:00. As in a stream, decisions never go backwards:
    /// a time before the given events has no effect.
    /// </summary>
    /// <exception cref="FormatException">The text is not a time.</exception>
    public Spec<TState, TCommand, TEvent, TView> At(string time) =>
        At(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    /// <inheritdoc cref="At(string)" />
    public Spec<TState, TCommand, TEvent, TView> At(DateTimeOffset time) => this with { Clock = Micros.Truncate(time) };

    /// <summary>Sets the actor of what follows. Default: a person of the township without roles.</summary>
    public Spec<TState, TCommand, TEvent, TView> By(Actor actor) => this with { Actor = actor };

    /// <summary>Sets a person of the stream's township, with these roles, as the actor of what follows.</summary>
    public Spec<TState, TCommand, TEvent, TView> By(string subject, params ReadOnlySpan<string> roles) =>
        By(new Actor(subject, Stream.Township, EquatableList.Create(roles)));

    /// <summary>Sets the version of the work calendar.</summary>
    public Spec<TState, TCommand, TEvent, TView> Calendar(string version) => this with { CalendarVersion = version };

    /// <summary>
    /// Gives a fact of all other aggregates. Given again, the later one applies.
    /// </summary>
    public Spec<TState, TCommand, TEvent, TView> With<TFact>(TFact fact) where TFact : class =>
        this with { Facts = Facts.Add(GivenFact.Of<TFact>(fact)) };

    /// <summary>Gives a fact of the aggregate with this id; it takes precedence over one given for all.</summary>
    public Spec<TState, TCommand, TEvent, TView> With<TFact>(string id, TFact fact) where TFact : class =>
        this with { Facts = Facts.Add(GivenFact.Of<TFact>(id, fact)) };

    /// <summary>States that other aggregates do not exist or have no value for the fact.</summary>
    /// <param name="id">The id of one aggregate; null for all.</param>
    public Spec<TState, TCommand, TEvent, TView> Without<TFact>(string? id = null) where TFact : class =>
        this with { Facts = Facts.Add(id is null ? GivenFact.Of<TFact>(null) : GivenFact.Of<TFact>(id, null)) };

    /// <summary>Adds events to the history.</summary>
    /// <exception cref="SpecFailedException">An event cannot be folded.</exception>
    public Spec<TState, TCommand, TEvent, TView> Given(params ReadOnlySpan<TEvent> events)
    {
        var spec = this;
        foreach (var e in events) spec = spec.Folded([Type.Events.Serialize(e)]);
        return spec;
    }

    /// <summary>Carries out commands, with the current actor and time.</summary>
    /// <exception cref="SpecFailedException">A command was refused.</exception>
    public Spec<TState, TCommand, TEvent, TView> Given(params ReadOnlySpan<TCommand> commands)
    {
        var spec = this;
        foreach (var command in commands) spec = spec.When(command).ThenAccepted();
        return spec;
    }

    /// <summary>Decides a command.</summary>
    /// <exception cref="SpecFailedException">The command needs a fact that was not given; or it, its events or the state do not survive
    /// storage; or it is decided differently when read back.
    /// </exception>
    public Verdict<TState, TCommand, TEvent, TView> When(TCommand command)
    {
        var refusal = CommandShape.Check(command) ?? CommandShape.CheckCaller(new(Actor, "spec"));
        if (refusal is not null) return new(this, command, [], refusal);
        var (events, refused) = new Rehearsal<TState, TCommand, TEvent, TView>(Type, this).Decide(command);
        return new(this, command, events, refused);
    }

    internal Spec<TState, TCommand, TEvent, TView> Folded(IReadOnlyList<StoredMessage> events)
    {
        var (state, version) = (State, Version);
        foreach (var stored in events)
        {
            try
            {
                state = Type.Fold(state, Stream, ++version, stored);
            }
            catch (FoldException e)
            {
                throw new SpecFailedException(
                    $"The event cannot be folded: {stored.Name} {stored.Data} on {Type.WriteState(state)}. {e.Message}", e);
            }
        }

        return this with { State = state, Version = version, LastDecided = Now };
    }
}
