using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

/// <summary>Commands that arrive while commits are in flight, rivals, and failures.</summary>
public sealed class PipeliningTests : IAsyncDisposable
{
    readonly Bank _bank = new();

    [Fact]
    public Task Commands_are_decided_on_the_tentative_state_and_leave_together_and_queries_see_only_what_is_durable() => _bank.Run(async () =>
    {
        var session = await _bank.Session();
        var hold = _bank.Store.HoldNext();
        var open = session.Execute(new Open("张三"), Bank.Clerk);
        await hold.Arrived;
        Task<Outcome>[] behind = [session.Execute(new Deposit(5), Bank.Clerk), session.Execute(new Withdraw(5), Bank.Clerk), session.Execute(new Deposit(1), Bank.Clerk)];

        (session.State, session.Version).Should().Be((new Account.Unopened(), 0));
        (await session.AsOf(7)).Should().Be((new Account.Unopened(), 0));
        hold.Release();

        (await Task.WhenAll([open, .. behind])).Select(o => o.Version).Should().Equal(1, 2, 4, 5);
        _bank.Store.Batches.Select(b => b.Count).Should().Equal(1, 3);
        session.State.Should().Be(new Account.Active("张三", 1, 0));
    });

    [Fact]
    public Task A_refusal_that_rests_on_commits_in_flight_is_told_when_they_are_durable() => _bank.Run(async () =>
    {
        var session = await _bank.Session();
        var hold = _bank.Store.HoldNext();
        var open = session.Execute(new Open("张三"), Bank.Clerk);
        await hold.Arrived;
        var refused = session.Execute(new Open("李四"), Bank.Clerk);
        var unchanged = session.Execute(new Open("张三"), Bank.Clerk);
        (refused.IsCompleted, unchanged.IsCompleted).Should().Be((false, false));
        hold.Release();

        await open;
        (await refused).Should().Be(Outcome.Refused(1, Account.TakenByOther.With("张三")));
        (await unchanged).Should().Be(new Outcome(OutcomeKind.Unchanged, 1));
    });

    [Fact]
    public Task A_failed_batch_fails_everything_decided_on_it_also_refusals() => _bank.Run(async () =>
    {
        var session = await _bank.Session();
        var hold = _bank.Store.HoldNext();
        _bank.Store.Next(Fault.Before, Fault.Before, Fault.Before);
        var open = session.Execute(new Open("张三"), Bank.Clerk);
        await hold.Arrived;
        var deposit = session.Execute(new Deposit(5), Bank.Clerk);
        var refused = session.Execute(new Withdraw(6), Bank.Clerk);
        hold.Release();

        await open.Awaiting(o => o).Should().ThrowAsync<StoreUnavailableException>();
        await deposit.Awaiting(o => o).Should().ThrowAsync<StreamConflictException>();
        await refused.Awaiting(o => o).Should().ThrowAsync<StreamConflictException>();
        session.Lost.Should().BeTrue();
        await session.Execute(new Deposit(1), Bank.Clerk).Awaiting(o => o).Should().ThrowAsync<StreamConflictException>();
        (await _bank.History()).Should().BeEmpty();
        (await (await _bank.Session()).Execute(new Open("李四"), Bank.Clerk)).Version.Should().Be(1);
    });

    [Fact]
    public Task An_event_that_does_not_fold_fails_alone_among_commands_in_flight() => _bank.Run(async () =>
    {
        var session = await _bank.Session();
        var hold = _bank.Store.HoldNext();
        var open = session.Execute(new Open("张三"), Bank.Clerk);
        await hold.Arrived;
        var before = session.Execute(new Deposit(5), Bank.Clerk);
        var broken = session.Execute(new Break(), Bank.Clerk);
        var behind = session.Execute(new Deposit(6), Bank.Clerk);
        await broken.Awaiting(b => b).Should().ThrowAsync<FoldException>();
        hold.Release();

        (await Task.WhenAll(open, before, behind)).Select(o => (o.Kind, o.Version)).Should().Equal((OutcomeKind.Accepted, 1), (OutcomeKind.Accepted, 2), (OutcomeKind.Accepted, 3));
        (session.Lost, session.State).Should().Be((false, new Account.Active("张三", 11, 0)));
        (await _bank.Events()).Should().Equal(new AccountEvent.Opened("张三"), new AccountEvent.Deposited(5), new AccountEvent.Deposited(6));
    });

    [Fact]
    public async Task A_faster_rival_wins_and_the_session_is_lost()
    {
        var session = await _bank.Session();
        await session.Execute(new Open("张三"), Bank.Clerk);
        await (await _bank.Session()).Execute(new Deposit(5), Bank.Clerk);

        var execute = () => session.Execute(new Deposit(7), Bank.Clerk);
        var conflict = (await execute.Should().ThrowAsync<StreamConflictException>()).Which;
        conflict.Stream.Should().Be(Bank.A);
        session.Lost.Should().BeTrue();
        await execute.Should().ThrowAsync<StreamConflictException>();
        (await _bank.Events()).Should().Equal(new AccountEvent.Opened("张三"), new AccountEvent.Deposited(5));
    }

    // The rival's commit brings the stream to the very version that the second commit in flight expects.
    [Fact]
    public Task A_rival_that_fills_the_versions_of_a_commit_in_flight_does_not_let_the_next_one_pass() => _bank.Run(async () =>
    {
        var (session, rival) = (await _bank.Session(), await _bank.Session());
        await session.Execute(new Open("张三"), Bank.Clerk);
        await rival.Load();
        await rival.Execute(new Deposit(1), Bank.Clerk);

        Task<Outcome>[] stale = [session.Execute(new Deposit(100), Bank.Clerk), session.Execute(new Withdraw(100), Bank.Clerk)];

        foreach (var outcome in stale) await outcome.Awaiting(o => o).Should().ThrowAsync<StreamConflictException>();
        (await _bank.Events()).Should().Equal(new AccountEvent.Opened("张三"), new AccountEvent.Deposited(1));
    });

    [Fact]
    public async Task A_command_that_a_rival_carried_out_is_a_repetition_and_the_session_is_lost()
    {
        var session = await _bank.Session();
        await session.Execute(new Open("张三"), Bank.Clerk);
        var deposit = new Deposit(5);
        await (await _bank.Session()).Execute(deposit, Bank.Clerk);
        _bank.Clock.Advance(TimeSpan.FromSeconds(1));

        (await session.Execute(deposit, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 2));
        session.Lost.Should().BeTrue();
        (await _bank.Events()).Should().HaveCount(2);
    }

    // The clock stands still: the rival's commit has the very bytes of ours, and looks like a lost acknowledgement.
    [Fact]
    public async Task The_same_commit_stored_by_a_rival_behind_another_one_does_not_make_the_state_wrong()
    {
        var (session, rival) = (await _bank.Session(), await _bank.Session());
        var open = new Open("张三");
        await session.Execute(open, Bank.Clerk);
        await rival.Load();
        var deposit = new Deposit(5);
        await rival.Execute(new Deposit(1), Bank.Clerk);
        await rival.Execute(deposit, Bank.Clerk);

        (await session.Execute(deposit, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 3));
        (session.Lost, session.State).Should().Be((true, new Account.Active("张三", 0, 0)));
    }

    [Fact]
    public async Task A_lost_acknowledgement_is_not_noticed()
    {
        var session = await _bank.Session();
        _bank.Store.Next(Fault.LostAcknowledgement);
        (await session.Execute(new Open("张三"), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        (await session.Execute(new Deposit(5), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
    }

    [Fact]
    public async Task After_a_failure_that_may_have_stored_the_command_sending_it_again_tells()
    {
        var open = new Open("张三");
        _bank.Store.Next(Fault.LostAcknowledgement, Fault.Before, Fault.Before);
        var lost = await _bank.Session();
        (await lost.Execute(open, Bank.Clerk).Awaiting(o => o).Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeTrue();

        (await (await _bank.Session()).Execute(open, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await _bank.History()).Should().HaveCount(1);
    }

    [Fact]
    public async Task An_overloaded_store_is_told_and_the_session_goes_on()
    {
        await using var bank = new Bank(committing: o => o.MaxQueuedCommits = 1);
        await bank.Run(async () =>
        {
            var session = await bank.Session();
            var hold = bank.Store.HoldNext();
            var open = session.Execute(new Open("张三"), Bank.Clerk);
            await hold.Arrived;
            var deposit = session.Execute(new Deposit(5), Bank.Clerk);
            bank.Clock.Advance(TimeSpan.FromSeconds(6));
            await deposit.Awaiting(d => d).Should().ThrowAsync<StoreOverloadedException>();
            hold.Release();
            await open;
            session.Lost.Should().BeFalse();
            (await session.Execute(new Deposit(6), Bank.Clerk)).Version.Should().Be(2);
        });
    }

    public ValueTask DisposeAsync() => _bank.DisposeAsync();
}
