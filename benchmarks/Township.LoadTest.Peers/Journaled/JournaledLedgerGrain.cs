using Orleans.EventSourcing;

namespace Township.LoadTest.Peers;

[Alias("peers.ledger")]
public interface IJournaledLedger : IGrainWithStringKey
{
    [Alias("enter")]
    Task<LedgerTold> Enter(int number, string text);

    [Alias("look")]
    Task<LedgerTold> Look();
}

[GenerateSerializer, Immutable, Alias("peers.told")]
public readonly record struct LedgerTold(int Entries, long Total);

/// <summary>The state as Orleans wants it: a class that events are applied to.</summary>
[GenerateSerializer, Alias("peers.ledger-state")]
public sealed class JournaledLedger
{
    [Id(0)]
    public int Entries { get; set; }

    [Id(1)]
    public long Total { get; set; }

    [Id(2)]
    public string LastText { get; set; } = "";

    public void Apply(Entered entered) => (Entries, Total, LastText) = (entered.Number, Total + entered.Amount, entered.Text);
}

/// <summary>The same grain for all providers; which one keeps it is configured.</summary>
[GrainType("ledger")]
public sealed class JournaledLedgerGrain : JournaledGrain<JournaledLedger, Entered>, IJournaledLedger
{
    public async Task<LedgerTold> Enter(int number, string text)
    {
        RaiseEvent(new Entered(TentativeState.Entries + 1, text, number, Entered.Clerk, TimeProvider.System.GetUtcNow()));
        await ConfirmEvents();
        return await Look();
    }

    public Task<LedgerTold> Look() => Task.FromResult(new LedgerTold(State.Entries, State.Total));
}
