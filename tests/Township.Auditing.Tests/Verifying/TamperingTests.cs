namespace Township.Auditing.Tests;

/// <summary>Somebody changed stored rows. Each change is found where it is, and only there.</summary>
public sealed class TamperingTests
{
    static readonly CommitHash Other = new(Enumerable.Repeat((byte)7, CommitHash.Length).ToArray());

    static readonly Dictionary<string, (Func<RecordedCommit, RecordedCommit> Change, string[] Found)> Changes = new()
    {
        ["command id"] = (Content(c => c with { CommandId = Guid.Empty }), ["commit-hash b v2 @4"]),
        ["command name"] = (Content(c => c with { CommandName = "account.deposit" }), ["commit-hash b v2 @4"]),
        ["command schema"] = (Content(c => c with { CommandSchema = 2 }), ["commit-hash b v2 @4"]),
        ["command data"] = (Content(c => c with { CommandData = JsonBytes.From("{}") }), ["commit-hash b v2 @4"]),
        ["actor"] = (Content(c => c with { Actor = ForgedHistoryTests.Replaced(c.Actor, "c-001", "c-002") }), ["commit-hash b v2 @4"]),
        ["correlation id"] = (Content(c => c with { CorrelationId = "" }), ["commit-hash b v2 @4"]),
        ["causation id"] = (Content(c => c with { CausationId = "x" }), ["commit-hash b v2 @4"]),
        ["decided at"] = (Content(c => c with { DecidedAtMicros = c.DecidedAtMicros + 1 }), ["commit-hash b v2 @4"]),
        ["rules version"] = (Content(c => c with { Rules = c.Rules with { Rules = 2 } }), ["commit-hash b v2 @4"]),
        ["policy version"] = (Content(c => c with { Rules = c.Rules with { Policy = "matching/2" } }), ["commit-hash b v2 @4"]),
        ["calendar version"] = (Content(c => c with { Rules = c.Rules with { Calendar = "" } }), ["commit-hash b v2 @4"]),
        ["code version"] = (Content(c => c with { Rules = c.Rules with { Code = "2.0" } }), ["commit-hash b v2 @4"]),
        ["facts"] = (Content(c => c with { Facts = ForgedHistoryTests.Replaced(c.Facts, "10", "11") }), ["commit-hash b v2 @4"]),
        ["events"] = (Content(c => c with { Events = ForgedHistoryTests.Replaced(c.Events, "10", "11") }), ["commit-hash b v2 @4"]),
        ["white space in the events"] = (Content(c => c with { Events = ForgedHistoryTests.Replaced(c.Events, ":10", ": 10") }), ["commit-hash b v2 @4"]),
        ["events that are no JSON"] = (Content(c => c with { Events = JsonBytes.From("[") }), ["part-unreadable b v2 @4", "commit-hash b v2 @4"]),
        ["event count"] = (Content(c => c with { EventCount = 2 }), ["event-count b v2 @4", "commit-hash b v2 @4"]),
        ["hash"] = (c => c with { Hash = Other }, ["commit-hash b v2 @4"]),
        ["log hash"] = (c => c with { LogHash = Other }, ["log-hash b v2 @4"]),
        ["version"] = (c => c with { FirstVersion = 7 }, ["version b v7 @4"]),
        ["stream"] = (c => c with { Stream = AccountHistory.A }, ["version a v2 @4", "version b v3 @6"]),
        ["position"] = (c => c with { Position = 9 }, ["position @4", "version b v3 @6", "position @7"]),
    };

    public static TheoryData<string> Columns => [.. Changes.Keys];

    [Theory, MemberData(nameof(Columns))]
    public async Task A_changed_column_is_found_at_its_commit_and_nowhere_else(string column)
    {
        var commits = await AccountHistory.Commits();
        commits[3] = Changes[column].Change(commits[3]);
        (await Findings.Of(commits)).Should().Equal(Changes[column].Found);
    }

    [Fact]
    public async Task An_untouched_history_has_no_faults() => (await Findings.Of(await AccountHistory.Commits())).Should().BeEmpty();

    [Fact]
    public async Task A_deleted_row_leaves_a_gap_in_the_order_and_in_its_stream()
    {
        var commits = await AccountHistory.Commits();
        commits.RemoveAt(3);
        (await Findings.Of(commits)).Should().Equal("position @4", "version b v3 @6");
    }

    [Fact]
    public async Task A_row_deleted_at_the_end_of_its_stream_contradicts_the_list_of_streams()
    {
        var commits = await AccountHistory.Commits();
        var heads = await new CommitList(commits).ListStreams().ToListAsync();
        commits.RemoveAt(4);
        (await Findings.Of(new CommitList(commits, heads))).Should().Equal("position @5", "stream-head a v2");
    }

    [Fact]
    public async Task Swapped_rows_of_two_streams_are_found_in_the_global_order()
    {
        var commits = await AccountHistory.Commits();
        (commits[1], commits[2]) = (commits[2] with { Position = 2 }, commits[1] with { Position = 3 });
        (await Findings.Of(commits)).Should().Equal("log-hash b v1 @2", "log-hash a v2 @3");
    }

    [Fact]
    public async Task Swapped_rows_of_one_stream_are_found_at_both_places()
    {
        var commits = await AccountHistory.Commits();
        (commits[1], commits[4]) = (commits[4] with { Position = 2 }, commits[1] with { Position = 5 });
        (await Findings.Of(commits)).Should().Equal("version a v3 @2", "log-hash a v3 @2", "log-hash a v2 @5");
    }

    [Fact]
    public async Task Two_changes_are_two_findings()
    {
        var commits = await AccountHistory.Commits();
        foreach (var i in (int[])[0, 3]) commits[i] = Content(c => c with { CausationId = "x" })(commits[i]);
        (await Findings.Of(commits)).Should().Equal("commit-hash a v1 @1", "commit-hash b v2 @4");
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_named_and_the_rest_is_verified()
    {
        var commits = await AccountHistory.Commits();
        commits[5] = Content(c => c with { CausationId = "x" })(commits[5]);
        (await Findings.Of(new CommitList(commits, null, 2))).Should().Equal("row-unreadable @2", "version a v3 @5", "commit-hash b v3 @6");
    }

    [Fact]
    public async Task A_fault_says_what_was_expected_and_what_was_found_in_both_languages()
    {
        var commits = await AccountHistory.Commits();
        var right = commits[3].Hash;
        commits[3] = commits[3] with { Hash = Other };
        var faults = new List<Fault>();
        await new HistoryVerifier(new CommitList(commits), AccountHistory.Types).VerifyAll(faults.Add);
        faults.Should().Equal(new Fault("commit-hash", new(AccountHistory.B, 2, 4), right.ToString(), Other.ToString(),
            $"内容与其哈希不符，记录已被改动：应为 {right}，实为 {Other}。",
            $"The commit does not match its hash, so it was changed: expected {right}, found {Other}."));
    }

    [Fact]
    public async Task Single_streams_are_verified_without_the_others()
    {
        var commits = await AccountHistory.Commits();
        commits[3] = Content(c => c with { CausationId = "x" })(commits[3]);
        (await Findings.Of(new CommitList(commits), null, AccountHistory.A)).Should().BeEmpty();
        (await Findings.Of(new CommitList(commits), null, AccountHistory.A, AccountHistory.B)).Should().Equal("commit-hash b v2 @4");
    }

    static Func<RecordedCommit, RecordedCommit> Content(Func<CommitContent, CommitContent> change) => commit =>
        // Not "with": a copy would keep what was already read of the old content.
        new(commit.Position, commit.Stream, commit.FirstVersion, change(commit.Content), commit.Hash, commit.LogHash);
}
