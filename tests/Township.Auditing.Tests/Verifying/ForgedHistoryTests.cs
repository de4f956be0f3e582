namespace Township.Auditing.Tests;

/// <summary>Somebody rewrote the history with all its hashes. What it says must still make sense; and a checkpoint tells.</summary>
public sealed class ForgedHistoryTests
{
    [Fact]
    public async Task Without_a_checkpoint_a_consistent_forgery_passes_and_with_one_it_does_not()
    {
        var commits = await AccountHistory.Commits();
        var forged = commits.Forge(4, c => c with { CausationId = "x" });
        (await Findings.Of(forged)).Should().BeEmpty();
        (await Findings.Of(forged, Checkpoint(commits[5]))).Should().Equal("checkpoint b v3 @6");
        (await Findings.Of(forged, Checkpoint(commits[2]))).Should().BeEmpty("it was noted before the forged commit");
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_by_a_checkpoint_only()
    {
        var commits = await AccountHistory.Commits();
        (await Findings.Of(commits.Take(4))).Should().BeEmpty();
        (await Findings.Of(commits.Take(4), Checkpoint(commits[5]))).Should().Equal("checkpoint @4");
        (await Findings.Of(commits, Checkpoint(commits[3]))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_below_the_end_that_the_store_claims_is_found()
    {
        var commits = await AccountHistory.Commits();
        var reader = new CommitList(commits.Take(4), [.. commits.TakeLast(2).Select(c => c.StreamHead)]);
        (await Findings.Of(reader)).Should().BeEquivalentTo("stream-head a v2", "stream-head b v2");
    }

    [Fact]
    public async Task Decisions_do_not_run_back_in_time()
    {
        var commits = (await AccountHistory.Commits()).Forge(5, c => c with { DecidedAtMicros = Micros.Of(Town.Start) });
        (await Findings.Of(commits)).Should().Equal("decided-at a v3 @5");
    }

    [Fact]
    public async Task A_command_is_carried_out_once()
    {
        var commits = await AccountHistory.Commits();
        (await Findings.Of(commits.Forge(5, c => c with { CommandId = commits[1].Content.CommandId }))).Should().Equal("command-twice a v3 @5");
    }

    [Fact]
    public async Task The_same_command_id_in_two_streams_is_no_fault()
    {
        var commits = await AccountHistory.Commits();
        (await Findings.Of(commits.Forge(6, c => c with { CommandId = commits[1].Content.CommandId }))).Should().BeEmpty();
    }

    [Fact]
    public async Task Parts_that_cannot_be_read_are_named()
    {
        var commits = (await AccountHistory.Commits()).Forge(4, c => c with { Actor = JsonBytes.From("{\"subject\":1}"), Facts = JsonBytes.From("{}"), CommandData = JsonBytes.From("") });
        (await Findings.Of(commits)).Should().Equal("part-unreadable b v2 @4", "part-unreadable b v2 @4", "part-unreadable b v2 @4");
    }

    [Fact]
    public async Task A_moment_that_is_none_is_named()
    {
        var commits = (await AccountHistory.Commits()).Forge(6, c => c with { DecidedAtMicros = long.MaxValue });
        (await Findings.Of(commits)).Should().Equal("part-unreadable b v3 @6");
    }

    [Theory]
    [InlineData("account.deposited", "account.lost", "unknown-event b v2 @4")]
    [InlineData("\"schema\":1", "\"schema\":9", "unknown-event b v2 @4")]
    [InlineData("\"amount\":10", "\"sum\":10", "cannot-fold b v2 @4")]
    [InlineData("account.deposited\",\"schema\":1,\"data\":{\"amount\":10}", "account.opened\",\"schema\":1,\"data\":{\"owner\":\"x\"}", "cannot-fold b v2 @4")]
    public async Task Events_that_this_program_cannot_fold_are_named_once(string from, string to, string found)
    {
        var commits = (await AccountHistory.Commits()).Forge(4, c => c with { Events = Replaced(c.Events, from, to) });
        (await Findings.Of(commits)).Should().Equal(found);
    }

    [Fact]
    public async Task Streams_of_an_unknown_category_are_named_once()
    {
        var commits = (await AccountHistory.Commits()).Rewrite(c => [(c.Stream == AccountHistory.B ? new("ledger", "huimin", "b") : c.Stream, c.Content)]);
        (await Findings.Of(commits)).Should().Equal("unknown-category b v1 @3");
    }

    [Fact]
    public async Task What_this_program_does_not_know_is_no_fault_and_its_chain_is_checked_to_the_end()
    {
        var commits = (await AccountHistory.Commits()).Rewrite(c => [(c.Stream == AccountHistory.B ? new("ledger", "huimin", "b") : c.Stream, c.Content)]);
        var totals = await new HistoryVerifier(new CommitList(commits), AccountHistory.Types).VerifyAll(_ => { });
        (totals.Faults, totals.NotKnown).Should().Be((0, 1));
        var last = commits.Last(c => c.Stream.Category == "ledger").Position;
        (await Findings.Of(commits.Select(c => c.Position == last ? c with { Content = c.Content with { DecidedAtMicros = c.Content.DecidedAtMicros + 1 } } : c))).Should().Equal("unknown-category b v1 @3", $"commit-hash b v{commits[(int)last - 1].FirstVersion} @{last}");
    }

    [Fact]
    public async Task Streams_of_journaled_grains_are_checked_and_counted_but_not_folded()
    {
        var commits = (await AccountHistory.Commits()).Rewrite(c => [c.Stream == AccountHistory.B
            ? (new("ledger", "huimin", "b"), c.Content with { CommandName = JournaledCommit.CommandName })
            : (c.Stream, c.Content)]);
        var journaled = commits.Count(c => c.Stream.Category == "ledger");
        (await Findings.Of(commits, new() { Redecide = true })).Should().BeEmpty();
        (await new HistoryVerifier(new CommitList(commits), AccountHistory.Types).VerifyAll(_ => { })).Journaled.Should().Be(journaled).And.BePositive();

        var changed = commits.Select(c => c.Position == 3 ? c with { Content = c.Content with { Events = JsonBytes.From(c.Content.Events.ToString().Replace("李四", "李五", StringComparison.Ordinal)) } } : c);
        (await Findings.Of(changed)).Should().Equal("commit-hash b v1 @3");
        var undecided = commits.Forge(4, c => c with { CommandName = "account.match" });
        (await Findings.Of(undecided)).Should().Equal("unknown-category b v2 @4");
    }

    [Fact]
    public async Task States_that_were_forgotten_are_folded_again()
    {
        var commits = await AccountHistory.Commits();
        (await Findings.Of(commits, new() { CachedStates = 1, Redecide = true })).Should().BeEmpty();
    }

    [Fact]
    public async Task Totals_and_progress_tell_what_was_checked()
    {
        var commits = await AccountHistory.Commits();
        var progress = new Recorded();
        var totals = await new HistoryVerifier(new CommitList(commits), AccountHistory.Types).VerifyAll(_ => { }, progress);
        totals.Should().Be(new VerificationTotals(Commits: 6, Events: 7, Streams: 2, Faults: 0, Upcast: 0, new Checkpoint(AccountHistory.Id, commits[5].LogHead)));
        progress.Values.Should().Equal(Enumerable.Range(1, 6).Select(i => new AuditProgress(i, 6)));
    }

    sealed class Recorded : IProgress<AuditProgress>
    {
        public List<AuditProgress> Values { get; } = [];

        public void Report(AuditProgress value) => Values.Add(value);
    }

    [Fact]
    public async Task A_point_noted_from_another_history_is_told_as_such_even_where_the_hashes_are_the_same()
    {
        var (commits, other, faults) = (await AccountHistory.Commits(), HistoryId.New(), new List<Fault>());
        await new HistoryVerifier(new CommitList(commits), AccountHistory.Types, new() { Checkpoint = new(other, commits[5].LogHead) }).VerifyAll(faults.Add);
        faults.Should().Equal(new Fault("history", default, $"{other}", $"{AccountHistory.Id}",
            $"核对点不是从这个数据库抄录的：核对点的历史标识为 {other}，本数据库的历史标识为 {AccountHistory.Id}。", $"This is another history than the checkpoint was noted from: expected {other}, found {AccountHistory.Id}."));
    }

    static VerificationOptions Checkpoint(RecordedCommit commit) => new() { Checkpoint = new(AccountHistory.Id, commit.LogHead) };

    internal static JsonBytes Replaced(JsonBytes json, string from, string to)
    {
        json.ToString().Should().Contain(from);
        return JsonBytes.From(json.ToString().Replace(from, to, StringComparison.Ordinal));
    }
}
