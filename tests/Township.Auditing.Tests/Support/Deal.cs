using System.Text.Json.Nodes;
using static Township.Auditing.Tests.DealCommand;
using static Township.Auditing.Tests.DealEvent;

namespace Township.Auditing.Tests;

/// <summary>
/// An aggregate that rests its decisions on others of its kind: on what they say at all, or on what they still say when it is stored.
/// Its fact has two schema versions, its rules two versions: by the first ones a copy was the amount, by the second twice that.
/// </summary>
public sealed record Deal(int Amount, bool Closed) : IAggregate<Deal, DealCommand, DealEvent, DealView>
{
    public static readonly RefusalReason IsClosed = new("deal.closed", "{0} 已结束。", "{0} is closed.");

    public static string Category => "deal";

    public static Deal Initial => new(0, false);

    public static IReadOnlyList<RulesChange> RulesChanges { get; } = [new(2, new(2026, 3, 1), "抄录加倍。", "A copy is twice the amount.")];

    public static ReadRule<Deal> Reading { get; } = ReadRule.Of<Deal>().ViewByTownship();

    public static Deal Evolve(Deal state, DealEvent e) => e switch
    {
        Agreed agreed => state with { Amount = agreed.Amount },
        Ended => state with { Closed = true },
        _ => throw new InvalidOperationException(),
    };

    public static OldStanding StandingBefore(Deal state) => new(state.Amount);

    public static Standing StandingOf(Deal state) => new(state.Amount, state.Closed);

    public static IEnumerable<FactRequest> Needs(DealCommand command, Deal state, DecisionContext context) => command switch
    {
        Copy copy => [Fact<Standing>.Of(copy.Other)],
        Follow follow => [Fact<Standing>.Of(follow.Other).Guarded],
        _ => [],
    };

    public static Decision<DealEvent> Decide(DealCommand command, Deal state, DecisionContext context) => command switch
    {
        Agree agree => new Agreed(agree.Amount),
        Copy copy => new Agreed(context.Fact<Standing>(copy.Other)!.Amount * context.Rules),
        Follow follow when context.Fact<Standing>(follow.Other)!.Closed => IsClosed.With(follow.Other),
        Follow follow => new Agreed(context.Fact<Standing>(follow.Other)!.Amount),
        End => new Ended(),
        _ => throw new InvalidOperationException(),
    };

    public static DealView View(Deal state, StreamId stream) => new(state.Amount);
}

[FactName("deal.standing")]
public sealed record OldStanding(int Amount);

[FactName("deal.standing", 2)]
public sealed record Standing(int Amount, bool Closed) : IUpcastFact
{
    public static IReadOnlyList<Upcaster> Upcasters { get; } =
        [new("deal.standing", 1, data => new JsonObject { ["amount"] = data["amount"]!.DeepClone(), ["closed"] = false })];
}

public abstract record DealCommand : ICommand
{
    private DealCommand() { }

    public Guid CommandId { get; init; } = Guid.CreateVersion7();

    [CommandName("deal.agree")] public sealed record Agree(int Amount) : DealCommand;
    [CommandName("deal.copy")] public sealed record Copy(string Other) : DealCommand;
    [CommandName("deal.follow")] public sealed record Follow(string Other) : DealCommand;
    [CommandName("deal.end")] public sealed record End : DealCommand;
}

public abstract record DealEvent
{
    private DealEvent() { }

    [EventName("deal.agreed")] public sealed record Agreed(int Amount) : DealEvent;
    [EventName("deal.ended")] public sealed record Ended : DealEvent;
}

public sealed record DealView(int Amount);
