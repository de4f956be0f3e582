using CsCheck;

namespace Township.Calendars;

public sealed class WorkCalendarProperties
{
    static readonly WorkCalendar Calendar = WorkCalendar.Newest;
    static readonly DateOnly First = new(2021, 11, 1);
    static readonly Gen<DateOnly> Dates = Gen.Int[0, 365 * 7].Select(First.AddDays);

    [Fact]
    public void Exactly_so_many_workdays_lie_after_the_start_up_to_the_due_date() =>
        Gen.Select(Dates, Gen.Int[1, 60]).Sample((start, workdays) =>
        {
            var due = Calendar.AddWorkdays(start, workdays).On;
            return Calendar.IsWorkday(due) && DaysAfter(start, due).Count(Calendar.IsWorkday) == workdays;
        });

    [Fact]
    public void A_later_start_or_a_longer_period_never_ends_earlier() =>
        Gen.Select(Dates, Gen.Int[0, 30], Gen.Int[1, 40], Gen.Int[0, 10]).Sample((start, later, workdays, more) =>
            Calendar.AddWorkdays(start.AddDays(later), workdays).On >= Calendar.AddWorkdays(start, workdays).On
            && Calendar.AddWorkdays(start, workdays + more).On >= Calendar.AddWorkdays(start, workdays).On.AddDays(more));

    [Fact]
    public void Periods_add_up() =>
        Gen.Select(Dates, Gen.Int[1, 20], Gen.Int[1, 20]).Sample((start, one, other) =>
            Calendar.AddWorkdays(Calendar.AddWorkdays(start, one).On, other).On == Calendar.AddWorkdays(start, one + other).On);

    [Fact]
    public void Rolling_skips_days_off_and_nothing_else() =>
        Dates.Sample(date =>
        {
            var due = Calendar.RollToWorkday(date).On;
            return Calendar.IsWorkday(due) && DaysAfter(date.AddDays(-1), due.AddDays(-1)).All(d => !Calendar.IsWorkday(d)) && Calendar.RollToWorkday(due).On == due;
        });

    [Fact]
    public void Provisional_is_what_a_notice_still_to_come_may_change() =>
        Gen.Select(Gen.OneOf(Around(2021), Around(2026)), Gen.Int[1, 30]).Sample(
            (start, workdays) => Calendar.AddWorkdays(start, workdays) is var due
                && due.Provisional == (start < new DateOnly(2021, 12, 31) || due.On > new DateOnly(2026, 12, 28)),
            iter: 1000);

    static Gen<DateOnly> Around(int yearsEnd) => Gen.Int[-60, 10].Select(new DateOnly(yearsEnd, 12, 31).AddDays);

    static IEnumerable<DateOnly> DaysAfter(DateOnly start, DateOnly end) =>
        Enumerable.Range(1, Math.Max(0, end.DayNumber - start.DayNumber)).Select(start.AddDays);
}
