using System.Diagnostics;
using static Township.EventSourcing.Testing.ErrandCommand;
using static Township.EventSourcing.Testing.ErrandEvent;

namespace Township.EventSourcing.Testing;

/// <summary>The commands of an <see cref="Errand"/>.</summary>
public abstract record ErrandCommand : ICommand
{
    ErrandCommand() { }

    /// <inheritdoc />
    public Guid CommandId { get; init; }

    /// <summary>Plans something for a moment; planning it again moves it.</summary>
    [CommandName("errand.plan")]
    public sealed record Plan(string Name, DateTimeOffset At) : ErrandCommand;

    /// <summary>Reports a delivery in time, which can still be rejected.</summary>
    [CommandName("errand.deliver")]
    public sealed record Deliver(string Name) : ErrandCommand;

    /// <summary>Rejects a delivery.</summary>
    [CommandName("errand.reject")]
    public sealed record Reject(string Name) : ErrandCommand;

    /// <summary>Closes the errand: nothing is due any more.</summary>
    [CommandName("errand.close")]
    public sealed record Close : ErrandCommand;

    /// <summary>
    /// Marks it as overdue. After <c>first</c>, <c>second</c> becomes due a second later; <c>poison</c> throws like a bug.
    /// </summary>
    [CommandName("errand.mark")]
    public sealed record Mark(string Name) : ErrandCommand;
}

/// <summary>The events of an <see cref="Errand"/>.</summary>
public abstract record ErrandEvent
{
    ErrandEvent() { }

    /// <summary>See <see cref="Plan"/>.</summary>
    [EventName("errand.planned")]
    public sealed record Planned(string Name, DateTimeOffset At) : ErrandEvent;

    /// <summary>See <see cref="Deliver"/>.</summary>
    [EventName("errand.delivered")]
    public sealed record Delivered(string Name) : ErrandEvent;

    /// <summary>See <see cref="Reject"/>.</summary>
    [EventName("errand.rejected")]
    public sealed record Rejected(string Name) : ErrandEvent;

    /// <summary>See <see cref="Close"/>.</summary>
    [EventName("errand.closed")]
    public sealed record Closed : ErrandEvent;

    /// <summary>See <see cref="Mark"/>.</summary>
    [EventName("errand.marked")]
    public sealed record Marked(string Name, DateTimeOffset At) : ErrandEvent;
}

/// <summary>The view of an <see cref="Errand"/>.</summary>
public sealed record ErrandView(EquatableList<Planned> Open);

/// <summary>An aggregate that uses every kind of deadline change.</summary>
/// <param name="Open">What is planned and not marked.</param>
/// <param name="Waiting">The planned names that were delivered.</param>
public sealed record Errand(EquatableList<Planned> Open, EquatableList<string> Waiting)
    : IAggregate<Errand, ErrandCommand, ErrandEvent, ErrandView>, IDeadlineAggregate<ErrandCommand, ErrandEvent>
{
    /// <summary>The errand is not due yet.</summary>
    public static readonly RefusalReason Early = new("errand.early", "事项尚未到期。", "The errand is not due yet.");

    /// <summary>There is no such errand.</summary>
    public static readonly RefusalReason Unknown = new("errand.unknown", "没有该事项。", "There is no such errand.");

    /// <summary>The errand was delivered in time.</summary>
    public static readonly RefusalReason InTime = new("errand.in-time", "事项已按时完成。", "The errand was delivered in time.");

    /// <inheritdoc />
    public static string Category => "errand";

    /// <inheritdoc />
    public static Errand Initial => new([], []);

    /// <inheritdoc />
    public static Errand Evolve(Errand state, ErrandEvent e)
    {
        ArgumentNullException.ThrowIfNull(state);
        return e switch
        {
            Planned planned => state with { Open = state.Without(planned.Name).Add(planned) },
            Delivered delivered => state with { Waiting = state.Waiting.Add(delivered.Name) },
            Rejected rejected => state with { Waiting = state.Waiting.Where(n => n != rejected.Name).ToEquatableList() },
            Closed => Initial,
            Marked { Name: "first" } first => state with { Open = state.Without("first").Add(new("second", first.At.AddSeconds(1))) },
            Marked marked => state with { Open = state.Without(marked.Name) },
            _ => throw new UnreachableException(),
        };
    }

    /// <inheritdoc />
    public static Decision<ErrandEvent> Decide(ErrandCommand command, Errand state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(context);
        return command switch
        {
            Plan plan => new Planned(plan.Name, plan.At),
            Deliver deliver => new Delivered(deliver.Name),
            Reject reject => new Rejected(reject.Name),
            Close => new Closed(),
            Mark { Name: "poison" } => throw new InvalidOperationException("This is a bug."),
            Mark mark => (state.Open.FirstOrDefault(p => p.Name == mark.Name), state.Waiting.Contains(mark.Name)) switch
            {
                (null, _) => Unknown,
                ({ } planned, _) when planned.At > context.Now => Early,
                (_, true) => InTime,
                ({ } planned, _) => new Marked(mark.Name, planned.At),
            },
            _ => throw new UnreachableException(),
        };
    }

    /// <inheritdoc />
    public static IEnumerable<DeadlineChange> Deadlines(ErrandEvent e, DeadlineSource source) => e switch
    {
        Planned planned => [DeadlineChange.Set(planned.Name, planned.At)],
        Delivered => [],
        Rejected rejected => [DeadlineChange.Revive(rejected.Name)],
        Closed => [DeadlineChange.ClearAll],
        Marked { Name: "first" } first => [DeadlineChange.Clear("first"), DeadlineChange.Set("second", first.At.AddSeconds(1))],
        Marked marked => [DeadlineChange.Clear(marked.Name)],
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc />
    public static ErrandCommand Due(DueDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return new Mark(deadline.Name);
    }

    /// <inheritdoc />
    public static bool IsEarly(Refusal refusal) => refusal?.Code == Early.Code;

    /// <inheritdoc />
    public static ReadRule<Errand> Reading { get; } = ReadRule.Of<Errand>().ViewByTownship();

    /// <inheritdoc />
    public static ErrandView View(Errand state, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(state.Open);
    }

    EquatableList<Planned> Without(string name) => Open.Where(p => p.Name != name).ToEquatableList();
}
