using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>H7: promises and their due days.</summary>
public sealed class PromiseRowTests
{
    const string Key = "township=huimin promise=2026-01.3", Terms = "hearing=2026-01 issue=3 owner=c-002 made_by=c-001 made_on=2026-03-20";

    static readonly Made Promised = new("2026-01", 3, "c-002", "修路", "…", Due(10), new(2026, 4, 7), "c-001", new(2026, 3, 20), "hearing/1");

    [Fact]
    public void A_promise_is_made_with_its_first_due_day() => Rows(Promised).Should().Equal(
        $"promises {Key} status=Made {Terms} due_on=2026-04-10 due_number=1 remind_from=2026-04-07",
        $"promise_dues {Key} number=1 due_on=2026-04-10 remind_from=2026-04-07 set_by=c-001 set_on=2026-03-20");

    [Fact]
    public void It_is_reminded_of_and_becomes_overdue() => Rows(Promised, new Reminded(1, new(2026, 4, 7)), new BecameOverdue(1, new(2026, 4, 10), "c-002", new(2026, 4, 13))).Should().Equal(
        $"promises {Key} status=Overdue {Terms} due_on=2026-04-10 due_number=1 remind_from=2026-04-07 reminded_on=2026-04-07 overdue_on=2026-04-13",
        $"promise_dues {Key} number=1 due_on=2026-04-10 remind_from=2026-04-07 set_by=c-001 set_on=2026-03-20 reminded_on=2026-04-07 overdue_on=2026-04-13");

    [Fact]
    public void Extended_it_has_another_due_day_and_what_was_overdue_stays_on_record() =>
        Rows(Promised, new BecameOverdue(1, new(2026, 4, 10), "c-002", new(2026, 4, 13)), new Extended(2, Due(30), new(2026, 4, 27), "…", "c-009", new(2026, 4, 14), "hearing/1")).Should().Equal(
            $"promises {Key} status=Made {Terms} due_on=2026-04-30 due_number=2 remind_from=2026-04-27",
            $"promise_dues {Key} number=1 due_on=2026-04-10 remind_from=2026-04-07 set_by=c-001 set_on=2026-03-20 overdue_on=2026-04-13",
            $"promise_dues {Key} number=2 due_on=2026-04-30 remind_from=2026-04-27 set_by=c-009 set_on=2026-04-14");

    [Fact]
    public void It_is_fulfilled_in_time_or_late() => Rows(Promised, new Fulfilled(new(2026, 4, 12), true, "…", "c-001", new(2026, 4, 13)))[0].Should().Be(
        $"promises {Key} status=Fulfilled {Terms} fulfilled_on=2026-04-12 late=1 confirmed_by=c-001 due_on=2026-04-10 due_number=1 remind_from=2026-04-07");

    [Fact]
    public void It_is_withdrawn() => Rows(Promised, new Withdrawn("c-009", new(2026, 4, 1), "…"))[0].Should().Be(
        $"promises {Key} status=Withdrawn {Terms} withdrawn_on=2026-04-01 due_on=2026-04-10 due_number=1 remind_from=2026-04-07");

    static IReadOnlyList<string> Rows(params PromiseEvent[] events) => RowFold.Of(
        typeof(Promise), Promise.Type.Events, "promise/huimin/2026-01.3", events);

    static DueDate Due(int day) => new(new(2026, 4, day), "cn-2026.1", false);
}
