using static Township.EventSourcing.Tests.LinkCommand;

namespace Township.EventSourcing.Tests;

/// <summary>A guarded fact still says the same when the commit is appended, or the commit is not appended.</summary>
public sealed class GuardedFactTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_whose_guarded_fact_has_changed_meanwhile_is_not_stored(bool knowsLinks)
    {
        await using var chains = new Chains(knowsLinks);
        await chains.Do("b", new Note());
        chains.OnRead = Once(chains, "b", new Tie("z"));
        var session = await chains.Session("a");
        var conflict = (await session.Awaiting(s => s.Execute(new Tie("b"), Chains.Anybody)).Should().ThrowAsync<StreamConflictException>()).Which;

        conflict.Stream.Should().Be(Chains.Stream("a"));
        (session.Lost, (await chains.Memory.ReadHead(Chains.Stream("a"))).Version).Should().Be((true, 0));
        (await chains.Do("a", new Tie("b"))).Accepted.Should().BeTrue("a new session decides on what is so now");
        (await chains.Last("a")).Facts.Select(f => f.Stream.Id).Should().Equal("b", "z");
    }

    [Fact]
    public async Task A_stream_that_moved_on_without_changing_what_the_fact_says_stands_in_nobodys_way()
    {
        await using var chains = new Chains();
        await chains.Do("b", new Tie("c"));
        chains.OnRead = Once(chains, "b", new Note());
        (await chains.Do("a", new Tie("b"))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        (await chains.Last("a")).Facts[0].Version.Should().Be(1, "that is when it was captured");
    }

    [Fact]
    public async Task Where_the_guarded_aggregate_is_not_known_its_stream_must_stand_still()
    {
        await using var chains = new Chains(knowsLinks: false);
        await chains.Do("b", new Tie("c"));
        chains.OnRead = Once(chains, "b", new Note());
        await chains.Awaiting(c => c.Do("a", new Tie("b"))).Should().ThrowAsync<StreamConflictException>();
    }

    [Fact]
    public async Task A_stream_that_did_not_exist_is_guarded_as_well()
    {
        await using var chains = new Chains();
        chains.OnRead = Once(chains, "b", new Tie("a"));
        await chains.Awaiting(c => c.Do("a", new Tie("b"))).Should().ThrowAsync<StreamConflictException>();
        (await chains.Do("a", new Tie("b"))).Should().Be(Outcome.Refused(0, Link.Ring.With("b")));
    }

    [Fact]
    public async Task Of_two_that_decide_on_each_other_at_once_exactly_one_is_stored()
    {
        for (var round = 0; round < 100; round++)
        {
            await using var chains = new Chains();
            var both = new TaskCompletionSource();
            var reads = 0;
            chains.OnRead = _ => Interlocked.Increment(ref reads) == 2 ? Task.Run(both.SetResult) : both.Task;
            var outcomes = await Task.WhenAll(Tried("a", "b"), Tried("b", "a"));
            outcomes.Count(accepted => accepted).Should().Be(1);

            async Task<bool> Tried(string id, string next)
            {
                try
                {
                    return (await chains.Do(id, new Tie(next))).Accepted;
                }
                catch (StreamConflictException)
                {
                    return false;
                }
            }
        }
    }

    static Func<StreamId, Task> Once(Chains chains, string id, LinkCommand command)
    {
        var done = false;
        return async stream =>
        {
            if (done || stream.Id != id) return;
            done = true;
            await chains.Do(id, command);
        };
    }
}
