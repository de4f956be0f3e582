using static Township.EventSourcing.Tests.LinkCommand;

namespace Township.EventSourcing.Tests;

/// <summary>Which facts a decision gets: asked for with the state and with what is known, until nothing more is wanted.</summary>
public sealed class GatheringTests : IAsyncDisposable
{
    readonly Chains _chains = new();

    [Fact]
    public async Task Facts_that_lead_to_further_facts_are_asked_for_in_rounds_and_all_of_them_are_stored()
    {
        foreach (var (id, next) in (IEnumerable<(string, string)>)[("d", "e"), ("c", "d"), ("b", "c")]) (await _chains.Do(id, new Tie(next))).Accepted.Should().BeTrue();
        (await _chains.Do("a", new Tie("b"))).Should().Be(new Outcome(OutcomeKind.Accepted, 1));

        (await _chains.Last("a")).Facts.Select(f => $"{f.Name} {f.Stream.Id} v{f.Version} {f.Guarded} {f.Data}").Should().Equal(
            """link.next b v1 True {"id":"c"}""", """link.next c v1 True {"id":"d"}""", """link.next d v1 True {"id":"e"}""", "link.next e v0 True null");
        (await _chains.Do("e", new Tie("a"))).Should().Be(Outcome.Refused(0, Link.Ring.With("a")));
    }

    [Fact]
    public async Task A_decider_that_asks_for_ever_more_is_stopped_and_nothing_is_written()
    {
        await _chains.Awaiting(c => c.Do("a", new Wander())).Should().ThrowAsync<FactRoundsException>().WithMessage("link/huimin/a: 'link.wander' still asked for facts after 32 rounds*");
        (await _chains.Memory.ReadLogHead()).Position.Should().Be(0);
    }

    [Fact]
    public async Task What_is_asked_for_follows_from_the_state_also_from_one_that_is_not_durable_yet()
    {
        await _chains.Do("b", new Note());
        await _chains.Do("c", new Note());
        await _chains.Do("c", new Note());
        await _chains.Do("a", new Tie("b"));
        var session = await _chains.Session("a");
        // While facts of b are being read, the link is tied to c: then they are not what is wanted any more.
        _chains.OnRead = async stream =>
        {
            _chains.OnRead = _ => Task.CompletedTask;
            if (stream.Id == "b") await session.Execute(new Tie("c"), Chains.Anybody);
        };
        (await session.Execute(new Recount(), Chains.Anybody)).Should().Be(new Outcome(OutcomeKind.Accepted, 4));

        (await _chains.Last("a")).Facts.Select(f => $"{f.Name} {f.Stream.Id}").Should().Equal("link.notes c", "link.next c");
    }

    [Fact]
    public async Task Whatever_is_decided_between_two_turns_a_decision_rests_on_the_facts_that_its_own_state_asks_for()
    {
        for (var turns = 0; turns < 20 * 20; turns++)
        {
            await using var chains = new Chains();
            foreach (var id in (string[])["b", "c", "d"]) await chains.Do(id, new Note());
            await chains.Do("a", new Tie("b"));
            var session = await chains.Session("a");
            chains.OnRead = async _ => await Task.Yield();
            await Turns.Run(() => Task.WhenAll(After(6, new Recount()), After(turns / 20, new Tie("c")), After(turns % 20, new Tie("d"))));

            var state = Link.Initial;
            IAggregateType type = Link.Type;
            await foreach (var commit in chains.Memory.ReadStream(Chains.Stream("a"), StreamRange.All))
            {
                type.Redecide(state, commit).Should().Be(new Redecision([.. commit.Events], null, "", [], []), "{0} after {1} turns", commit.Content.CommandName, turns);
                foreach (var e in commit.Events) state = (Link)type.Fold(state, commit.Stream, commit.FirstVersion, e);
            }

            async Task<Outcome> After(int others, LinkCommand command)
            {
                for (var turn = 0; turn < others; turn++) await Task.Yield();
                return await session.Execute(command, Chains.Anybody);
            }
        }
    }

    [Fact]
    public async Task Facts_of_one_stream_are_read_in_one_call_and_so_of_one_moment()
    {
        await _chains.Do("a", new Tie("b"));
        await _chains.Do("b", new Note());
        var before = _chains.Read.Count;
        await _chains.Do("a", new Recount());
        _chains.Read.Skip(before).Should().Equal("b");
    }

    [Fact]
    public async Task Facts_that_waited_too_long_for_a_place_in_the_queue_are_captured_anew()
    {
        foreach (var (waited, version) in ((int, long)[])[(100, 1), (101, 2)])
        {
            await using var chains = new Chains();
            await chains.Do("b", new Note());
            await chains.Do("a", new Tie("b"));
            var other = 0;
            chains.OnRead = async _ =>
            {
                if (other++ > 0) return;
                await chains.Do("b", new Note());
                chains.Clock.Advance(TimeSpan.FromMilliseconds(waited));
            };
            await chains.Do("a", new Recount());
            (await chains.Last("a")).Facts.Select(f => f.Version).Should().AllBeEquivalentTo(version);
        }
    }

    public ValueTask DisposeAsync() => _chains.DisposeAsync();
}
