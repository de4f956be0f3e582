using System.Globalization;

namespace Township.Calendars;

public sealed class WorkCalendarTests
{
    static readonly WorkCalendar Calendar = WorkCalendar.Of("cn-2026.1");

    static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DueDate Due(string date, bool provisional = false) => new(Day(date), "cn-2026.1", provisional);

    [Theory]
    [InlineData("2026-09-24", 20, "2026-10-29")] // over Mid-Autumn, National Day and the Saturday worked for it
    [InlineData("2026-02-10", 5, "2026-02-24")] // over Spring Festival, with Saturday the 14th worked
    [InlineData("2026-02-10", 4, "2026-02-14")] // ends on that Saturday
    [InlineData("2026-02-14", 1, "2026-02-24")] // starts on it: the start is not counted
    [InlineData("2026-02-20", 1, "2026-02-24")] // starts on a day off
    [InlineData("2026-01-30", 1, "2026-02-02")] // from the end of a month over a weekend
    [InlineData("2025-12-31", 1, "2026-01-04")] // over New Year: Friday the 2nd is off, Sunday the 4th is worked
    [InlineData("2022-12-30", 1, "2023-01-03")] // Saturday the 31st is listed in the next year's notice
    [InlineData("2024-02-28", 2, "2024-03-01")] // over a leap day
    [InlineData("2026-09-18", 5, "2026-09-24")] // Sunday the 20th is worked; this and the next four were worked out independently, in Python
    [InlineData("2026-10-03", 5, "2026-10-13")]
    [InlineData("2026-02-12", 5, "2026-02-26")]
    [InlineData("2026-02-10", 10, "2026-03-02")]
    [InlineData("2026-09-21", 10, "2026-10-12")]
    public void Working_days_are_counted_from_the_day_after_the_start(string start, int workdays, string due) =>
        Calendar.AddWorkdays(Day(start), workdays).Should().Be(Due(due));

    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026-04-05", "2026-04-07")] // Tomb-Sweeping Day
    [InlineData("2026-05-02", "2026-05-06")] // Labour Day
    [InlineData("2026-01-04", "2026-01-04")] // a Sunday that is worked
    [InlineData("2026-01-31", "2026-02-02")] // into the next month
    [InlineData("2022-12-31", "2023-01-03")] // into the next year
    [InlineData("2026-10-03", "2026-10-08")] // National Day
    [InlineData("2025-01-28", "2025-02-05")] // Spring Festival
    [InlineData("2026-09-20", "2026-09-20")] // another Sunday that is worked
    [InlineData("2026-02-14", "2026-02-14")] // a Saturday that is worked
    public void A_period_that_ends_on_a_day_off_ends_on_the_next_workday(string end, string due) =>
        Calendar.RollToWorkday(Day(end)).Should().Be(Due(due));

    [Fact]
    public void Calendar_days_are_counted_plainly_and_then_rolled() =>
        Calendar.AddDays(Day("2026-09-18"), 7).Should().Be(Due("2026-09-28"));

    [Theory]
    [InlineData(2026, 248)]
    [InlineData(2025, 248)]
    [InlineData(2024, 251)]
    public void A_year_has_as_many_workdays_as_announced(int year, int workdays) =>
        Enumerable.Range(0, 366).Select(d => new DateOnly(year, 1, 1).AddDays(d)).Count(d => d.Year == year && Calendar.IsWorkday(d))
            .Should().Be(workdays);

    [Theory]
    [InlineData("2026-12-31", 1, "2027-01-01", true)] // not announced: New Year's Day counts as a Friday
    [InlineData("2021-12-31", 1, "2022-01-04", false)] // only days after the start are looked at
    [InlineData("2021-12-30", 2, "2022-01-04", true)]
    [InlineData("2031-05-09", 3, "2031-05-14", true)]
    public void A_date_is_provisional_when_a_year_involved_is_not_announced(string start, int workdays, string due, bool provisional) =>
        Calendar.AddWorkdays(Day(start), workdays).Should().Be(Due(due, provisional));

    [Theory]
    [InlineData("2026-12-24", 5, "2026-12-31", true)]
    [InlineData("2026-12-21", 6, "2026-12-29", true)]
    [InlineData("2026-12-21", 5, "2026-12-28", false)] // no notice has changed a day before 12-29
    [InlineData("2026-12-28", 1, "2026-12-29", true)]
    [InlineData("2026-12-30", 1, "2026-12-31", true)]
    [InlineData("2025-12-24", 5, "2025-12-31", false)] // 2026 is announced
    public void The_last_days_of_the_last_announced_year_are_provisional(string start, int workdays, string due, bool provisional) =>
        Calendar.AddWorkdays(Day(start), workdays).Should().Be(Due(due, provisional));

    [Theory]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2025-12-31", false)]
    public void So_is_what_is_set_by_hand_to_one_of_them(string set, bool provisional) => Calendar.RollToWorkday(Day(set)).Should().Be(Due(set, provisional));

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2022, true)]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    public void It_knows_which_years_are_announced(int year, bool announced) => Calendar.IsAnnounced(year).Should().Be(announced);

    [Fact]
    public void Every_embedded_version_is_listed_and_can_be_loaded()
    {
        CalendarVersionsInAssembly().Should().BeEquivalentTo(WorkCalendar.Versions);
        WorkCalendar.Versions.Select(v => WorkCalendar.Of(v).Version).Should().Equal(WorkCalendar.Versions);
        WorkCalendar.Newest.Version.Should().Be(WorkCalendar.Versions[^1]);
    }

    [Theory]
    [InlineData("cn-1999.1")]
    [InlineData("")]
    [InlineData("../cn-2026.1")]
    public void An_unknown_version_is_named_together_with_those_that_are_known(string version)
    {
        var act = () => WorkCalendar.Of(version);
        act.Should().Throw<UnknownCalendarException>().WithMessage($"*'{version}'*cn-2026.1*").Which.Version.Should().Be(version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_period_has_at_least_one_day(int days)
    {
        var workdays = () => Calendar.AddWorkdays(Day("2026-03-02"), days);
        var calendarDays = () => Calendar.AddDays(Day("2026-03-02"), days);
        workdays.Should().Throw<ArgumentOutOfRangeException>();
        calendarDays.Should().Throw<ArgumentOutOfRangeException>();
    }

    static IEnumerable<string> CalendarVersionsInAssembly() => typeof(WorkCalendar).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("calendars/", StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n["calendars/".Length..]));
}
