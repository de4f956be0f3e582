using Township.Tills;

namespace Township;

/// <summary>Nothing is tried for ever and nothing fails in silence.</summary>
[Collection(nameof(TillCluster))]
public sealed class FailureTests(TillCluster cluster) : IDisposable
{
    public void Dispose() => cluster.Heal();

    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task A_failing_store_fails_the_confirmation_after_bounded_retries_and_the_events_are_gone(string type)
    {
        var (till, stream) = cluster.NewTill(type);
        await till.Deposit(1);
        var attempts = cluster.Store.Batches.Count;
        cluster.Store.IsDown = () => true;
        (await Failure(() => till.Deposit(10))).Should().Be(FailureKind.Unavailable);
        (await Failure(() => till.WithdrawIfUnchanged(10))).Should().Be(FailureKind.Unavailable);
        (cluster.Store.Batches.Count - attempts).Should().Be(2 * (TillCluster.Retries + 1));
        (await till.Look()).Should().Be(new TillLook(1, 1, "", 1, "", 0));

        cluster.Store.IsDown = () => false;
        await till.Confirm();
        await till.Deposit(100);
        (await cluster.Stored(stream)).Should().Equal("""Deposited{"amount":1}""", """Deposited{"amount":100}""");
        (await till.Issues()).Should().Be("1: The store does not answer.|2: The store does not answer.|resolved");
    }

    [Fact]
    public async Task A_lost_acknowledgement_is_recognised_and_nothing_is_stored_twice()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(1);
        cluster.Store.Next(Fault.LostAcknowledgement);
        await till.Deposit(10);
        // The committer gives up; the grain looks into the stream before it says anything.
        cluster.Store.Next([Fault.LostAcknowledgement, .. Enumerable.Repeat(Fault.Before, TillCluster.Retries)]);
        await till.Deposit(100);
        cluster.Store.Next([Fault.LostAcknowledgement, .. Enumerable.Repeat(Fault.Before, TillCluster.Retries)]);
        (await till.WithdrawIfUnchanged(1)).Should().BeTrue();
        (await cluster.Stored(stream)).Should().Equal("""Deposited{"amount":1}""", """Deposited{"amount":10}""", """Deposited{"amount":100}""", """Withdrawn{"amount":1}""");
        (await till.Look()).Should().Be(new TillLook(4, 110, "", 110, "", 0));
    }

    [Fact]
    public async Task When_nobody_can_tell_whether_events_are_stored_that_is_said()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(1);
        cluster.Store.Next([Fault.LostAcknowledgement, .. Enumerable.Repeat(Fault.Before, TillCluster.Retries)]);
        cluster.Change = _ => throw new StoreUnavailableException("no reading either");
        (await Failure(() => till.Deposit(10))).Should().Be(FailureKind.OutcomeUnknown);
        cluster.Change = null;
        await till.Refresh();
        (await till.Look()).Should().Be(new TillLook(2, 11, "", 11, "", 0));
        (await cluster.Stored(stream)).Should().HaveCount(2);
    }

    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task Who_did_not_wait_for_lost_events_is_never_told_that_they_are_stored(string type)
    {
        var (till, stream) = cluster.NewTill(type);
        await till.DepositAndLookAway(1);
        cluster.Store.IsDown = () => true;
        (await Failure(() => till.DepositAndLookAway(10))).Should().Be(FailureKind.Unavailable);
        cluster.Store.IsDown = () => false;

        // That activation confirms nothing any more, and goes; the next one starts from what is stored.
        var isStored = false;
        for (var told = 0; !isStored; told++)
        {
            try
            {
                await till.Deposit(100);
                isStored = true;
            }
            catch (AggregateFailureException e) when (e.Kind == FailureKind.Unavailable && told < 100_000)
            {
                isStored = false;
            }
        }

        (await cluster.Stored(stream)).Should().Equal("""Deposited{"amount":1}""", """Deposited{"amount":100}""");
    }

    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task An_event_that_cannot_be_applied_surfaces_and_is_never_stored(string type)
    {
        var (till, stream) = cluster.NewTill(type);
        await till.Deposit(1);
        (await till.Invoking(t => t.Raise("jammed", "")).Should().ThrowAsync<InvalidOperationException>()).WithMessage("the till is jammed");
        (await till.Look()).Should().Be(new TillLook(1, 1, "", 1, "", 0));
        await till.Deposit(2);
        (await cluster.Stored(stream)).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_event_that_no_longer_applies_after_a_rivals_surfaces_and_is_not_stored()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(1);
        await cluster.Rival(stream, "100");
        (await till.Invoking(t => t.Raise("closed", "")).Should().ThrowAsync<InvalidOperationException>()).WithMessage("closed at 1, but there are 101");
        (await till.Look()).Should().Be(new TillLook(2, 101, "", 101, "", 0));
        await till.Raise("closed", "");
        (await cluster.Stored(stream)).Should().HaveCount(3);
    }

    [Fact]
    public async Task An_event_that_json_does_not_keep_is_never_stored()
    {
        var (till, stream) = cluster.NewTill();
        (await till.Invoking(t => t.Raise("forgotten", "")).Should().ThrowAsync<NotSupportedException>())
            .WithMessage("""*Forgotten*{"amount":5} but reads back as {"amount":0}*""");
        (await cluster.Stored(stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task Events_that_are_too_large_are_refused_before_anything_is_written()
    {
        var (till, stream) = cluster.NewTill();
        (await till.Invoking(t => t.Raise("noted", new string('x', CommitContent.MaxSize))).Should().ThrowAsync<NotSupportedException>()).WithMessage("The commit has *");
        await till.Raise("noted", new string('x', 3 * 1024 * 1024));
        (await till.Look()).Version.Should().Be(1);
        (await cluster.Commits(stream)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_caller_that_cannot_be_stored_is_refused()
    {
        using var _ = CallerContext.Use(new("bad\u0001name", "huimin", []));
        var (till, stream) = cluster.NewTill();
        (await Failure(() => till.Deposit(1))).Should().Be(FailureKind.InvalidCaller);
        (await cluster.Stored(stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_loses_every_race_is_told_so_in_the_end()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(1);
        var races = 0;
        cluster.Store.IsDown = () =>
        {
            races++;
            cluster.Rival(stream, "100").GetAwaiter().GetResult();
            return false;
        };
        (await Failure(() => till.Deposit(10))).Should().Be(FailureKind.Conflict);
        cluster.Store.IsDown = () => false;
        races.Should().Be(17);
        (await till.Look()).Should().Be(new TillLook(18, 1701, "", 1701, "", 0));
        await till.Deposit(10);
        (await cluster.Stored(stream)).Should().HaveCount(19);
    }

    static async Task<FailureKind> Failure(Func<Task> call) => (await call.Should().ThrowAsync<AggregateFailureException>()).Which.Kind;
}
