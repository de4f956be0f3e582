using Township.EventSourcing.Testing;
using static Township.EventSourcing.Tests.AccountCommand;
using static Township.EventSourcing.Tests.AccountEvent;

namespace Township.EventSourcing.Tests;

/// <summary>The testing kit: that it passes what holds, and fails what does not.</summary>
public sealed class SpecTests
{
    static readonly Spec<Account, AccountCommand, AccountEvent, AccountView> Fresh =
        Spec.Of(Account.Type, "account/huimin/a").At("2026-01-05T09:00+08:00").By("c-001", "clerk");

    static readonly Spec<Account, AccountCommand, AccountEvent, AccountView> WithFive = Fresh.Given(new Opened("张三"), new Deposited(5));

    [Fact]
    public void A_scenario_reads_from_given_to_then_and_goes_on() => Fresh
        .When(new Open("张三")).Then(new Opened("张三"))
        .When(new Open("张三")).ThenNothing()
        .When(new Deposit(5)).Then(new Deposited(5))
        .At("2026-01-06T00:00Z").When(new Withdraw(5)).Then(new Withdrawn(5), new Emptied(new(2026, 1, 6, 0, 0, 0, TimeSpan.Zero)))
        .View.Should().Be(new AccountView("张三", 0));

    [Fact]
    public void Commands_can_be_given_and_are_carried_out() =>
        Fresh.Given(new Open("张三"), new Deposit(5)).State.Should().Be(WithFive.State);

    [Fact]
    public void A_refusal_is_compared_with_its_arguments() => WithFive
        .When(new Withdraw(6)).ThenRefused(Account.TooLittle, 5m, 6m)
        .When(new Withdraw(6)).ThenRefused(Account.TooLittle)
        .When(new Withdraw(6)).ThenRefused("account.too-little", "5", "6")
        .When(new Withdraw(6)).ThenRefused("account.too-little")
        .By("c-002").When(new Deposit(1)).ThenRefused(Account.NotEntitled)
        .By(new Actor("c-001", "minzhu", ["clerk"])).When(new Deposit(1)).ThenRefused(Account.NotEntitled);

    [Fact]
    public void A_malformed_command_is_refused_as_a_session_would() => Fresh
        .When(new Open("")).ThenMalformed("owner")
        .When(null!).ThenMalformed("command")
        .By("\0", "clerk").When(new Open("张三")).ThenMalformed("caller.actor.subject");

    [Fact]
    public void Facts_are_given_and_the_newer_one_counts_and_that_of_the_very_aggregate_before_that_of_all()
    {
        var given = WithFive.With(new AccountBalance("李四", 1)).With(new AccountBalance("李四", 12.50m));
        given.When(new Match("b")).Then(new Deposited(12.50m));
        given.With("b", new AccountBalance("李四", 2)).With(new AccountBalance("李四", 3)).When(new Match("b")).Then(new Deposited(2));
        given.Without<AccountBalance>("b").When(new Match("b")).Then(new Deposited(0)).When(new Match("c")).Then(new Deposited(12.50m));
    }

    [Fact]
    public void A_decision_is_never_earlier_than_what_is_given() => Fresh
        .Given(new Opened("张三"), new Deposited(5)).At("2020-01-01T00:00Z")
        .When(new Withdraw(5)).Then(new Withdrawn(5), new Emptied(Bank.Start));

    [Fact]
    public void It_fails_when_the_events_are_others_fewer_or_more()
    {
        var verdict = WithFive.When(new Withdraw(5));
        foreach (var expected in new AccountEvent[][]
                 {
                     [new Withdrawn(5)], [new Withdrawn(4), new Emptied(Bank.Start)], [new Emptied(Bank.Start), new Withdrawn(5)],
                     [new Withdrawn(5), new Emptied(Bank.Start), new Deposited(1)], [],
                 })
            Failing(() => verdict.Then(expected));
        Failing(() => verdict.Then(new Withdrawn(5))).Should().Be("""
            account.withdraw on {"$type":"active","owner":"张三","balance":5,"documents":0}
            Expected:
            account.withdrawn {"amount":5}
            Actual:
            account.withdrawn {"amount":5}
            account.emptied {"at":"2026-01-05T01:00:00+00:00"}
            """);
    }

    [Fact]
    public void It_fails_when_the_outcome_is_of_another_kind()
    {
        Failing(() => WithFive.When(new Deposit(1)).ThenNothing()).Should().Contain("Expected:\nno events");
        Failing(() => WithFive.When(new Deposit(1)).ThenRefused(Account.NotOpen)).Should().Contain("refused: account.not-open");
        Failing(() => WithFive.When(new Deposit(1)).ThenMalformed("amount"));
        Failing(() => WithFive.When(new Withdraw(6)).ThenNothing());
        Failing(() => WithFive.When(new Withdraw(6)).Then(new Withdrawn(6))).Should().EndWith("Actual:\nrefused: account.too-little [5, 6]");
        Failing(() => WithFive.When(new Open("张三")).Then(new Opened("张三"))).Should().EndWith("Actual:\nno events");
    }

    [Fact]
    public void It_fails_when_the_refusal_is_another_or_has_other_arguments()
    {
        Failing(() => WithFive.When(new Withdraw(6)).ThenRefused(Account.NotOpen));
        Failing(() => WithFive.When(new Withdraw(6)).ThenRefused(Account.TooLittle, 5m, 7m));
        Failing(() => WithFive.When(new Withdraw(6)).ThenRefused("account.too-little", "5"));
        Failing(() => WithFive.When(new Deposit(1) with { CommandId = Guid.Empty }).ThenMalformed("amount"));
    }

    [Fact]
    public void It_fails_when_a_fact_is_missing_and_says_which() =>
        Failing(() => WithFive.When(new Match("b"))).Should().Be(
            "The decision needs the fact 'account.balance' of account/huimin/b, which was not given. Add .With(…) or .Without<…>().");

    [Fact]
    public void It_fails_when_what_is_given_cannot_be()
    {
        Failing(() => Fresh.Given(new Deposited(5))).Should().StartWith("The event cannot be folded: account.deposited {\"amount\":5}");
        Failing(() => Fresh.Given(new Deposit(5))).Should().Contain("refused: account.not-open");
        Failing(() => Spec.Of(Account.Type, "pledge/huimin/a")).Should().Contain("its category is 'account'");
    }

    [Fact]
    public void It_fails_when_decided_events_do_not_fold() =>
        Failing(() => WithFive.When(new Break())).Should().StartWith("The event cannot be folded: account.broken");

    [Fact]
    public void It_fails_when_something_is_not_pure_or_does_not_survive_storage()
    {
        var rogue = Spec.Of(Rogue.Type, "rogue/huimin/r");
        Failing(() => rogue.When(new Rogue.Command.Act(Rogue.Fault.RandomEvents))).Should().StartWith("The same command is decided differently");
        Failing(() => rogue.When(new Rogue.Command.Act(Rogue.Fault.RandomRefusal))).Should().StartWith("The same command is decided differently");
        Failing(() => rogue.When(new Rogue.Command.Act(Rogue.Fault.UnreadableEvent))).Should().StartWith("The event cannot be folded");
        Failing(() => rogue.When(new Rogue.Command.Act(Rogue.Fault.ForgetfulState))).Should().StartWith("The state is not the same after a snapshot");
        Failing(() => rogue.When(new Rogue.Command.Array(["a"]))).Should().StartWith("The command is not the same after storage").And.EndWith("EquatableList?");
        Failing(() => rogue.When(new Rogue.Command.Lossy("kept"))).Should().StartWith("The command is not the same after storage");
        Failing(() => rogue.When(new Rogue.Command.Act(Rogue.Fault.LossyEvent)).Then(new Rogue.Event.Acted(Rogue.Fault.None, 1, "lost"))).Should().Contain("They look the same");
        rogue.When(new Rogue.Command.Act(Rogue.Fault.None)).Then(new Rogue.Event.Acted(Rogue.Fault.None, 1));
    }

    static string Failing(Action spec) => spec.Should().Throw<SpecFailedException>().Which.Message;
}
