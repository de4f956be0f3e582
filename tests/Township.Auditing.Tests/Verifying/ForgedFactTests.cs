namespace Township.Auditing.Tests;

/// <summary>
/// A host forges what a decision rested on, with hashes that fit and events that follow by the rules. Every fact is worked out again
/// from its stream.
/// </summary>
public sealed class ForgedFactTests
{
    static readonly StreamId A = new("deal", "huimin", "a"), B = new("deal", "huimin", "b");
    static readonly VerificationOptions Replay = new() { Redecide = true };

    [Fact]
    public async Task An_honest_history_is_clean_verified_replayed_and_stream_by_stream()
    {
        var commits = await Commits();
        (await Found(commits)).Should().BeEmpty();
        (await Found(commits, Replay)).Should().BeEmpty();
        (await Found(commits, Replay, B)).Should().BeEmpty();
        (await Found(commits, Replay with { CachedStates = 1 })).Should().BeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_fact_that_its_stream_does_not_say_is_named_with_its_member(long position)
    {
        // The events are made to follow from it: replay alone would be content.
        var commits = (await Commits()).Forge(position, c => c with { Facts = Forged(c.Facts, "\"amount\":10", "\"amount\":11"), Events = Amount(position == 3 ? 22 : 11) });
        var faults = new List<Fault>();
        await new HistoryVerifier(new CommitList(commits), [Deal.Type], Replay).VerifyAll(faults.Add);
        faults.Should().Equal(new Fault("fact-differs", new(B, position - 2, position), """{"amount":10,"closed":false}""", """{"amount":11,"closed":false}""",
            """所引用的事实与其来源不符：deal.standing (deal/huimin/a), /amount。应为：{"amount":10,"closed":false}；实为：{"amount":11,"closed":false}。""",
            """A fact is not what its stream says, deal.standing (deal/huimin/a), /amount. Expected: {"amount":10,"closed":false}. Found: {"amount":11,"closed":false}."""));
        (await Found(commits, null, B)).Should().Equal($"fact-differs b v{position - 2} @{position}");
    }

    [Fact]
    public async Task Another_spelling_of_the_same_fact_is_not_what_its_stream_says()
    {
        var commits = (await Commits()).Forge(3, c => c with { Facts = Forged(c.Facts, "\"amount\":10", "\"amount\": 10") });
        (await Found(commits)).Should().Equal("fact-differs b v1 @3");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(9)]
    public async Task A_fact_is_of_a_version_that_was_there_by_then(long version)
    {
        var commits = (await Commits()).Forge(3, c => c with { Facts = Forged(c.Facts, "\"version\":2", $"\"version\":{version}") });
        (await Found(commits)).Should().Equal("fact-version b v1 @3");
        (await Found(commits, null, B)).Should().Equal("fact-version b v1 @3");
    }

    [Fact]
    public async Task A_fact_of_a_stream_that_did_not_exist_is_of_version_0()
    {
        var commits = (await Commits()).Forge(3, c => c with { Facts = Forged(c.Facts, "deal/huimin/a", "deal/huimin/nobody") });
        (await Found(commits)).Should().Equal("fact-version b v1 @3");
        var never = commits.Forge(3, c => c with { Facts = Forged(c.Facts, "\"version\":2", "\"version\":0") });
        (await Found(never)).Should().Equal("fact-differs b v1 @3");
    }

    [Theory]
    [InlineData("deal.standing", "deal.mood")]
    [InlineData("deal/huimin/a", "note/huimin/a")]
    [InlineData("\"schema\":2", "\"schema\":3")]
    public async Task Facts_that_this_program_does_not_know_are_named(string from, string to)
    {
        var commits = (await Commits()).Forge(3, c => c with { Facts = Forged(c.Facts, from, to) });
        (await Found(commits)).Should().Equal("fact-unknown b v1 @3");
    }

    [Fact]
    public async Task A_guarded_fact_that_had_changed_before_the_commit_is_found()
    {
        // As if b had followed a at version 2, though a had been at version 3 and said something else by then.
        var commits = (await Commits()).Forge(6, c => c with { Facts = Forged(Forged(c.Facts, "\"version\":3", "\"version\":2"), "12", "10"), Events = Amount(10) });
        (await Found(commits, Replay)).Should().Equal("guard-broken b v3 @6");
        (await Found(commits, Replay, B)).Should().Equal("guard-broken b v3 @6");
    }

    [Fact]
    public async Task A_guarded_fact_may_be_of_an_older_version_when_it_still_says_the_same()
    {
        await using var scene = new Scene();
        await scene.Do(A, new DealCommand.Agree(10));
        await scene.Do(A, new DealCommand.Agree(10));
        await scene.Do(B, new DealCommand.Follow("a"));
        var commits = (await scene.Commits()).Forge(3, c => c with { Facts = Forged(c.Facts, "\"version\":2", "\"version\":1") });
        (await Found(commits, Replay)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(6, "fact-stale b v1 @3")]
    public async Task A_fact_that_was_out_of_date_for_longer_than_a_decision_takes_is_found(int minutes, string? found)
    {
        await using var scene = new Scene { Pace = TimeSpan.FromMinutes(minutes) };
        await scene.Do(A, new DealCommand.Agree(10));
        await scene.Do(A, new DealCommand.Agree(12));
        await scene.Do(B, new DealCommand.Copy("a"));
        var commits = (await scene.Commits()).Forge(3, c => c with { Facts = Forged(Forged(c.Facts, "\"version\":2", "\"version\":1"), "12", "10"), Events = Amount(20) });
        string[] expected = found is null ? [] : [found];
        (await Found(commits, Replay)).Should().Equal(expected);
        (await Found(commits, Replay, B)).Should().Equal(expected);
    }

    [Fact]
    public async Task The_facts_are_exactly_those_that_the_rules_ask_for()
    {
        var commits = await Commits();
        (await Found(commits.Forge(3, c => c with { Facts = JsonBytes.From("[]") }), Replay)).Should().Equal("fact-missing b v1 @3");
        (await Found(commits.Forge(1, c => c with { Facts = JsonBytes.From("""[{"name":"deal.standing","schema":2,"stream":"deal/huimin/b","version":0,"guarded":false,"data":{"amount":0,"closed":false}}]""") }), Replay))
            .Should().Equal("fact-extra a v1 @1");
        // A guard that was left out would let the fact change unseen; one that was added would be believed.
        (await Found(commits.Forge(4, c => c with { Facts = Forged(c.Facts, "true", "false") }), Replay)).Should().Equal("fact-extra b v2 @4");
        (await Found(commits.Forge(3, c => c with { Facts = Forged(c.Facts, "\"guarded\":false", "\"guarded\":true") }), Replay)).Should().Equal("fact-extra b v1 @3");
        (await Found(commits.Forge(3, c => c with { Facts = Forged(c.Facts, "]", "," + c.Facts.ToString()[1..]) }), Replay)).Should().Equal("part-unreadable b v1 @3");
    }

    [Fact]
    public async Task A_fact_that_was_stored_in_an_older_schema_version_is_worked_out_and_read_by_that()
    {
        var commits = (await Commits()).Forge(3, c => c with { Facts = Forged(Forged(c.Facts, "\"schema\":2", "\"schema\":1"), ",\"closed\":false", "") });
        (await Found(commits, Replay)).Should().BeEmpty();
        (await Found(commits.Forge(3, c => c with { Facts = Forged(c.Facts, "10", "11"), Events = Amount(22) }), Replay)).Should().Equal("fact-differs b v1 @3");
    }

    [Fact]
    public async Task Old_commits_are_decided_again_by_the_rules_of_their_time()
    {
        var commits = (await Commits()).Forge(3, c => c with { Rules = c.Rules with { Rules = 1 }, Events = Amount(10) });
        (await Found(commits, Replay)).Should().BeEmpty();
        (await Found(commits.Forge(3, c => c with { Events = Amount(20) }), Replay)).Should().Equal("decision-differs b v1 @3");
        commits[2].Command.Message.Name.Should().Be("deal.copy");
        (await Commits())[2].Content.Events.Should().Be(Amount(20), "the same command is decided otherwise today");
    }

    [Fact]
    public async Task What_cannot_be_worked_out_because_its_stream_is_damaged_is_told_there()
    {
        var commits = (await Commits()).Forge(1, c => c with { Events = Forged(c.Events, "deal.agreed", "deal.lost") });
        (await Found(commits)).Should().Equal("unknown-event a v1 @1");
        (await Found(commits, null, B)).Should().OnlyContain(f => f.StartsWith("fact-uncheckable b")).And.NotBeEmpty();
    }

    // 1, 2 a agrees on 8 and 10; 3 b copies a, 4 b follows a; 5 a agrees on 12; 6 b follows a.
    static async Task<List<RecordedCommit>> Commits()
    {
        await using var scene = new Scene();
        await scene.Do(A, new DealCommand.Agree(8));
        await scene.Do(A, new DealCommand.Agree(10));
        await scene.Do(B, new DealCommand.Copy("a"));
        await scene.Do(B, new DealCommand.Follow("a"));
        await scene.Do(A, new DealCommand.Agree(12));
        await scene.Do(B, new DealCommand.Follow("a"));
        return (await scene.Commits()).Rewrite(c => [(c.Stream, c.Content)]);
    }

    static async Task<List<string>> Found(IEnumerable<RecordedCommit> commits, VerificationOptions? options = null, params StreamId[] streams)
    {
        var found = new List<string>();
        var verifier = new HistoryVerifier(new CommitList(commits), [Deal.Type], options);
        await (streams is [] ? verifier.VerifyAll(f => found.Add(Findings.Line(f))) : verifier.VerifyStreams(streams, f => found.Add(Findings.Line(f))));
        return found;
    }

    static JsonBytes Amount(int amount) => JsonBytes.From($$$"""[{"name":"deal.agreed","schema":1,"data":{"amount":{{{amount}}}}}]""");

    static JsonBytes Forged(JsonBytes json, string from, string to) => ForgedHistoryTests.Replaced(json, from, to);

    sealed class Scene : IAsyncDisposable
    {
        readonly MemoryEventStore _store = new();
        readonly Town _town;

        public Scene() => _town = new(_store, [Deal.Type]);

        public TimeSpan Pace
        {
            init => _town.Pace = value;
        }

        public Task Do(StreamId stream, DealCommand command) => _town.Do(Deal.Type, stream, command, "clerk");

        public async Task<List<RecordedCommit>> Commits() => await _store.ReadAll().ToListAsync();

        public ValueTask DisposeAsync() => _town.DisposeAsync();
    }
}
