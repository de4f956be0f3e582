using CsCheck;
using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

public sealed class AggregatePropertiesTests
{
    static readonly AggregateProperties<Account, AccountCommand, AccountEvent, AccountView> Accounts = AggregateProperties.Of(Account.Type, "account/huimin/a");
    static readonly AggregateProperties<Rogue, Rogue.Command, Rogue.Event, Rogue> Rogues = AggregateProperties.Of(Rogue.Type, "rogue/huimin/r");

    static readonly Gen<Attempt<AccountCommand>[]> AccountHistories = Gen.Select(
            Gen.Int[0, 4], Gen.Int[1, 9], Gen.OneOf(Gen.Const(Bank.Clerk.Actor), Gen.Const(Actor.Anonymous)), Gen.Int[-5, 5])
        .Select((kind, amount, actor, hours) => new Attempt<AccountCommand>(
            kind switch
            {
                0 => new AccountCommand.Open(amount < 5 ? "张三" : "李四"),
                1 => new AccountCommand.Deposit(amount),
                2 => new AccountCommand.Withdraw(amount),
                3 => new AccountCommand.Match("b"),
                _ => new AccountCommand.Attach(new string('x', amount)),
            },
            actor, Bank.Start.AddHours(hours), [GivenFact.Of(new AccountBalance("王五", amount))]))
        .Array[0, 20];

    [Fact]
    public Task A_retry_writes_nothing() => Accounts.RetryWritesNothing(AccountHistories);

    [Fact]
    public Task Histories_fold() => Accounts.HistoriesFold(AccountHistories);

    [Theory]
    [InlineData(Rogue.Fault.RandomRefusal, "*Sent again at once*")]
    public async Task A_retry_that_is_answered_otherwise_is_found(Rogue.Fault fault, string message) =>
        await Failing(() => Rogues.RetryWritesNothing(Histories(fault), 3), message);

    [Theory]
    [InlineData(Rogue.Fault.RandomEvents, "*The commit at version 1 is decided differently*")]
    [InlineData(Rogue.Fault.ImpureFold, "*The live state differs from the replayed one*")]
    [InlineData(Rogue.Fault.ForgetfulState, "*The state is not the same after a snapshot*")]
    [InlineData(Rogue.Fault.UnreadableEvent, "*cannot be folded*")]
    [InlineData(Rogue.Fault.Throws, "*A bug in a rule*")]
    public async Task A_history_that_does_not_fold_is_found(Rogue.Fault fault, string message) =>
        await Failing(() => Rogues.HistoriesFold(Histories(fault), 3), message);

    [Fact]
    public async Task A_missing_fact_is_found() => await Failing(() => Accounts.HistoriesFold(
        Gen.Const(new[] { new Attempt<AccountCommand>(new AccountCommand.Match("b"), Bank.Clerk.Actor, Bank.Start) }), 1), "*needs the fact 'account.balance'*");

    static Gen<Attempt<Rogue.Command>[]> Histories(Rogue.Fault fault) => Gen.Const(0)
        .Select(_ => new Attempt<Rogue.Command>(new Rogue.Command.Act(fault), Bank.Clerk.Actor, Bank.Start)).Array[1, 3];

    static async Task Failing(Func<Task> property, string message)
    {
        var failure = (await property.Should().ThrowAsync<CsCheckException>()).Which;
        failure.InnerException!.Message.Should().Match(message);
    }
}
