using System.Diagnostics;
using static Township.Testing.Silo.AlarmCommand;
using static Township.Testing.Silo.AlarmEvent;

namespace Township.Testing.Silo;

/// <summary>What can be asked of an <see cref="Alarm"/>.</summary>
[GenerateSerializer, Alias("alarm.command")]
public abstract record AlarmCommand : Command
{
    private AlarmCommand() { }

    /// <summary>Sets it for some moments, each with a name.</summary>
    [GenerateSerializer, Alias("alarm.set"), CommandName("alarm.set")]
    public sealed record Set([Count(1, 1000)] EquatableList<AlarmTime> Times) : AlarmCommand;

    /// <summary>It rings. Nothing keeps it from ringing twice but what deadlines promise.</summary>
    [GenerateSerializer, Alias("alarm.ring"), CommandName("alarm.ring")]
    public sealed record Ring(string Name) : AlarmCommand;
}

/// <summary>A moment with a name.</summary>
[GenerateSerializer, Immutable, Alias("alarm.time")]
public sealed record AlarmTime(string Name, DateTimeOffset At);

/// <summary>What happened to an <see cref="Alarm"/>.</summary>
public abstract record AlarmEvent
{
    private AlarmEvent() { }

    /// <summary>It was set.</summary>
    [EventName("alarm.was-set")]
    public sealed record WasSet(EquatableList<AlarmTime> Times) : AlarmEvent;

    /// <summary>It rang.</summary>
    [EventName("alarm.rang")]
    public sealed record Rang(string Name, DateTimeOffset DueAt, DateTimeOffset At) : AlarmEvent;
}

/// <summary>What clients see of an <see cref="Alarm"/>.</summary>
[GenerateSerializer, Immutable, Alias("alarm.view")]
public sealed record AlarmView(int Set, int Rang);

/// <summary>An alarm by its name.</summary>
[Alias("alarm")]
public interface IAlarmGrain : IAggregateGrain<AlarmCommand, AlarmView>;

/// <summary>The smallest aggregate that has deadlines.</summary>
public sealed record Alarm(EquatableList<AlarmTime> Times, int Ringing)
    : IAggregate<Alarm, AlarmCommand, AlarmEvent, AlarmView>, IDeadlineAggregate<AlarmCommand, AlarmEvent>
{
    /// <summary>It is not set.</summary>
    public static readonly RefusalReason NotSet = new("alarm.not-set", "未设置。", "It is not set.");

    /// <summary>The moment has not come.</summary>
    public static readonly RefusalReason Early = new("alarm.early", "未到时间。", "Not yet.");

    /// <inheritdoc />
    public static string Category => "alarm";

    /// <inheritdoc />
    public static Alarm Initial => new([], 0);

    /// <inheritdoc />
    public static Alarm Evolve(Alarm state, AlarmEvent e) => e switch
    {
        WasSet set => state with { Times = [.. state.Times, .. set.Times] },
        Rang => state with { Ringing = state.Ringing + 1 },
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc />
    public static Decision<AlarmEvent> Decide(AlarmCommand command, Alarm state, DecisionContext context) => command switch
    {
        Set set => new WasSet(set.Times),
        _ when context.RefuseUnless(Roles.System) is { } refusal => refusal,
        Ring ring => state.Times.FirstOrDefault(t => t.Name == ring.Name) switch
        {
            null => NotSet,
            var time when time.At > context.Now => Early,
            var time => new Rang(ring.Name, time.At, context.Now),
        },
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc />
    public static IEnumerable<DeadlineChange> Deadlines(AlarmEvent e, DeadlineSource source) => e switch
    {
        WasSet set => set.Times.Select(t => DeadlineChange.Set(t.Name, t.At)),
        Rang rang => [DeadlineChange.Clear(rang.Name)],
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc />
    public static AlarmCommand Due(DueDeadline deadline) => new Ring(deadline.Name);

    /// <inheritdoc />
    public static bool IsEarly(Refusal refusal) => refusal?.Code == Early.Code;

    /// <inheritdoc />
    public static ReadRule<Alarm> Reading { get; } = ReadRule.Of<Alarm>().ViewByTownship();

    public static AlarmView View(Alarm state, StreamId stream) => new(state.Times.Count, state.Ringing);
}

/// <summary>An alarm at work.</summary>
[GrainType("alarm")]
public sealed class AlarmGrain(SessionServices services) : EventSourcedGrain<Alarm, AlarmCommand, AlarmEvent, AlarmView>(services), IAlarmGrain;
