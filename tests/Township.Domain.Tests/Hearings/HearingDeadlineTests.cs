using Township.Disclosures;
using static Township.Hearings.HearingEvent;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>H3, H7, H8: what is due when, and which command the system sends.</summary>
public sealed class HearingDeadlineTests
{
    static readonly DeadlineSource Source = new(StreamId.Parse("hearing/songfan/2026-01"), Time("2026-03-02 11:00"));

    static IEnumerable<DeadlineChange> After(HearingEvent e) => Hearing.Deadlines(e, Source);

    static readonly NoticePeriod Period = new(new(2026, 3, 2), 7, Townships.NoticeProfile.NaturalDays, new(2026, 3, 10), "cn-2026.1", false);
    static readonly DueDate Due = new(new(2026, 3, 24), "cn-2026.1", false);

    [Fact]
    public void H3_The_notice_period_ends_with_the_begin_of_the_first_possible_day() =>
        After(new NoticeRecorded("n-1", 1, [], Period)).Should().Equal(DeadlineChange.Set("notice-period", Time("2026-03-10 00:00")));

    [Fact]
    public void H3_It_stops_when_the_public_is_told_something_else()
    {
        HearingRevision now = new(2, Source.DecidedAt), before = new(1, Source.DecidedAt.AddDays(-1));
        HearingEvent[] stops =
        [
            new NoticeRecorded("n-1", 1, [], null), new TopicRevised("水利", "合并", now), new IssueAdded(3, "路灯", [], now), new IssueDropped(2, [], "已解决", now),
            new Arranged(Source.DecidedAt, "礼堂", ["村民"], "停电", now), new Postponed(PostponementCause.Decided, "台风", "c-003"), new NoticePeriodEnded(1, Period.EarliestOn),
        ];
        foreach (var e in stops) After(e).Should().Equal(DeadlineChange.Clear("notice-period"));
        After(new Arranged(Source.DecidedAt, "礼堂", ["村民", "企业主"], "扩大", before)).Should().BeEmpty();
        After(new Cancelled("已解决", "c-003", new(2026, 3, 2))).Should().Equal(DeadlineChange.ClearAll);
    }

    [Fact]
    public void H8_Feedback_is_late_when_its_last_day_is_over_and_due_again_after_a_reopening()
    {
        After(new SittingEnded(Source.DecidedAt, Due, "c-003")).Should().Equal(DeadlineChange.Set("feedback", Time("2026-03-25 00:00")));
        After(new Reopened([1], "塌方", "情况变化", Due, "c-003", Source.DecidedAt)).Should().Equal(DeadlineChange.Set("feedback", Time("2026-03-25 00:00")));
        After(new FeedbackRecorded("f-1", [1], [new("f-1", Channel.DisclosureBoard, Source.DecidedAt, "照片")])).Should().Equal(DeadlineChange.Revive("feedback"));
        After(new Closed("c-010", new(2026, 3, 13))).Should().Equal(DeadlineChange.Clear("feedback"));
        After(new FeedbackOverdue([2], Due.On)).Should().Equal(DeadlineChange.Clear("feedback"));
    }

    [Fact]
    public void H7_Each_measure_has_a_deadline_of_its_own()
    {
        After(new MeasureAssigned(12, 3, "清淤", "c-005", Due with { On = new(2026, 4, 30) }, "c-010")).Should().Equal(DeadlineChange.Set("measure.12.3", Time("2026-05-01 00:00")));
        After(new MeasureCompleted(12, 3, "完成", "c-005", new(2026, 4, 30), false)).Should().Equal(DeadlineChange.Clear("measure.12.3"));
        After(new MeasureOverdue(12, 3, new(2026, 4, 30))).Should().Equal(DeadlineChange.Clear("measure.12.3"));
    }

    [Theory]
    [InlineData("notice-period", typeof(HearingCommand.EndNoticePeriod))]
    [InlineData("feedback", typeof(HearingCommand.MarkFeedbackOverdue))]
    [InlineData("measure.12.3", typeof(HearingCommand.MarkMeasureOverdue))]
    public void The_system_sends_the_command_that_is_due(string name, Type command)
    {
        var due = Hearing.Due(new(Source.Stream, name, Source.DecidedAt));
        due.Should().BeOfType(command);
        if (due is HearingCommand.MarkMeasureOverdue mark) (mark.IssueNumber, mark.MeasureNumber).Should().Be((12, 3));
    }

    [Fact]
    public void Every_event_says_what_it_changes()
    {
        foreach (HearingEvent e in Samples.Of(typeof(HearingEvent))) Hearing.Deadlines(e, Source).ToList().Should().HaveCountLessThan(2);
    }

    [Fact]
    public void Only_what_comes_too_early_is_asked_again()
    {
        Hearing.IsEarly(HearingRefusals.NoticeTooShort.With("a", "b")).Should().BeTrue();
        Hearing.IsEarly(HearingRefusals.NotOverdue.With("a")).Should().BeTrue();
        Hearing.IsEarly(HearingRefusals.FeedbackComplete).Should().BeFalse();
    }
}
