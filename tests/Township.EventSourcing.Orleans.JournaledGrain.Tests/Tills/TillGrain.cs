using Orleans.Concurrency;
using Orleans.Providers;

namespace Township.Tills;

/// <summary>What a grain sees of itself.</summary>
[GenerateSerializer, Immutable, Alias("till.look")]
public sealed record TillLook(int Version, long Balance, string Notes, long TentativeBalance, string TentativeNotes, int Unconfirmed);

[Alias("till")]
public interface ITill : IGrainWithStringKey
{
    [Alias("deposit")] Task Deposit(params long[] amounts);

    [Alias("deposit-at-once")] Task DepositAtOnce(params long[] amounts);

    [Alias("deposit-later")] Task DepositLater(long amount);

    [Alias("deposit-and-look-away")] Task DepositAndLookAway(long amount);

    [Alias("confirm")] Task Confirm();

    [Alias("refresh")] Task Refresh();

    [Alias("withdraw-if-unchanged")] Task<bool> WithdrawIfUnchanged(params long[] amounts);

    [Alias("raise")] Task Raise(string kind, string text);

    [Alias("look")] Task<TillLook> Look();

    [Alias("events")] Task<string> Events(int from, int to);

    [Alias("clear")] Task Clear();

    [Alias("changes")] Task<string> Changes(bool fail);

    [Alias("count")] Task<string> Count();

    [Alias("issues")] Task<string> Issues();
}

/// <summary>A JournaledGrain as anybody would write it, with a window into everything that the base class offers.</summary>
public abstract class TillBase : JournaledGrain<Till, TillEvent>, ITill
{
    readonly List<string> _issues = [];
    int _tentative, _confirmed;
    bool _failing;

    public async Task Deposit(params long[] amounts)
    {
        foreach (var amount in amounts) RaiseEvent(new Deposited { Amount = amount });
        await ConfirmEvents();
    }

    public async Task DepositAtOnce(params long[] amounts)
    {
        RaiseEvents(amounts.Select(a => new Deposited { Amount = a }));
        await ConfirmEvents();
    }

    public Task DepositLater(long amount)
    {
        RaiseEvent(new Deposited { Amount = amount });
        return Task.CompletedTask;
    }

    public async Task DepositAndLookAway(long amount)
    {
        RaiseEvent(new Deposited { Amount = amount });
        while (UnconfirmedEvents.Any()) await Task.Yield();
        await ConfirmEvents();
    }

    public Task Confirm() => ConfirmEvents();

    public Task Refresh() => RefreshNow();

    public Task<bool> WithdrawIfUnchanged(params long[] amounts) => amounts.Length == 1
        ? RaiseConditionalEvent(new Withdrawn { Amount = amounts[0] })
        : RaiseConditionalEvents(amounts.Select(a => new Withdrawn { Amount = a }));

    public async Task Raise(string kind, string text)
    {
        RaiseEvent<TillEvent>(kind switch
        {
            "listed" => new Listed { Notes = [text] },
            "noted" => new Noted { Note = text },
            "jammed" => new Jammed(),
            "closed" => new Closed { Balance = TentativeState.Balance },
            "forgotten" => Forgotten.Of(5),
            _ => throw new ArgumentException(kind),
        });
        await ConfirmEvents();
    }

    public Task<TillLook> Look() => Task.FromResult(new TillLook(
        Version, State.Balance, string.Join(',', State.Notes), TentativeState.Balance, string.Join(',', TentativeState.Notes), UnconfirmedEvents.Count()));

    public async Task<string> Events(int from, int to) => string.Join(' ', (await RetrieveConfirmedEvents(from, to)).Select(e => e switch
    {
        Deposited d => $"+{d.Amount}",
        Withdrawn w => $"-{w.Amount}",
        Noted n => n.Note,
        Listed l => string.Join(',', l.Notes),
        _ => e.GetType().Name,
    }));

    public Task Clear() => ClearLogAsync();

    public Task<string> Changes(bool fail)
    {
        _failing = fail;
        return Task.FromResult($"{_tentative} tentative, {_confirmed} confirmed");
    }

    public async Task<string> Count()
    {
        EnableStatsCollection();
        RaiseEvent(new Deposited { Amount = 1 });
        await ConfirmEvents();
        await RefreshNow();
        _ = await RaiseConditionalEvent(new Deposited { Amount = 1 });
        var counted = GetStats()!;
        DisableStatsCollection();
        return $"{string.Join(' ', counted.EventCounters.Where(c => c.Value > 0).Select(c => $"{c.Key}={c.Value}"))} measured={counted.StabilizationLatenciesInMsecs.Count} off={GetStats() is null}";
    }

    public Task<string> Issues() => Task.FromResult(string.Join('|', _issues));

    protected override void OnTentativeStateChanged()
    {
        _tentative++;
        if (_failing) throw new InvalidOperationException("a bug in a callback");
    }

    protected override void OnStateChanged()
    {
        _confirmed++;
        if (_failing) throw new InvalidOperationException("a bug in a callback");
    }

    protected override void OnConnectionIssue(ConnectionIssue issue) => _issues.Add($"{issue.NumberOfConsecutiveFailures}: {issue}");

    protected override void OnConnectionIssueResolved(ConnectionIssue issue) => _issues.Add("resolved");
}

[GrainType("till")]
public sealed class TillGrain : TillBase;

[GrainType("open-till"), LogConsistencyProvider(ProviderName = "Township"), Reentrant]
public sealed class OpenTillGrain : TillBase;
