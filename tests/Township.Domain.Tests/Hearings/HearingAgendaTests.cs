using Township.IssueReports;
using Township.Townships;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;
using static Township.Hearings.HearingScenes;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>H2, H3: topic, issues, arrangement and work plan; what the public is told makes a new revision when it changes.</summary>
public sealed class HearingAgendaTests
{
    static HearingRevision Since(int number, DateTimeOffset since) => new(number, since);

    [Fact]
    public void H2_The_office_begins_a_hearing_under_the_policy_in_force()
    {
        var songfan = Reported().By(Office);
        songfan.Hearing(new Prepare("农田水利")).Then(new Prepared("农田水利", HearingPolicy.Default, "c-010"))
            .Hearing(new Prepare("农田水利")).ThenNothing()
            .Hearing(new Prepare("道路")).ThenRefused(HearingRefusals.AlreadyPrepared);
        foreach (var other in (Actor[])[Leader, Instructor, Citizen("p-001"), Stranger, Songfan.System])
            Reported().By(other).Hearing(new Prepare("农田水利")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
        foreach (var id in (string[])["2026.01", new string('x', 58)]) songfan.By(Office).Hearing(new Prepare("农田水利"), id).ThenRefused(KernelRefusals.UnknownKey, "songfan/" + id);
    }

    [Fact]
    public void H2_A_township_that_was_not_founded_has_no_hearings() =>
        new World("qingshan") { Actor = new("c-1", "qingshan", [Roles.Office]) }
            .Do(Hearing.Type, "2026-01", new Prepare("农田水利")).Refusal.Should().Be(TownshipRefusals.NotFounded.With("qingshan"));

    [Fact]
    public void H2_Several_reports_become_one_issue_and_no_report_is_in_two()
    {
        var songfan = Reported().By(Office).Do(new Prepare("农田水利"));
        songfan.Hearing(new AddIssue("水渠清淤", ["r-1", "r-2", "r-1"])).Then(new IssueAdded(1, "水渠清淤", ["r-1", "r-2"], null));
        songfan.Hearing(new AddIssue("机耕路", ["r-3", "r-2"])).ThenRefused(HearingRefusals.ReportListed, "r-2", 1);
        songfan.Hearing(new AddIssue("机耕路", ["r-9"])).ThenRefused(HearingRefusals.ReportNotOpen, "r-9");
        songfan.Hearing(new AddIssue("机耕路", [])).Then(new IssueAdded(2, "机耕路", [], null));
        songfan.Hearing(new AssignReports(2, ["r-3"])).Then(new ReportsAssigned(2, ["r-3"])).Hearing(new AssignReports(2, ["r-3"])).ThenNothing();
        songfan.Hearing(new AssignReports(3, ["r-3"])).ThenRefused(HearingRefusals.NoSuchIssue, 3);
        songfan.Hearing(new RemoveReport(1, "r-3", "不相干")).ThenRefused(HearingRefusals.ReportNotListed, 1, "r-3");
        songfan.Hearing(new RemoveReport(2, "r-3", "不相干")).Then(new ReportRemoved(2, "r-3", "不相干"));
    }

    [Fact]
    public void H2_A_report_that_is_answered_or_in_another_hearing_goes_into_no_issue()
    {
        var songfan = Prepared().Has(new IssueReportCommand.FileIssue(ReporterKind.Citizen, null, IssueCategory.Roads, "路灯", "p-050", null), "r-4")
            .Has(new IssueReportCommand.Answer("已修"), "r-4");
        songfan.Hearing(new AddIssue("路灯", ["r-4"])).ThenRefused(HearingRefusals.ReportNotOpen, "r-4");
        songfan.Hearing(new Prepare("道路"), "2026-02").ThenAccepted().Hearing(new AddIssue("水渠", ["r-1"]), "2026-02").ThenRefused(HearingRefusals.ReportNotOpen, "r-1");
    }

    [Fact]
    public void H3_Time_place_and_participants_are_fixed_once_and_changed_with_a_reason()
    {
        var songfan = Prepared();
        songfan.Hearing(new Arrange(ArrangedAt, "礼堂", ["村民代表"], null)).ThenRefused(HearingRefusals.TimePast, "2026-03-01 09:00");
        songfan.Hearing(new Arrange(OpensAt, "礼堂", ["村民代表"], null)).Then(new HearingEvent.Arranged(OpensAt, "礼堂", ["村民代表"], null, Since(1, ArrangedAt)))
            .Hearing(new Arrange(OpensAt, "礼堂", ["村民代表"], null)).ThenNothing()
            .Hearing(new Arrange(OpensAt, "二楼", ["村民代表"], null)).ThenRefused(HearingRefusals.NeedsReason);
        songfan.At("2026-03-02 09:00").Hearing(new Arrange(OpensAt, "礼堂", ["村民代表", "企业主"], "扩大范围"))
            .Then(new HearingEvent.Arranged(OpensAt, "礼堂", ["村民代表", "企业主"], "扩大范围", Since(1, ArrangedAt)));
        songfan.Hearing(new Arrange(OpensAt, "二楼", ["村民代表"], "停电")).Then(new HearingEvent.Arranged(OpensAt, "二楼", ["村民代表"], "停电", Since(2, Time("2026-03-02 09:00"))));
    }

    [Fact]
    public void H3_Topic_issues_time_and_place_make_a_new_revision_and_take_the_notices_with_them()
    {
        HearingCommand[] changes =
        [
            new ReviseTopic("水利与道路", "合并"), new AddIssue("路灯", []), new DropIssue(2, "已解决"),
            new Arrange(OpensAt.AddHours(1), "乡政府礼堂", ["各村村民代表"], "冲突"), new Arrange(OpensAt, "宋畈村", ["各村村民代表"], "停电"),
        ];
        foreach (var change in changes)
        {
            var before = Noticed().HearingView();
            before.Notices.Should().HaveCount(2);
            var view = Noticed().Do(change).HearingView();
            (view.Revision, view.Notices.Count, view.NoticePeriod).Should().Be((2, 0, null), change.GetType().Name);
        }

        Noticed().Do(new PlanWork([new("布置会场", "c-010", new(2026, 3, 9))]), new RemoveReport(1, "r-2", "不相干")).HearingView().NoticePeriod.Should().Be(Noticed().HearingView().NoticePeriod);
    }

    [Fact]
    public void H2_A_dropped_issue_keeps_its_number_and_names_the_reports_that_are_free_again()
    {
        var songfan = Arranged();
        songfan.Hearing(new DropIssue(1, "已解决")).Then(new IssueDropped(1, ["r-1", "r-2"], "已解决", Since(2, ArrangedAt))).Hearing(new DropIssue(1, "已解决")).ThenNothing();
        songfan.Hearing(new DropIssue(3, "已解决")).ThenRefused(HearingRefusals.NoSuchIssue, 3);
        songfan.Do(new AddIssue("路灯", []));
        songfan.HearingView().Issues.Select(i => (i.Number, i.Dropped)).Should().Equal((1, true), (2, false), (3, false));
    }

    [Fact]
    public void H3_The_work_plan_has_tasks_with_cadres_and_days()
    {
        var (songfan, task) = (Prepared(), new WorkTask("布置会场", "c-017", new(2026, 3, 9)));
        var planned = new DueTask("布置会场", "c-017", new(new(2026, 3, 9), "cn-2026.1", false));
        songfan.Hearing(new PlanWork([task, task with { CadreId = "c-999" }])).ThenRefused(CommonRefusals.Unknown, "c-999");
        songfan.Hearing(new PlanWork([task])).Then(new WorkPlanned([planned])).Hearing(new PlanWork([task])).Then(new WorkPlanned([planned]));
        songfan.By(Citizen("p-001")).Hearing(new CompleteTask(1)).ThenRefused(CommonRefusals.NotEntitled, "office, leader, cadre");
        songfan.By(Person("c-005", Roles.Cadre)).Hearing(new CompleteTask(1)).ThenRefused(HearingRefusals.NotYours, "c-017");
        songfan.By(Instructor).Hearing(new CompleteTask(2)).ThenRefused(HearingRefusals.NoSuchTask, 2).Hearing(new CompleteTask(1)).Then(new TaskCompleted(1, "c-017", new(2026, 3, 1)));
        songfan.Hearing(new CompleteTask(1)).ThenNothing();
        songfan.By(Office).Do(new PlanWork([task with { Task = "打印材料" }])).HearingView().WorkPlan.Select(t => (t.Task.Task, t.CompletedOn)).Should().Equal(("布置会场", new DateOnly(2026, 3, 1)), ("打印材料", null));
    }

    [Theory]
    [InlineData("2026-02-15", "2026-02-24")] // Spring Festival
    [InlineData("2026-02-28", "2026-02-28")] // a Saturday that is worked
    [InlineData("2026-03-08", "2026-03-09")]
    public void H3_A_task_that_is_due_on_a_day_off_is_due_on_the_next_workday(string set, string due) =>
        Prepared().Hearing(new PlanWork([new("布置会场", "c-017", Day(set))])).Then(new WorkPlanned([new("布置会场", "c-017", new(Day(due), "cn-2026.1", false))]));

    [Fact]
    public void A_hearing_is_cancelled_before_it_sits_by_a_leader_and_takes_nothing_more()
    {
        var songfan = Noticed().At("2026-03-03 09:00");
        songfan.Hearing(new Cancel("已解决")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        songfan.By(Leader).Hearing(new Cancel("已解决")).Then(new Cancelled("已解决", "c-003", new(2026, 3, 3))).Hearing(new Cancel("已解决")).ThenNothing();
        songfan.By(Office).Hearing(new AddIssue("路灯", [])).ThenRefused(HearingRefusals.Cancelled);
        Opened().By(Leader).Hearing(new Cancel("已解决")).ThenRefused(HearingRefusals.AlreadyOpened);
    }
}
