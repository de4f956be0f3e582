using static Township.Promises.PromiseEvent;
using static Township.Promises.PromiseScenes;

namespace Township.Promises;

/// <summary>H7: a promise is reminded of, and becomes overdue, by itself.</summary>
public sealed class PromiseDeadlineTests
{
    static readonly DeadlineSource Source = new(new("promise", "huimin", "2026-01.3"), LocalTime.StartOf(MadeOn));

    [Fact]
    public void H7_Making_and_extending_set_both_deadlines()
    {
        Promise.Deadlines(FirstMade, Source).Should().Equal(
            DeadlineChange.Set("remind", DateTimeOffset.Parse("2026-04-22T16:00:00Z", null)), DeadlineChange.Set("overdue", DateTimeOffset.Parse("2026-04-30T16:00:00Z", null)));
        Promise.Deadlines(new Extended(2, Due(5, 15), Day(5, 8), "汛期", "c-003", Day(4, 24), "hearing/1"), Source).Should().Equal(
            DeadlineChange.Set("remind", DateTimeOffset.Parse("2026-05-07T16:00:00Z", null)), DeadlineChange.Set("overdue", DateTimeOffset.Parse("2026-05-15T16:00:00Z", null)));
    }

    [Fact]
    public void What_is_due_within_the_window_at_once_needs_no_reminder_by_the_system() =>
        Promise.Deadlines(FirstMade with { RemindFrom = MadeOn }, Source).Should().Equal(
            DeadlineChange.Clear("remind"), DeadlineChange.Set("overdue", DateTimeOffset.Parse("2026-04-30T16:00:00Z", null)));

    [Fact]
    public void What_has_happened_is_due_no_more()
    {
        Promise.Deadlines(new Reminded(1, Day(4, 23)), Source).Should().Equal(DeadlineChange.Clear("remind"));
        Promise.Deadlines(new BecameOverdue(1, Day(4, 30), "c-017", Day(5, 1)), Source).Should().Equal(DeadlineChange.Clear("remind"), DeadlineChange.Clear("overdue"));
        foreach (var end in (PromiseEvent[])[new Fulfilled(Day(4, 1), false, "验收", "c-010", Day(4, 1)), new Withdrawn("c-003", Day(4, 1), "误")])
            Promise.Deadlines(end, Source).Should().Equal(DeadlineChange.ClearAll);
    }

    [Fact]
    public void The_system_sends_what_is_due_and_again_when_it_was_early()
    {
        Promise.Due(new(Source.Stream, "remind", default)).Should().BeOfType<PromiseCommand.Remind>();
        Promise.Due(new(Source.Stream, "overdue", default)).Should().BeOfType<PromiseCommand.MarkOverdue>();
        Promise.IsEarly(PromiseRefusals.NotDue.With("2026-04-30")).Should().BeTrue();
        Promise.IsEarly(PromiseRefusals.TooEarlyToRemind.With("2026-04-23")).Should().BeTrue();
        foreach (var settled in (Refusal[])[PromiseRefusals.TooLateToRemind.With("2026-04-30"), PromiseRefusals.Fulfilled, PromiseRefusals.Withdrawn, PromiseRefusals.NotMade])
            Promise.IsEarly(settled).Should().BeFalse();
    }
}
