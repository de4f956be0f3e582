using Township.LivelihoodIssues;
using static Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township;

/// <summary>实事好事: livelihood issues.</summary>
public sealed class LivelihoodRowTests
{
    const string Key = "livelihood_issues township=huimin issue=l-1", Terms = "title=路灯 village=v-01 recorded_by=c-001 raised_on=2026-03-02";

    static readonly PersonalText Personal = PersonalText.Sealed("p-1", 1, "AAAA");
    static readonly Raised Begin = new("路灯", Personal, Personal, "v-01", "c-001", new(2026, 3, 2));
    static readonly Accepted Work = new("…", "c-002", new(new(2026, 4, 8), "cn-2026.1", false), "c-001", new(2026, 3, 3));
    static readonly BecameOverdue Overdue = new(new(2026, 4, 8), new(2026, 4, 9));
    static readonly ProgressReported Progress = new("…", "c-002", new(2026, 4, 9));
    static readonly Finished Done = new("…", "c-002", new(2026, 4, 10));

    [Fact]
    public void It_is_raised_and_nobody_is_named() => Rows(Begin).Should().Be($"{Key} status=Raised {Terms} progress_reports=0 reopenings=0");

    [Fact]
    public void It_is_accepted_becomes_overdue_and_gets_another_owner_and_deadline()
    {
        Rows(Begin, Work, Progress, Overdue).Should().Be(
            $"{Key} status=Accepted {Terms} owner=c-002 due_on=2026-04-08 overdue_on=2026-04-09 progress_reports=1 last_progress_on=2026-04-09 reopenings=0");
        Rows(Begin, Work, Overdue, Work with { OwnerId = "c-003", Due = null }).Should().Be($"{Key} status=Accepted {Terms} owner=c-003 progress_reports=0 reopenings=0");
    }

    [Fact]
    public void It_is_declined() => Rows(Begin, new Declined("…", "c-001", new(2026, 3, 4))).Should().Be($"{Key} status=Declined {Terms} progress_reports=0 closed_on=2026-03-04 reopenings=0");

    [Fact]
    public void It_is_done_confirmed_and_reopened()
    {
        Rows(Begin, Work, Done).Should().Be($"{Key} status=Done {Terms} owner=c-002 due_on=2026-04-08 progress_reports=0 done_on=2026-04-10 reopenings=0");
        Rows(Begin, Work, Done, new Confirmed(Personal, "p-1", new(2026, 4, 12))).Should().Be(
            $"{Key} status=Confirmed {Terms} owner=c-002 due_on=2026-04-08 progress_reports=0 done_on=2026-04-10 closed_on=2026-04-12 reopenings=0");
        Rows(Begin, Work, Progress, Done, new Reopened(Personal, "p-1", new(2026, 4, 12))).Should().Be(
            $"{Key} status=Raised {Terms} progress_reports=1 last_progress_on=2026-04-09 reopenings=1");
    }

    static string Rows(params LivelihoodIssueEvent[] events) =>
        RowFold.Of(
            typeof(LivelihoodIssue), LivelihoodIssue.Type.Events, "livelihood/huimin/l-1", events).Should().ContainSingle().Subject;
}
