using Township.Tills;

namespace Township;

/// <summary>What a JournaledGrain can do, does here as its base class promises, over a real client connection, on two silos.</summary>
[Collection(nameof(TillCluster))]
public sealed class RaisingTests(TillCluster cluster)
{
    [Fact]
    public async Task Confirmed_events_are_in_the_state_and_in_the_store_with_all_that_a_commit_holds()
    {
        using var _ = CallerContext.Use(TillCluster.Ann, "request-1");
        var (till, stream) = cluster.NewTill();
        await till.Deposit(3);
        (await till.Look()).Should().Be(new TillLook(1, 3, "", 3, "", 0));

        var commit = (await cluster.Commits(stream)).Should().ContainSingle().Which;
        commit.Events.Should().Equal(new StoredMessage("Township.Tills.Deposited", 1, JsonBytes.From("""{"amount":3}""")));
        (commit.Actor, commit.Content.CorrelationId, commit.Content.Rules.Code).Should().Be((TillCluster.Ann, "request-1", "test"));
        commit.Command.Message.Should().Be(new StoredMessage("journaled-grain.append", 1, JsonBytes.From($$"""{"grain":"till/{{stream.Key}}"}""")));
    }

    [Fact]
    public async Task Without_a_caller_the_grain_itself_is_the_actor()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(3);
        (await cluster.Commits(stream)).Should().ContainSingle().Which.Actor.Should().Be(new Actor("journaled-grain", "huimin", []));
    }

    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task Events_raised_in_one_go_are_one_commit(string type)
    {
        var (till, stream) = cluster.NewTill(type);
        await till.Deposit(1, 2, 3);
        await till.DepositAtOnce(4, 5);
        (await cluster.Stored(stream)).Should().Equal("""Deposited{"amount":1} Deposited{"amount":2} Deposited{"amount":3}""", """Deposited{"amount":4} Deposited{"amount":5}""");
        (await till.Look()).Should().Be(new TillLook(5, 15, "", 15, "", 0));
    }

    [Fact]
    public async Task What_is_not_confirmed_is_tentative_and_is_confirmed_without_being_asked_for()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(1);
        var hold = cluster.Store.HoldNext();
        await till.DepositLater(10);
        await hold.Arrived;
        await till.DepositLater(20);
        (await till.Look()).Should().Be(new TillLook(1, 1, "", 31, "", 2));
        hold.Release();
        await till.Confirm();
        (await till.Look()).Should().Be(new TillLook(3, 31, "", 31, "", 0));
        (await cluster.Stored(stream)).Should().HaveCount(3);
    }

    [Fact]
    public async Task Events_of_several_callers_are_commits_of_their_own_and_share_a_transaction()
    {
        var (till, stream) = cluster.NewTill("open-till");
        await till.Deposit(1);
        var hold = cluster.Store.HoldNext();
        var first = till.Deposit(2);
        await hold.Arrived;
        var batches = cluster.Store.Batches.Count;
        var others = new List<Task>();
        foreach (var name in (string[])["bob", "cid"])
        {
            using var _ = CallerContext.Use(new(name, "huimin", []), name);
            others.Add(till.Deposit(3));
            // The call has arrived when the grain shows its event.
            while ((await till.Look()).Unconfirmed <= others.Count) continue;
        }

        hold.Release();
        await Task.WhenAll([first, .. others]);
        (await cluster.Commits(stream)).Select(c => c.Actor.Subject).Should().Equal("journaled-grain", "journaled-grain", "bob", "cid");
        cluster.Store.Batches.Skip(batches).Select(b => b.Count).Should().Equal(2);
    }

    [Fact]
    public async Task Many_grains_share_a_transaction()
    {
        var tills = Enumerable.Range(0, 20).Select(_ => cluster.NewTill().Till).ToArray();
        foreach (var till in tills) await till.Look();
        var batches = cluster.Store.Batches.Count;
        await Task.WhenAll(tills.Select(t => t.Deposit(1)));
        cluster.Store.Batches.Skip(batches).Sum(b => b.Count).Should().Be(20);

        // One committer per silo: while one batch waits, those of the same silo gather behind it.
        var hold = cluster.Store.HoldNext();
        var first = tills[0].Deposit(1);
        await hold.Arrived;
        batches = cluster.Store.Batches.Count;
        var more = tills[1..].Select(t => t.DepositLater(1)).ToArray();
        await Task.WhenAll(more);
        hold.Release();
        await first;
        await Task.WhenAll(tills.Select(t => t.Confirm()));
        cluster.Store.Batches.Skip(batches).Max(b => b.Count).Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task Conditional_events_are_stored_when_nobody_else_wrote()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(9);
        (await till.WithdrawIfUnchanged(2)).Should().BeTrue();
        (await till.WithdrawIfUnchanged(1, 3)).Should().BeTrue();
        (await till.WithdrawIfUnchanged()).Should().BeTrue();
        (await cluster.Stored(stream)).Skip(1).Should().Equal("""Withdrawn{"amount":2}""", """Withdrawn{"amount":1} Withdrawn{"amount":3}""");
        (await till.Look()).Should().Be(new TillLook(4, 3, "", 3, "", 0));
    }

    [Theory, InlineData("till"), InlineData("open-till")]
    public async Task Conditional_events_are_dropped_when_somebody_else_wrote(string type)
    {
        var (till, stream) = cluster.NewTill(type);
        await till.Deposit(9);
        await cluster.Rival(stream, "100");
        (await till.WithdrawIfUnchanged(1, 3)).Should().BeFalse();
        (await till.Look()).Should().Be(new TillLook(2, 109, "", 109, "", 0));
        (await till.WithdrawIfUnchanged(1, 3)).Should().BeTrue();
        (await till.Look()).Should().Be(new TillLook(4, 105, "", 105, "", 0));
    }

    [Fact]
    public async Task Unconditional_events_follow_on_what_somebody_else_wrote()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(9);
        await cluster.Rival(stream, "100", "200");
        await till.Deposit(1, 2);
        (await till.Look()).Should().Be(new TillLook(5, 312, "", 312, "", 0));
        (await cluster.Stored(stream)).Should().HaveCount(3).And.Subject.Last().Should().Be("""Deposited{"amount":1} Deposited{"amount":2}""");
    }

    [Fact]
    public async Task Of_mixed_events_only_the_conditional_ones_are_dropped()
    {
        var (till, stream) = cluster.NewTill("open-till");
        await till.Deposit(9);
        var hold = cluster.Store.HoldNext();
        await till.DepositLater(1);
        await hold.Arrived;
        var conditional = till.WithdrawIfUnchanged(5);
        while ((await till.Look()).Unconfirmed < 2) continue;
        await till.DepositLater(2);
        await cluster.Rival(stream, "100");
        hold.Release();
        (await conditional).Should().BeFalse();
        await till.Confirm();
        (await till.Look()).Should().Be(new TillLook(4, 112, "", 112, "", 0));
    }

    [Fact]
    public async Task A_refresh_shows_what_somebody_else_wrote()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(9);
        await cluster.Rival(stream, "100");
        (await till.Look()).Version.Should().Be(1);
        await till.Refresh();
        (await till.Look()).Should().Be(new TillLook(2, 109, "", 109, "", 0));
    }

    [Fact]
    public async Task Confirmed_events_can_be_read_between_two_versions()
    {
        var (till, _) = cluster.NewTill();
        await till.Deposit(1, 2, 3);
        await till.Deposit(4);
        (await till.Events(0, 4)).Should().Be("+1 +2 +3 +4");
        (await till.Events(1, 3)).Should().Be("+2 +3");
        (await till.Events(3, 4)).Should().Be("+4");
        (await till.Events(2, 2)).Should().BeEmpty();
        await till.Invoking(t => t.Events(2, 5)).Should().ThrowAsync<ArgumentException>();
        await till.Invoking(t => t.Events(3, 2)).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_state_that_keeps_a_part_of_an_event_changes_nothing_but_itself()
    {
        var (till, stream) = cluster.NewTill();
        await till.Raise("listed", "a");
        await till.Raise("noted", "b");
        (await till.Look()).Should().Be(new TillLook(2, 0, "a,b", 0, "a,b", 0));
        (await till.Events(0, 2)).Should().Be("a b");
        (await cluster.Stored(stream)).Should().Equal("""Listed{"notes":["a"]}""", """Noted{"note":"b"}""");
    }

    [Fact]
    public async Task Callbacks_tell_of_changes_and_their_bugs_harm_nobody()
    {
        var (till, _) = cluster.NewTill();
        await till.Deposit(1, 2);
        (await till.Changes(fail: true)).Should().Be("2 tentative, 1 confirmed");
        await till.Deposit(3);
        (await till.Changes(fail: false)).Should().Be("3 tentative, 2 confirmed");
        (await till.Look()).Version.Should().Be(3);
    }

    [Fact]
    public async Task Statistics_count_what_the_grain_did_and_only_when_asked()
    {
        var (till, _) = cluster.NewTill();
        (await till.Count()).Should().Be(
            "SubmitCalled=1 TryAppendCalled=1 ConfirmSubmittedEntriesCalled=1 SynchronizeNowCalled=1 WritebackEvents=2 measured=2 off=True");
    }

    [Fact]
    public async Task A_history_is_never_cleared()
    {
        var (till, _) = cluster.NewTill();
        await till.Deposit(1);
        (await till.Invoking(t => t.Clear()).Should().ThrowAsync<NotSupportedException>()).WithMessage("*cannot be cleared*");
        (await till.Look()).Version.Should().Be(1);
    }
}
