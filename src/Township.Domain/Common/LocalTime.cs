using System.Globalization;

namespace Township;

/// <summary>Times of the township: stored in UTC, computed and shown in Asia/Shanghai.</summary>
public static class LocalTime
{
    // China has one time zone and, since 1991, no summer time; a fixed offset needs no time-zone data on the machine.
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar date in Asia/Shanghai at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The first moment of a date in Asia/Shanghai, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>
    /// The first moment after a due day in Asia/Shanghai, in UTC: what had to be done on that day is late from then on. Not for plain
    /// dates, which could be days off.
    /// </summary>
    public static DateTimeOffset EndOf(DueDate due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return StartOf(due.On.AddDays(1));
    }

    /// <summary>A moment for people, in Asia/Shanghai: <c>2026-03-02 09:00</c>.</summary>
    public static string Show(DateTimeOffset moment) => moment.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A date for people: <c>2026-03-02</c>.</summary>
    public static string Show(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
