using Township.Notices;
using static Township.Huimin;
using static Township.Measures.MeasureCommand;
using static Township.Measures.MeasureEvent;

namespace Township.Measures;

/// <summary>P5: a measure becomes overdue by itself when its day is over.</summary>
public sealed class MeasureDeadlineTests
{
    static readonly Actor System = Person("deadlines", Roles.System);

    static readonly DeadlineSource Source = new(new("measure", "huimin", "c-017.2026-03"), LocalTime.StartOf(new(2026, 4, 10)));

    static Opened Opening(MeasureKind kind) => new(kind, "c-017", new(new(2026, 4, 15), "cn-2026.1", false), "c-003", new(2026, 4, 10), "pledge/1");

    [Theory, InlineData(MeasureKind.Explain), InlineData(MeasureKind.Rectify)]
    public void P5_A_measure_that_was_ordered_is_overdue_at_midnight_in_Asia_Shanghai_after_its_day(MeasureKind kind) =>
        Measure.Deadlines(Opening(kind), Source).Should().Equal(DeadlineChange.Set("overdue", DateTimeOffset.Parse("2026-04-15T16:00:00Z", null)));

    [Fact]
    public void A_talk_is_recorded_after_it_was_held_and_is_marked_by_the_office_only() =>
        Measure.Deadlines(Opening(MeasureKind.AdmonitionTalk), Source).Should().BeEmpty();

    [Fact]
    public void What_was_rejected_is_due_again_and_what_is_over_is_not()
    {
        DateOnly day = new(2026, 4, 20);
        foreach (var rejection in (MeasureEvent[])[new ExplanationRejected("c-003", day, "不具体"), new RectificationRejected("c-003", day, "不具体")])
            Measure.Deadlines(rejection, Source).Should().Equal(DeadlineChange.Revive("overdue"));
        Measure.Deadlines(new BecameOverdue(day), Source).Should().Equal(DeadlineChange.Clear("overdue"));
        foreach (var end in (MeasureEvent[])[new Closed(day, true), new Cancelled("c-003", day, "撤回")])
            Measure.Deadlines(end, Source).Should().Equal(DeadlineChange.ClearAll);
        foreach (var other in (MeasureEvent[])[new ExplanationGiven("说明", day), new ExplanationAccepted("c-003", day), new TalkHeld(day, "c-002", "谈话", "c-003"),
            new RectificationReported("已完成", "照片", day), new RectificationAccepted("c-003", day, "验收")])
            Measure.Deadlines(other, Source).Should().BeEmpty();
    }

    [Fact]
    public void P5_The_system_marks_a_measure_overdue_when_its_day_is_over_and_may_do_nothing_else()
    {
        var due = new DueDeadline(Source.Stream, "overdue", LocalTime.EndOf(new DueDate(new(2026, 4, 27), "cn-2026.1", false)));
        var refused = Rectifying().At("2026-04-27 23:59").By(System).Measure(Measure.Due(due)).Refusal!;
        refused.Should().Be(MeasureRefusals.NotDue.With("2026-04-27"));
        Measure.IsEarly(refused).Should().BeTrue();
        Measure.IsEarly(MeasureRefusals.Over).Should().BeFalse();
        Rectifying().At("2026-04-28 00:00").By(System).Measure(Measure.Due(due)).Then(new BecameOverdue(new(2026, 4, 28)));
        foreach (var command in (MeasureCommand[])[new Open(), new AcceptRectification("验"), new RejectRectification("否"), new Cancel("撤")])
            Rectifying().By(System).Measure(command).ThenRefused(CommonRefusals.NotEntitled, "leader, office");
        Rectifying().By(new("deadlines", "qingshan", [Roles.System])).Measure(new MarkOverdue()).ThenRefused(CommonRefusals.NotEntitled, "office, system");
    }

    static Huimin Rectifying() => Pledges.PledgeScenes.Unfulfilled().By(Leader)
        .Notice(new NoticeCommand.Issue(MeasureKind.Rectify, "村道硬化未完成", new(2026, 4, 25))).ThenAccepted()
        .At("2026-04-10 09:00").Notice(new NoticeCommand.TakeEffect(null)).ThenAccepted().Measure(new Open()).ThenAccepted();
}
