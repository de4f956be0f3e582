using static Township.EventSourcing.Tests.AccountCommand;
using static Township.EventSourcing.Tests.AccountEvent;

namespace Township.EventSourcing.Tests;

/// <summary>One command at a time: what is decided, stored and answered.</summary>
public sealed class ExecuteTests : IAsyncDisposable
{
    readonly Bank _bank = new();

    [Fact]
    public async Task An_accepted_command_is_stored_with_everything_needed_to_judge_it_later()
    {
        var session = await _bank.Session();
        await session.Execute(new Open("张三"), Bank.Clerk);
        _bank.Clock.Advance(TimeSpan.FromMinutes(1));
        var command = new Deposit(12.50m);
        (await session.Execute(command, Bank.Clerk with { CausationId = "reaction/7" })).Should().Be(new Outcome(OutcomeKind.Accepted, 2));

        var commit = (await _bank.History())[^1];
        commit.Content.Should().Be(new CommitContent
        {
            CommandId = command.CommandId,
            CommandName = "account.deposit",
            CommandSchema = 1,
            CommandData = JsonBytes.From($$"""{"amount":12.50,"commandId":"{{command.CommandId}}"}"""),
            Actor = JsonBytes.From("""{"subject":"c-001","township":"huimin","roles":["clerk"],"issuer":null,"keyId":null,"onBehalfOf":null}"""),
            CorrelationId = "request-1",
            CausationId = "reaction/7",
            DecidedAtMicros = Micros.Of(Bank.Start) + 60_000_000,
            Rules = new(1, "", "cal-2026", "1"),
            Facts = JsonBytes.From("[]"),
            Events = JsonBytes.From("""[{"name":"account.deposited","schema":1,"data":{"amount":12.50}}]"""),
            EventCount = 1,
        });
        session.State.Should().Be(new Account.Active("张三", 12.50m, 0));
    }

    [Fact]
    public async Task Several_events_of_one_command_are_one_commit()
    {
        var session = await Opened(5);
        (await session.Execute(new Withdraw(5), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 4));

        var commit = (await _bank.History())[^1];
        (commit.FirstVersion, commit.LastVersion).Should().Be((3, 4));
        (await _bank.Events()).Should().Equal(new AccountEvent.Opened("张三"), new Deposited(5), new Withdrawn(5), new Emptied(Bank.Start));
    }

    [Fact]
    public async Task Captured_facts_and_the_policy_they_name_are_stored_in_the_commit()
    {
        await (await Opened(7, Bank.B)).Execute(new Deposit(1), Bank.Clerk);
        var session = await Opened(1);
        (await session.Execute(new Match("b"), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 3));

        var commit = (await _bank.History())[^1];
        commit.Facts.Should().Equal(new CapturedFact("account.balance", 1, Bank.B, 3, false, JsonBytes.From("""{"owner":"张三","balance":8}""")));
        commit.Content.Rules.Policy.Should().Be("matching/1");
        (await _bank.Events()).Should().Equal(new AccountEvent.Opened("张三"), new Deposited(1), new Deposited(8));
        session.State.Should().Be(new Account.Active("张三", 9, 0));
    }

    [Fact]
    public async Task A_refused_command_writes_nothing()
    {
        var session = await Opened(5);
        (await session.Execute(new Withdraw(6), Bank.Clerk)).Should().Be(Outcome.Refused(2, Account.TooLittle.With(5m, 6m)));
        (await _bank.Events()).Should().HaveCount(2);
        session.Lost.Should().BeFalse();
    }

    [Fact]
    public async Task A_command_that_changes_nothing_writes_nothing()
    {
        var session = await Opened(5);
        (await session.Execute(new Open("张三"), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Unchanged, 2));
        (await _bank.Events()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Malformed_commands_and_callers_are_refused_before_any_rule_is_asked()
    {
        var session = await _bank.Session();
        (await session.Execute(null!, Bank.Clerk)).Refusal!.Code.Should().Be("command.malformed");
        (await session.Execute(new Open("\0"), Bank.Clerk)).Refusal!.Code.Should().Be("command.malformed");
        (await session.Execute(new Open(new string('x', 1_000_000)), Bank.Clerk)).Refusal!.Code.Should().Be("command.malformed");
        (await session.Execute(new Open("张三"), Bank.Clerk with { CorrelationId = "\uD800" })).Refusal!.Code.Should().Be("command.malformed");
        (await _bank.Events()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_larger_than_a_commit_may_be_is_refused_and_the_session_goes_on()
    {
        var session = await Opened(5);
        var refusal = (await session.Execute(new Attach(new string('x', 3_000_000)), Bank.Clerk)).Refusal!;
        (refusal.Code, refusal.Arguments[1]).Should().Be(("command.too-large", "4194304"));
        (await session.Execute(new Attach(new string('x', 1_000_000)), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 3));
    }

    [Fact]
    public async Task An_event_that_does_not_fold_is_never_written()
    {
        var session = await Opened(5);
        var execute = () => session.Execute(new Break(), Bank.Clerk);
        (await execute.Should().ThrowAsync<FoldException>()).Which.Version.Should().Be(3);

        (await _bank.Events()).Should().HaveCount(2);
        session.Lost.Should().BeFalse();
        (await session.Execute(new Deposit(1), Bank.Clerk)).Version.Should().Be(3);
    }

    [Fact]
    public async Task Decided_at_never_runs_backwards_whatever_the_clock_does()
    {
        var session = await Opened(5);
        _bank.Clock.AdjustTime(Bank.Start.AddDays(-1));
        await session.Execute(new Deposit(1), Bank.Clerk);
        await (await _bank.Session()).Execute(new Deposit(2), Bank.Clerk);
        _bank.Clock.AdjustTime(Bank.Start.AddTicks(17));
        await session.Execute(new Withdraw(1), Bank.Clerk).Awaiting(e => e).Should().ThrowAsync<StreamConflictException>();
        await (await _bank.Session()).Execute(new Withdraw(1), Bank.Clerk);

        (await _bank.History()).Select(c => c.Content.DecidedAtMicros - Micros.Of(Bank.Start)).Should().Equal(0, 0, 0, 0, 1);
    }

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    async Task<AccountSession> Opened(decimal balance, StreamId? stream = null)
    {
        var session = await _bank.Session(stream);
        await session.Execute(new Open("张三"), Bank.Clerk);
        await session.Execute(new Deposit(balance), Bank.Clerk);
        return session;
    }
}
