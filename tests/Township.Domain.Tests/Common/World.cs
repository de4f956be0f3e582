namespace Township;

/// <summary>
/// All streams of a township in memory, for properties over long and tangled histories. Decides as a session does:
/// captures what is needed, decides, stores as bytes, folds the bytes.
/// </summary>
sealed class World(string township = "huimin")
{
    readonly Dictionary<StreamId, (object State, long Version)> _streams = [];

    public DateTimeOffset Now { get; set; } = LocalTime.StartOf(new(2026, 3, 2)).AddHours(9);

    public Actor Actor { get; set; } = new("c-office", township, [Roles.Office, Roles.Leader]);

    public (EquatableList<TEvent> Events, Refusal? Refusal) Do<TState, TCommand, TEvent, TView>(
        AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        if (CommandShape.Check(command) is { } malformed) return ([], malformed);
        var stream = new StreamId(type.Category, township, id);
        var inputs = TState.Needs(command, stream, Actor).Select(Capture).ToEquatableList();
        var (state, version) = At(type, stream);
        var (events, refusal) = type.Decide(command, (TState)state, new(stream, Now, Actor, "cn-2026.1", new(inputs)));
        foreach (var stored in events) state = type.Fold((TState)state, stream, ++version, stored);
        _streams[stream] = (state, version);
        return (events.Select(type.Events.Deserialize).ToEquatableList(), refusal);
    }

    public TView View<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var stream = new StreamId(type.Category, township, id);
        return TState.View((TState)At(type, stream).State, stream);
    }

    (object State, long Version) At(IAggregateType type, StreamId stream) => _streams.GetValueOrDefault(stream, (type.Initial, 0));

    CapturedInput Capture(InputRequest request)
    {
        var type = TownshipAggregates.Find(request.Stream.Category)!;
        var (state, version) = At(type, request.Stream);
        return new(request.Name, request.Stream, version, type.WriteView(state, request.Stream));
    }
}
