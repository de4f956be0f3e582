using System.Text.RegularExpressions;
using Township.Calendars;

namespace Township;

/// <summary>
/// All streams of a township in memory, for properties over long and tangled histories. Decides as a session does: gathers facts until
/// nothing more is wanted, decides, stores as bytes, folds the bytes. Then it decides again what was stored, as an auditor does. Whatever
/// it decides sets no due day that is off.
/// </summary>
sealed partial class World(string township = "huimin")
{
    const string Calendar = "cn-2026.1";

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
        var (before, version) = At(type, stream);
        var context = Gathering.Of<TState, TCommand, TEvent, TView>(
            command, (TState)before, new(stream, Now, Actor, type.RulesVersion, Calendar, Facts.None), request => Capture(request, stream));
        var (events, refusal) = type.Decide(command, (TState)before, context);
        DecidedTheSameFromStorage();
        foreach (Match due in events.SelectMany(e => DueDate().Matches($"{e.Data}")))
            WorkCalendar.Of(due.Groups[2].Value).IsWorkday(Songfan.Day(due.Groups[1].Value)).Should().BeTrue(due.Value);
        var state = before;
        foreach (var stored in events) state = type.Fold((TState)state, stream, ++version, stored);
        _streams[stream] = (state, version);
        return (events.Select(type.Events.Deserialize).ToEquatableList(), refusal);

        // Command and state read back from what is stored; and the commit, when there is one, by itself.
        void DecidedTheSameFromStorage()
        {
            var (stored, readBack) = (type.Commands.Serialize(command), type.ReadState(type.WriteState((TState)before)));
            type.Decide(type.Commands.Deserialize(stored), readBack, context).Should().Be((events, refusal));
            if (events.Count == 0) return;
            var policy = context.Facts.PolicyVersion;
            var content = CommitContent.From(new(command.CommandId, stored), new(Actor, "world"), Now, new(context.Rules, policy, Calendar, "world"), context.Facts.Captured, events);
            var commit = RecordedCommit.Following(new(0, CommitHash.Zero), new(stream, version, CommitHash.Zero), content);
            ((IAggregateType)type).Redecide(readBack, commit).Should().Be(new Redecision(events, null, policy, [], []));
        }
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

    /// <summary>What an aggregate says when others ask for the fact, as it is stored.</summary>
    public string Fact(IAggregateType type, string id, string name)
    {
        var stream = new StreamId(type.Category, township, id);
        return $"{type.WriteFact(At(type, stream).State, stream, name, schema: 1)}";
    }

    [GeneratedRegex(""""on":"([0-9-]+)","calendarVersion":"([^"]+)"""")]
    private static partial Regex DueDate();

    public TState State<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class =>
        (TState)At(type, new StreamId(type.Category, township, id)).State;

    (object State, long Version) At(IAggregateType type, StreamId stream) => _streams.GetValueOrDefault(stream, (type.Initial, 0));

    CapturedFact Capture(FactRequest request, StreamId asking)
    {
        var stream = request.StreamFor(asking);
        var type = TownshipAggregates.Find(stream.Category)!;
        var (state, version) = At(type, stream);
        return new(request.Name, request.Schema, stream, version, Guarded: false, type.WriteFact(state, stream, request.Name, request.Schema));
    }
}
