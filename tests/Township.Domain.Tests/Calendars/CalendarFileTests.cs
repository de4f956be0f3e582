using System.Globalization;
using System.Text.Json;

namespace Township.Calendars;

/// <summary>What a file of notices must not say, and which of two notices counts. The years before 2022 are as they were announced.</summary>
public sealed class CalendarFileTests
{
    const string Of2018 = """{ "offDays": ["2018-01-01"], "workDays": [] }""";

    const string Of2019 = """
        "offDays": ["2018-12-30", "2018-12-31", "2019-01-01", "2019-05-01"], "workDays": ["2018-12-29"]
        """;

    const string LabourDayOf2019 = """
        { "offDays": ["2019-05-01", "2019-05-02", "2019-05-03", "2019-05-04"], "workDays": ["2019-04-28", "2019-05-05"] }
        """;

    const string Of2020 = """
        "offDays": ["2020-01-01", "2020-01-24", "2020-01-25", "2020-01-26", "2020-01-27", "2020-01-28", "2020-01-29", "2020-01-30"],
        "workDays": ["2020-01-19", "2020-02-01"]
        """;

    const string SpringFestivalOf2020 = """{ "offDays": ["2020-01-31", "2020-02-01", "2020-02-02"], "workDays": [] }""";

    static WorkCalendar Calendar(string years) =>
        new("cn-test.1", JsonSerializer.Deserialize($$"""{ "years": { {{years}} } }""", CalendarFileJson.Default.CalendarFile)!);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static void Ends(string years, string start, int workdays, string due, bool provisional = false) =>
        Calendar(years).AddWorkdays(Day(start), workdays).Should().Be(new DueDate(Day(due), "cn-test.1", provisional));

    [Fact]
    public void The_next_years_notice_changes_the_end_of_december()
    {
        Ends($$""" "2018": {{Of2018}} """, "2018-12-27", 2, "2018-12-31", provisional: true);
        Ends($$""" "2018": {{Of2018}} """, "2018-12-28", 2, "2019-01-01", provisional: true);
        foreach (var both in (string[])[$$""" "2018": {{Of2018}}, "2019": { {{Of2019}} } """, $$""" "2019": { {{Of2019}} }, "2018": {{Of2018}} """])
        {
            Ends(both, "2018-12-27", 2, "2018-12-29");
            Ends(both, "2018-12-28", 2, "2019-01-02");
        }
    }

    [Fact]
    public void A_later_notice_for_the_same_year_replaces_the_earlier_one_for_the_days_it_names()
    {
        Ends($$""" "2019": { {{Of2019}} } """, "2019-04-30", 3, "2019-05-06");
        Ends($$""" "2019": { {{Of2019}}, "amendments": [{{LabourDayOf2019}}] } """, "2019-04-30", 3, "2019-05-07");
        Ends($$""" "2020": { {{Of2020}} } """, "2020-01-20", 10, "2020-02-07");
        Ends($$""" "2020": { {{Of2020}}, "amendments": [{{SpringFestivalOf2020}}] } """, "2020-01-20", 10, "2020-02-11");
    }

    [Theory]
    [InlineData("2020-02-01", "2020-02-01", "a notice for 2020 names 2020-02-01 more than once")]
    [InlineData("2020-02-03\", \"2020-02-03", "2020-02-01", "a notice for 2020 names 2020-02-03 more than once")]
    [InlineData("2020-01-31", "2020-02-03", "a notice for 2020 has 2020-02-03 worked, which is a Monday and worked anyway")]
    [InlineData("2002-01-31", "2020-02-01", "a notice for 2020 names 2002-01-31, which is of another year")]
    [InlineData("2021-01-01", "2020-02-01", "a notice for 2020 names 2021-01-01, which is of another year")]
    [InlineData("2019-11-30", "2020-02-01", "a notice for 2020 names 2019-11-30, which is of another year")]
    public void A_calendar_that_no_notice_can_have_announced_does_not_load(string off, string worked, string fault)
    {
        var days = $$"""{ "offDays": ["{{off}}"], "workDays": ["{{worked}}"] }""";
        foreach (var years in (string[])[$$""" "2020": {{days}} """, $$""" "2020": { "offDays": [], "workDays": [], "amendments": [{{days}}] } """])
        {
            var load = () => Calendar(years);
            load.Should().Throw<InvalidCalendarException>().WithMessage($"The work calendar 'cn-test.1' cannot be used: {fault}.").Which.Version.Should().Be("cn-test.1");
        }
    }
}
