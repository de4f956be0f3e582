namespace Township.Auditing.Tests;

/// <summary>Forged histories whose hashes are right, judged by the rules: what was stored must be what the rules decide.</summary>
public sealed class ReplayTests
{
    static readonly VerificationOptions Replay = new() { Redecide = true };

    [Fact]
    public async Task An_honest_history_is_decided_again_to_the_same_bytes() =>
        (await Findings.Of(await AccountHistory.Commits(), Replay)).Should().BeEmpty();

    [Fact]
    public async Task An_event_that_the_rules_do_not_lead_to_is_named_with_both_versions()
    {
        var commits = (await AccountHistory.Commits()).Forge(6, c => c with { Events = JsonBytes.From("""[{"name":"account.deposited","schema":1,"data":{"amount":500}}]""") });
        var faults = new List<Fault>();
        await new HistoryVerifier(new CommitList(commits), AccountHistory.Types, Replay).VerifyAll(faults.Add);
        faults.Should().ContainSingle().Which.Should().Be(new Fault("decision-differs", new(AccountHistory.B, 3, 6),
            """account.deposited (1) {"amount":5}""", """account.deposited (1) {"amount":500}""",
            """按规则得出的结果与记录不同。应为：account.deposited (1) {"amount":5}；实为：account.deposited (1) {"amount":500}。""",
            """The rules lead to other events than those stored. Expected: account.deposited (1) {"amount":5}. Found: account.deposited (1) {"amount":500}."""));
        (await Findings.Of(commits)).Should().BeEmpty("verify alone believes hashes");
    }

    [Fact]
    public async Task Another_spelling_of_the_same_event_is_not_what_the_rules_lead_to()
    {
        var commits = (await AccountHistory.Commits()).Forge(2, c => c with { Events = JsonBytes.From("""[{"name":"account.deposited","schema":1,"data":{"amount":10.0}}]""") });
        (await Findings.Of(commits, Replay)).Should().Equal("decision-differs a v2 @2", "fact-differs b v2 @4");
    }

    [Fact]
    public async Task A_missing_and_a_surplus_event_are_named_by_their_versions()
    {
        var commits = await AccountHistory.Commits();
        var withdrawn = """{"name":"account.withdrawn","schema":1,"data":{"amount":10}}""";
        (await Findings.Of(commits.Forge(5, c => c with { Events = JsonBytes.From($"[{withdrawn}]"), EventCount = 1 }), Replay)).Should().Equal("decision-differs a v4 @5");
        var attached = """{"name":"account.attached","schema":1,"data":{"document":"x"}}""";
        var events = commits[1].Content.Events.ToString().TrimEnd(']') + "," + attached + "]";
        (await Findings.Of(commits.Forge(2, c => c with { Events = JsonBytes.From(events), EventCount = 2 }), Replay)).Should().Equal("decision-differs a v3 @2", "fact-version b v2 @4");
    }

    [Fact]
    public async Task A_command_that_the_rules_refuse_is_named_with_the_refusal()
    {
        var commits = (await AccountHistory.Commits()).Forge(5, c => c with { Actor = ForgedHistoryTests.Replaced(c.Actor, "clerk", "guest") });
        var faults = new List<Fault>();
        await new HistoryVerifier(new CommitList(commits), AccountHistory.Types, Replay).VerifyAll(faults.Add);
        var fault = faults.Should().ContainSingle().Subject;
        (Findings.Line(fault), fault.Expected).Should().Be(("decision-refused a v3 @5", "account.not-entitled"));
        fault.Chinese.Should().StartWith("按规则该事项应不予办理（account.not-entitled：无权操作。）");
        fault.English.Should().StartWith("By the rules the command is refused (account.not-entitled: Not entitled)");
    }

    [Theory]
    [InlineData("account.settle", "unknown-command a v2 @2")]
    [InlineData("account.open", "command-data a v2 @2")]
    public async Task Commands_that_this_program_cannot_read_are_named(string name, string found)
    {
        var commits = (await AccountHistory.Commits()).Forge(2, c => c with { CommandName = name });
        (await Findings.Of(commits, Replay)).Should().Equal(found);
    }

    [Fact]
    public async Task Rules_that_this_program_does_not_know_are_named()
    {
        foreach (var rules in (int[])[0, 2])
        {
            var commits = (await AccountHistory.Commits()).Forge(2, c => c with { Rules = c.Rules with { Rules = rules } });
            (await Findings.Of(commits, Replay)).Should().Equal("unknown-rules a v2 @2");
        }
    }

    [Fact]
    public async Task Another_policy_than_the_decision_rests_on_is_named()
    {
        var commits = (await AccountHistory.Commits()).Forge(4, c => c with { Rules = c.Rules with { Policy = "matching/2" } });
        (await Findings.Of(commits, Replay)).Should().Equal("policy-version b v2 @4");
    }

    [Fact]
    public async Task Replay_finds_what_verify_finds()
    {
        var commits = await AccountHistory.Commits();
        commits[3] = commits[3] with { Hash = CommitHash.Zero };
        (await Findings.Of(commits, Replay)).Should().Equal("commit-hash b v2 @4");
    }

    [Fact]
    public async Task Events_of_an_older_schema_are_compared_after_upcasting()
    {
        var store = new MemoryEventStore();
        await using (var town = new Town(store, [Note.Type])) await town.Do(Note.Type, Note.Stream, new NoteCommand.Write("甲", 1), "clerk");
        var commits = (await store.ReadAll().ToListAsync()).Forge(1, c => c with { Events = JsonBytes.From("""[{"name":"note.written","schema":1,"data":{"text":"甲"}}]""") });
        (await Verified(commits)).Should().Be((0L, 1L));
        (await Verified(commits.Forge(1, c => c with { Events = JsonBytes.From("""[{"name":"note.written","schema":1,"data":{"text":"乙"}}]""") }))).Should().Be((1L, 1L));

        static async Task<(long, long)> Verified(IEnumerable<RecordedCommit> commits)
        {
            var totals = await new HistoryVerifier(new CommitList(commits), [Note.Type], Replay).VerifyAll(_ => { });
            return (totals.Faults, totals.Upcast);
        }
    }
}
