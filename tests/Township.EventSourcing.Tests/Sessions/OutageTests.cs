using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

/// <summary>The store is down for five seconds. Callers are told after bounded retries; nothing happens behind their backs.</summary>
public sealed class OutageTests : IAsyncDisposable
{
    static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);
    static readonly GroupCommitOptions Default = new();

    readonly ImpatientClock _clock = new();
    readonly Bank _bank;

    public OutageTests()
    {
        _bank = new(waiting: _clock, committing: o => (o.Retries, o.RetryDelay) = (Default.Retries, Default.RetryDelay));
        _bank.Store.IsDown = () => _clock.Waited < Outage;
    }

    [Fact]
    public async Task Callers_are_told_in_time_and_the_same_command_works_when_the_store_has_healed()
    {
        var open = new Open("张三");
        var (outcome, failures) = (await Tried(open), 0);
        for (; outcome is null; outcome = await Tried(open)) failures++;

        outcome.Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        failures.Should().BePositive();
        _bank.Store.Batches.Should().HaveCount(failures + 1 + _clock.Waits.Count, "every attempt but a caller's first comes after a pause");
        _clock.Waits.Should().HaveCountLessThanOrEqualTo((failures + 1) * Default.Retries).And.OnlyContain(wait => wait <= TimeSpan.FromSeconds(1));
        (await _bank.Events()).Should().Equal(new AccountEvent.Opened("张三"));
    }

    [Fact]
    public Task What_was_told_as_failed_is_not_stored_later_behind_its_callers_back() => _bank.Run(async () =>
    {
        // In how many batches the fifty go, and so how long their retries take together, is a matter of the scheduler.
        _bank.Store.IsDown = () => true;
        StreamId[] streams = [.. Enumerable.Range(1, 50).Select(n => new StreamId("account", "huimin", $"n-{n}"))];
        var failed = await Task.WhenAll(streams.Select(stream => Tried(new Open("张三"), stream)));
        failed.Should().OnlyContain(outcome => outcome == null);
        var attempts = _bank.Store.Batches.Count;

        _bank.Store.IsDown = () => false;
        (await Tried(new Open("李四"))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        _bank.Store.Batches.Should().HaveCount(attempts + 1);
        _bank.Store.Batches[^1].Should().ContainSingle("nothing of what failed is tried again");
        (await _bank.Memory.ReadLogHead()).Position.Should().Be(1);
    });

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    // A session that failed is replaced, as a grain replaces it. Null: the store was down, and nothing was written.
    async Task<Outcome?> Tried(AccountCommand command, StreamId? stream = null)
    {
        var session = await _bank.Session(stream);
        try
        {
            return await session.Execute(command, Bank.Clerk);
        }
        catch (StoreUnavailableException e)
        {
            (e.MayHaveCommitted, session.Lost).Should().Be((false, true));
            return null;
        }
    }
}
