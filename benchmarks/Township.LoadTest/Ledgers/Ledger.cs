using System.Diagnostics;
using static Township.LoadTest.Ledgers.LedgerCommand;
using static Township.LoadTest.Ledgers.LedgerEvent;

namespace Township.LoadTest.Ledgers;

/// <summary>The aggregate under load: decides on a role and its state, and writes one event of some 600 bytes per command, as the domain's do.</summary>
[GenerateSerializer, Alias("ledger.command")]
public abstract record LedgerCommand : Command
{
    private LedgerCommand() { }

    [GenerateSerializer, Alias("ledger.enter"), CommandName("ledger.enter")]
    public sealed record Enter([Text(500)] string Text, int Amount) : LedgerCommand;
}

public abstract record LedgerEvent
{
    private LedgerEvent() { }

    [EventName("ledger.entered")]
    public sealed record Entered(int Number, string Text, int Amount, string By, DateTimeOffset At) : LedgerEvent;
}

[GenerateSerializer, Immutable, Alias("ledger.view")]
public sealed record LedgerView(int Entries, long Total);

[Alias("ledger")]
public interface ILedgerGrain : IAggregateGrain<LedgerCommand, LedgerView>;

public sealed record Ledger(int Entries, long Total, string LastText) : IAggregate<Ledger, LedgerCommand, LedgerEvent, LedgerView>
{
    public static string Category => "ledger";

    public static StreamId StreamOf(string prefix, int number) => new(Category, "huimin", $"{prefix}-{number}");

    public static Ledger Initial => new(0, 0, "");

    public static Ledger Evolve(Ledger state, LedgerEvent e) => e switch
    {
        Entered entered => new(entered.Number, state.Total + entered.Amount, entered.Text),
        _ => throw new UnreachableException(),
    };

    public static Decision<LedgerEvent> Decide(LedgerCommand command, Ledger state, DecisionContext context) => command switch
    {
        _ when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        Enter enter => new Entered(state.Entries + 1, enter.Text, enter.Amount, context.Actor.Subject, context.Now),
        _ => throw new UnreachableException(),
    };

    public static ReadRule<Ledger> Reading { get; } = ReadRule.Of<Ledger>().ViewByTownship();

    public static LedgerView View(Ledger state, StreamId stream) => new(state.Entries, state.Total);
}

[GrainType("ledger")]
public sealed class LedgerGrain(SessionServices services) : EventSourcedGrain<Ledger, LedgerCommand, LedgerEvent, LedgerView>(services), ILedgerGrain;
