using System.Globalization;
using Township.Disclosures;
using Township.Promises;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;
using static Township.Hearings.HearingScenes;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>H7, H8: measures, promises, referrals; feedback through three channels; closing and reopening.</summary>
public sealed class HearingAccountTests
{
    static readonly DateOnly Due = new(2026, 4, 30);

    static DueDate On(DateOnly day) => new(day, "cn-2026.1", false);

    static Songfan Promised(Songfan songfan) => songfan.Has(new PromiseCommand.Make("c-005", new(2026, 6, 30), "六月清淤", "汛期"), "2026-01.1");

    static EquatableList<HearingPublication> Publications(string id, string day) =>
    [
        new(id, Channel.DisclosureBoard, Time(day + " 09:00"), "照片 12 号"), new(id, Channel.ExplanatoryNotice, Time(day + " 10:00"), "照片 12 号"),
        new(id, Channel.MeetingBriefing, Time(day + " 11:00"), "照片 12 号"),
    ];

    static Songfan Feedback(Songfan songfan, string id, string day, params int[] issues) => songfan.Published(id, DisclosureKind.HearingFeedback, 0, [.. issues],
        (Channel.DisclosureBoard, day + " 09:00"), (Channel.ExplanatoryNotice, day + " 10:00"), (Channel.MeetingBriefing, day + " 11:00"));

    [Fact]
    public void H7_Every_issue_gets_measures_with_owner_and_deadline_and_their_result()
    {
        var songfan = Held();
        songfan.Hearing(new AssignMeasure(1, "清淤", "c-999", Due)).ThenRefused(CommonRefusals.Unknown, "c-999");
        songfan.Hearing(new AssignMeasure(1, "清淤", "c-005", new(2026, 3, 9))).ThenRefused(HearingRefusals.DeadlinePast, "2026-03-09");
        songfan.Hearing(new AssignMeasure(3, "清淤", "c-005", Due)).ThenRefused(HearingRefusals.NoSuchIssue, 3);
        songfan.Hearing(new AssignMeasure(1, "清淤", "c-005", Due)).Then(new MeasureAssigned(1, 1, "清淤", "c-005", On(Due), "c-010"))
            .Hearing(new AssignMeasure(1, "巡查", "c-005", Due)).Then(new MeasureAssigned(1, 2, "巡查", "c-005", On(Due), "c-010"));
        songfan.By(Person("c-017", Roles.Cadre)).Hearing(new CompleteMeasure(1, 1, "完成")).ThenRefused(HearingRefusals.NotYours, "c-005");
        songfan.By(Person("c-005", Roles.Cadre)).Hearing(new CompleteMeasure(1, 3, "完成")).ThenRefused(HearingRefusals.NoSuchMeasure, 1, 3)
            .At("2026-04-30 20:00").Hearing(new CompleteMeasure(1, 1, "完成")).Then(new MeasureCompleted(1, 1, "完成", "c-005", Due, false))
            .Hearing(new CompleteMeasure(1, 1, "完成")).ThenRefused(HearingRefusals.MeasureDone, 1, 1)
            .At("2026-05-01 00:00").Hearing(new CompleteMeasure(1, 2, "完成")).Then(new MeasureCompleted(1, 2, "完成", "c-005", new(2026, 5, 1), true));
    }

    [Theory]
    [InlineData("2026-10-03", "2026-10-08", "2026-10-08T16:00:00Z")] // National Day
    [InlineData("2026-05-02", "2026-05-06", "2026-05-06T16:00:00Z")] // Labour Day
    [InlineData("2026-09-20", "2026-09-20", "2026-09-20T16:00:00Z")] // a Sunday that is worked
    public void H7_A_measure_that_is_due_on_a_day_off_is_due_on_the_next_workday_as_a_promise_is(string set, string due, string over)
    {
        var (songfan, on, overdue) = (Held(), On(Day(due)), DateTimeOffset.Parse(over, CultureInfo.InvariantCulture));
        var assigned = new MeasureAssigned(1, 1, "清淤", "c-005", on, "c-010");
        songfan.Hearing(new AssignMeasure(1, "清淤", "c-005", Day(set))).Then(assigned);
        Hearing.Deadlines(assigned, new(StreamId.Parse("hearing/songfan/2026-01"), overdue)).Should().Equal(DeadlineChange.Set("measure.1.1", overdue));
        songfan.HearingView().Issue(1)!.Measures.Should().Equal(new IssueMeasure(1, "c-005", on, 1, false, null));
        songfan.Has(new PromiseCommand.Make("c-005", Day(set), "清淤", "汛期"), "2026-01.1").PromiseView("2026-01.1").Dues.Select(d => d.Due).Should().Equal(on);
        songfan.By(Songfan.System).At(overdue.AddSeconds(-1)).Hearing(new MarkMeasureOverdue(1, 1)).ThenRefused(HearingRefusals.NotOverdue, due);
        songfan.At(overdue).Hearing(new MarkMeasureOverdue(1, 1)).Then(new MeasureOverdue(1, 1, on.On));
    }

    [Fact]
    public void H7_The_system_marks_a_measure_overdue_once_also_after_the_hearing_was_closed()
    {
        var songfan = Closed().By(Songfan.System).At("2026-04-30 23:59");
        songfan.Hearing(new MarkMeasureOverdue(1, 1)).ThenRefused(HearingRefusals.NotOverdue, "2026-04-30");
        songfan.At("2026-05-01 00:00").Hearing(new MarkMeasureOverdue(1, 1)).Then(new MeasureOverdue(1, 1, Due)).Hearing(new MarkMeasureOverdue(1, 1)).ThenNothing();
        songfan.By(Office).Do(new CompleteMeasure(1, 1, "完成")).By(Songfan.System).Hearing(new MarkMeasureOverdue(1, 1)).ThenRefused(HearingRefusals.MeasureDone, 1, 1);
    }

    [Fact]
    public void H7_A_promise_made_for_the_issue_is_taken_over()
    {
        var songfan = Promised(Held());
        songfan.Hearing(new LinkPromise(2, "2026-01.1")).ThenRefused(HearingRefusals.NotItsPromise, "2026-01.1", 2);
        songfan.Hearing(new LinkPromise(1, "2026-01.2")).ThenRefused(HearingRefusals.NotItsPromise, "2026-01.2", 1);
        songfan.Hearing(new LinkPromise(1, "2026-01.1")).Then(new PromiseLinked(1, "2026-01.1", "c-010")).Hearing(new LinkPromise(1, "2026-01.1")).ThenNothing();
    }

    [Fact]
    public void H8_Feedback_is_taken_over_per_issue_and_channel_with_evidence()
    {
        var songfan = Held().Published("f-1", DisclosureKind.HearingFeedback, 0, [1]);
        songfan.Hearing(new RecordFeedback("n-1")).ThenRefused(HearingRefusals.NotItsFeedback, "n-1");
        songfan.Hearing(new RecordFeedback("f-1")).ThenRefused(HearingRefusals.NotPublished, "f-1");
        Feedback(songfan, "f-2", "2026-03-12", 1, 2).Hearing(new RecordFeedback("f-2")).Then(new FeedbackRecorded("f-2", [1, 2], Publications("f-2", "2026-03-12"))).Hearing(new RecordFeedback("f-2")).ThenNothing();
        songfan.Has(new DisclosureCommand.Withdraw("有误"), "f-2").Hearing(new RecordFeedback("f-2")).Then(new FeedbackRecorded("f-2", [1, 2], []));
    }

    [Fact]
    public void H8_Late_feedback_is_marked_once_with_the_issues_that_lack_it()
    {
        var songfan = Feedback(Held(), "f-1", "2026-03-12", 1).Do(new RecordFeedback("f-1")).By(Songfan.System);
        songfan.At("2026-03-24 23:59").Hearing(new MarkFeedbackOverdue()).ThenRefused(HearingRefusals.NotOverdue, "2026-03-24");
        songfan.At("2026-03-25 00:00").Hearing(new MarkFeedbackOverdue()).Then(new FeedbackOverdue([2], new(2026, 3, 24))).Hearing(new MarkFeedbackOverdue()).ThenNothing();
        songfan.HearingView().FeedbackOverdue.Should().BeTrue();
        Accounted().By(Songfan.System).At("2026-03-25 00:00").Hearing(new MarkFeedbackOverdue()).ThenRefused(HearingRefusals.FeedbackComplete);
    }

    [Fact]
    public void H7_What_a_promise_asks_of_a_hearing_changes_with_its_agenda_and_never_with_its_minutes()
    {
        const string account = "hearing.account", before = """{"heard":false,"issues":[]}""", both = """{"heard":true,"issues":[1,2]}""";
        Reported().HearingFact(account).Should().Be("null");
        Prepared().HearingFact(account).Should().Be(before);
        Opened().HearingFact(account).Should().Be(before);
        Dropped().By(Leader).Do(new OpenSitting(), new Refer(1, "研究"), new EndSitting()).HearingFact(account).Should().Be("""{"heard":true,"issues":[1]}""");
        var songfan = Promised(Held());
        songfan.HearingFact(account).Should().Be(both);
        HearingCommand[] written =
        [
            new CorrectEntry(1, "几时清淤?", "误记"), new AssignMeasure(1, "清淤", "c-005", Due), new CompleteMeasure(1, 1, "完成"), new LinkPromise(1, "2026-01.1"),
        ];
        foreach (var command in written) songfan.Do(command).HearingFact(account).Should().Be(both);
        FedBack(songfan).Do(new Close()).HearingFact(account).Should().Be(both);
        songfan.By(Leader).Do(new Reopen([1], "塌方", "情况变化")).HearingFact(account).Should().Be(both);

        // Only the first issue is heard.
        static Songfan Dropped() => Seated(Prepared().Do(new DropIssue(2, "已解决"), new Arrange(OpensAt, "礼堂", ["村民"], null))
            .Published("n-1", DisclosureKind.HearingNotice, 1, [], (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-02 11:00")).Do(new RecordNotice("n-1")))
            .At(OpensAt).Do(new RecordAttendance(["p-001", "p-002", "c-004"]));
    }

    [Fact]
    public void H8_It_closes_only_when_every_issue_is_accounted_for_and_fed_back()
    {
        FedBack(Held()).Hearing(new Close()).ThenRefused(HearingRefusals.Unaccounted, "1");
        Held().Do(new AssignMeasure(1, "清淤", "c-005", Due)).Hearing(new Close()).ThenRefused(HearingRefusals.NotFedBack, "1, 2");
        var songfan = Accounted();
        songfan.By(Leader).Hearing(new Close()).ThenRefused(CommonRefusals.NotEntitled, Roles.Office).By(Office);
        songfan.Hearing(new Close()).Then(new HearingEvent.Closed("c-010", new(2026, 3, 13))).Hearing(new Close()).ThenNothing();
        songfan.Hearing(new AssignMeasure(1, "清淤", "c-005", Due)).ThenRefused(HearingRefusals.IsClosed);
        Opened().Hearing(new Close()).ThenRefused(HearingRefusals.NotHeld);
    }

    [Fact]
    public void H8_What_was_withdrawn_or_corrected_since_accounts_for_nothing()
    {
        var songfan = FedBack(Promised(Held()).Do(new LinkPromise(1, "2026-01.1")));
        songfan.Has(new PromiseCommand.Withdraw("议题有误"), "2026-01.1").Hearing(new Close()).ThenRefused(HearingRefusals.Unaccounted, "1");
        FedBack(Promised(Held()).Do(new LinkPromise(1, "2026-01.1"))).Has(new DisclosureCommand.Correct("反馈", "更正", "笔误"), "f-1").Hearing(new Close()).ThenRefused(HearingRefusals.NotFedBack, "1, 2");
        FedBack(Promised(Held()).Do(new LinkPromise(1, "2026-01.1"))).Hearing(new Close()).ThenAccepted();
    }

    [Fact]
    public void H7_An_issue_raised_in_the_sitting_is_accounted_for_like_the_others()
    {
        var songfan = FedBack(Opened().Do(new RaiseIssue("p-001", "路灯", "没有灯")).By(Leader).Do(new Refer(1, "研究"), new Refer(2, "研究"), new EndSitting()).By(Office));
        songfan.Hearing(new Close()).ThenRefused(HearingRefusals.Unaccounted, "3");
        songfan.Do(new AssignMeasure(3, "装灯", "c-005", Due)).Hearing(new Close()).ThenRefused(HearingRefusals.NotFedBack, "3");
        Feedback(songfan, "f-2", "2026-03-14", 3).Do(new RecordFeedback("f-2"), new Close());
    }

    [Fact]
    public void H8_It_is_reopened_on_new_facts_and_accounts_for_those_issues_anew()
    {
        var songfan = Closed().At("2026-05-06 09:00").By(Leader);
        songfan.Hearing(new Reopen([3], "塌方", "情况变化")).ThenRefused(HearingRefusals.NoSuchIssue, 3);
        Accounted().By(Leader).Hearing(new Reopen([1], "塌方", "情况变化")).ThenRefused(HearingRefusals.NotClosed);
        songfan.Hearing(new Reopen([1, 1], "塌方", "情况变化")).Then(new Reopened([1], "塌方", "情况变化", new(new(2026, 5, 19), "cn-2026.1", false), "c-003", songfan.Now)).By(Office);
        songfan.Hearing(new Close()).ThenRefused(HearingRefusals.Unaccounted, "1");
        songfan.Do(new AssignMeasure(1, "加固", "c-005", new(2026, 6, 30))).Hearing(new RecordFeedback("f-1")).ThenNothing();
        songfan.Hearing(new Close()).ThenRefused(HearingRefusals.NotFedBack, "1");
        Feedback(songfan, "f-2", "2026-05-08", 1).Do(new RecordFeedback("f-2"), new Close()).HearingView().Reopenings.Should().Be(1);
    }

    [Fact]
    public void H6_After_the_sitting_a_leader_may_still_refer_an_issue()
    {
        var songfan = Held().By(Leader);
        songfan.Hearing(new Refer(2, "再研究")).ThenNothing();
        songfan.Hearing(new Refer(1, "再研究")).Then(new Referred(1, "再研究", [], "c-003"));
        songfan.HearingView().Issues.Select(i => i.Outcome).Should().Equal(IssueOutcome.Concluded, IssueOutcome.Referred);
    }
}
