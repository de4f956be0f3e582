using System.Text.Json.Serialization;
using static Township.EventSourcing.Tests.AccountCommand;
using static Township.EventSourcing.Tests.AccountEvent;

namespace Township.EventSourcing.Tests;

/// <summary>The test aggregate: small, but with several events per command, facts, refusals and an event that never folds.</summary>
public abstract record Account : IAggregate<Account, AccountCommand, AccountEvent, AccountView>
{
    public static readonly RefusalReason NotOpen = new("account.not-open", "账户尚未开立。", "The account is not open.");
    public static readonly RefusalReason TakenByOther = new("account.taken", "账户属于 {0}。", "The account belongs to {0}.");
    public static readonly RefusalReason TooLittle = new("account.too-little", "余额 {0} 少于 {1}。", "The balance {0} is less than {1}.");
    public static readonly RefusalReason NotEntitled = new("account.not-entitled", "无权操作。", "Not entitled.");

    Account() { }

    public sealed record Unopened : Account;
    public sealed record Active(string Owner, decimal Balance, int Documents) : Account;

    public static string Category => "account";
    public static Account Initial => new Unopened();
    public static Account Evolve(Account state, AccountEvent e) => (e, state) switch
    {
        (Opened opened, Unopened) => new Active(opened.Owner, 0, 0),
        (Deposited deposited, Active active) => active with { Balance = active.Balance + deposited.Amount },
        (Withdrawn withdrawn, Active active) => active with { Balance = active.Balance - withdrawn.Amount },
        (Emptied, Active active) => active,
        (Attached, Active active) => active with { Documents = active.Documents + 1 },
        _ => throw new InvalidOperationException($"{e.GetType().Name} does not fit {state.GetType().Name}."),
    };

    public static IEnumerable<FactRequest> Needs(AccountCommand command, Account state, DecisionContext context) =>
        command is Match match ? [Fact<AccountBalance>.Of(match.Other)] : [];

    public static AccountBalance BalanceOf(Account state) => state is Active active ? new(active.Owner, active.Balance) : new(null, 0);

    public static Decision<AccountEvent> Decide(AccountCommand command, Account state, DecisionContext context) => (command, state) switch
    {
        _ when !context.Actor.Is("clerk", context.Stream) => NotEntitled,
        (Open open, Unopened) => new Opened(open.Owner),
        (Open open, Active active) when open.Owner == active.Owner => Decision<AccountEvent>.Nothing,
        (Open, Active active) => TakenByOther.With(active.Owner),
        (_, Unopened) => NotOpen,
        (Deposit deposit, _) => new Deposited(deposit.Amount),
        (Withdraw withdraw, Active active) when withdraw.Amount > active.Balance => TooLittle.With(active.Balance, withdraw.Amount),
        (Withdraw withdraw, Active active) when withdraw.Amount == active.Balance => (AccountEvent[])[new Withdrawn(withdraw.Amount), new Emptied(context.Now)],
        (Withdraw withdraw, _) => new Withdrawn(withdraw.Amount),
        (Match match, _) => new Deposited(context.Fact<AccountBalance>(match.Other)?.Balance ?? 0),
        (Attach attach, _) => new Attached(attach.Document),
        (Break, _) => new Broken(),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not decided."),
    };

    public static ReadRule<Account> Reading { get; } = ReadRule.Of<Account>().ViewByTownship();

    public static AccountView View(Account state, StreamId stream) =>
        state is Active active ? new(active.Owner, active.Balance) : new(null, 0);
}

/// <summary>What other accounts rest a decision on.</summary>
[FactName("account.balance")]
public sealed record AccountBalance(string? Owner, decimal Balance) : IPolicyFact
{
    [JsonIgnore]
    public string Version => "matching/1";
}
