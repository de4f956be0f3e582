using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

/// <summary>The same command id again: the original outcome, and nothing written.</summary>
public sealed class RepetitionTests
{
    // Their ids carry the time of the bank's clock, as the ids of real clients carry the time of the silo's.
    static readonly Open First = new("张三") { CommandId = Guid.CreateVersion7(Bank.Start) };
    static readonly Deposit Second = new(5) { CommandId = Guid.CreateVersion7(Bank.Start) };

    /// <summary>How a session may have come to know the stream.</summary>
    public enum Knowing { Same, Reloaded, Forgetful, FromSnapshot, Resumed }

    public static TheoryData<Knowing> EveryKnowing => new(Enum.GetValues<Knowing>());

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task A_repeated_command_gives_the_original_outcome_and_writes_nothing(Knowing knowing)
    {
        await using var bank = new Bank(snapshots: new MemorySnapshots());
        var session = await Known(bank, knowing);

        (await session.Execute(First, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await session.Execute(Second, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 2));
        session.Lost.Should().BeFalse();
        (await bank.History()).Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task The_same_id_with_other_content_is_refused(Knowing knowing)
    {
        await using var bank = new Bank(snapshots: new MemorySnapshots());
        var session = await Known(bank, knowing);

        AccountCommand[] reused = [First with { Owner = "李四" }, Second with { Amount = 6 }, new Withdraw(5) { CommandId = Second.CommandId }];
        foreach (var command in reused)
            (await session.Execute(command, Bank.Clerk)).Should().Be(Outcome.Refused(3, KernelRefusals.IdReused.With(command.CommandId)));
        session.Lost.Should().BeFalse();
        (await bank.History()).Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task A_command_that_the_state_would_refuse_by_now_is_still_a_repetition(Knowing knowing)
    {
        await using var bank = new Bank(snapshots: new MemorySnapshots());
        var session = await Known(bank, knowing);
        var withdraw = new Withdraw(12) { CommandId = Guid.CreateVersion7(Bank.Start) };
        await session.Execute(withdraw, Bank.Clerk);

        var again = await Known(bank, knowing, alsoPlay: false);
        (await again.Execute(withdraw, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 5));
        (await again.Execute(new Withdraw(12), Bank.Clerk)).Refusal!.Code.Should().Be("account.too-little");
    }

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task A_repetition_costs_the_commands_behind_it_nothing(Knowing knowing)
    {
        await using var bank = new Bank(snapshots: new MemorySnapshots());
        var session = await Known(bank, knowing);
        await bank.Run(async () =>
        {
            var outcomes = await Task.WhenAll(session.Execute(Second, Bank.Clerk), session.Execute(new Deposit(1), Bank.Clerk), session.Execute(Second, Bank.Clerk), session.Execute(new Deposit(2), Bank.Clerk));
            outcomes.Select(o => o.Kind).Should().Equal(OutcomeKind.Repeated, OutcomeKind.Accepted, OutcomeKind.Repeated, OutcomeKind.Accepted);
        });
        session.State.Should().Be(new Account.Active("张三", 15, 0));
    }

    [Theory]
    [InlineData(Knowing.Forgetful)]
    [InlineData(Knowing.FromSnapshot)]
    public async Task A_repetition_whose_id_claims_to_be_from_the_future_is_found_by_the_store(Knowing knowing)
    {
        await using var bank = new Bank(snapshots: new MemorySnapshots());
        var before = await bank.Session();
        var ahead = new Open("张三") { CommandId = Guid.CreateVersion7(DateTimeOffset.MaxValue) };
        foreach (AccountCommand command in new AccountCommand[] { ahead, new Deposit(5) { CommandId = Guid.CreateVersion7(Bank.Start) } }) await before.Execute(command, Bank.Clerk);
        var session = await Known(bank, knowing, alsoPlay: false);

        (await session.Execute(ahead, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await bank.History()).Should().HaveCount(2);
    }

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task Ids_without_a_time_are_asked_of_the_store(Knowing knowing)
    {
        await using var bank = new Bank(snapshots: new MemorySnapshots());
        var before = await bank.Session();
        AccountCommand[] commands = [new Open("张三") { CommandId = Guid.NewGuid() }, new Deposit(5) { CommandId = Guid.NewGuid() }, new Deposit(6) { CommandId = Guid.NewGuid() }];
        foreach (var command in commands) await before.Execute(command, Bank.Clerk);
        var session = await Known(bank, knowing, alsoPlay: false);

        foreach (var (command, version) in commands.Select((c, i) => (c, i + 1L)))
            (await session.Execute(command, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, version));
        session.Lost.Should().BeFalse();
        (await bank.History()).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_repetition_while_the_original_is_in_flight_waits_for_it()
    {
        await using var bank = new Bank();
        var session = await bank.Session();
        await bank.Run(async () =>
        {
            var hold = bank.Store.HoldNext();
            var original = session.Execute(First, Bank.Clerk);
            await hold.Arrived;
            var repetition = session.Execute(First, Bank.Clerk);
            var other = await session.Execute(First with { Owner = "李四" }, Bank.Clerk);
            (original.IsCompleted, repetition.IsCompleted).Should().Be((false, false));
            other.Refusal!.Code.Should().Be("command.id-reused");
            hold.Release();

            (await original).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
            (await repetition).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        });
        (await bank.History()).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_repetition_of_a_command_in_flight_shares_its_failure()
    {
        await using var bank = new Bank();
        var session = await bank.Session();
        await bank.Run(async () =>
        {
            var hold = bank.Store.HoldNext();
            bank.Store.Next(Fault.Before, Fault.Before, Fault.Before);
            var original = session.Execute(First, Bank.Clerk);
            await hold.Arrived;
            var repetition = session.Execute(First, Bank.Clerk);
            hold.Release();
            await original.Awaiting(o => o).Should().ThrowAsync<StoreUnavailableException>();
            await repetition.Awaiting(o => o).Should().ThrowAsync<StoreUnavailableException>();
        });
    }

    [Fact]
    public async Task A_refused_or_unchanged_command_that_a_rival_carried_out_is_a_repetition_also_on_a_stream_that_looked_new()
    {
        await using var bank = new Bank();
        var behind = await bank.Session();
        var rival = await bank.Session();
        await rival.Execute(First, Bank.Clerk);
        await rival.Execute(Second, Bank.Clerk);

        (await behind.Execute(Second, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 2));
    }

    /// <summary>A session after opening, +5, +7.</summary>
    static async Task<AccountSession> Known(Bank bank, Knowing knowing, bool alsoPlay = true)
    {
        var session = await bank.Session();
        if (alsoPlay)
            foreach (AccountCommand command in new AccountCommand[] { First, Second, new Deposit(7) }) await session.Execute(command, Bank.Clerk);
        switch (knowing)
        {
            case Knowing.Same:
                return session;
            case Knowing.Reloaded:
                return await bank.Session();
            case Knowing.Forgetful:
                var forgetful = new AccountSession(Bank.Type, Bank.A, bank.Services with { Options = new() { RememberedCommands = 1 } });
                await forgetful.Load();
                return forgetful;
            case Knowing.FromSnapshot:
                await bank.Services.Snapshots.Save(session.Suspend());
                return await bank.Session();
            default:
                var resumed = bank.NewSession();
                await resumed.Resume(session.Suspend());
                return resumed;
        }
    }
}
