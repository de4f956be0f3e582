using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Township.Calendars;

/// <summary>
/// One version of the work calendar: Mondays to Fridays are worked, except announced holidays 节假日, plus announced
/// adjusted workdays 调休. In a year without an announcement only weekends are off, and results are provisional.
/// A version never changes once released, so that a stored decision can be repeated; news become a new version.
/// Immutable and thread-safe.
/// </summary>
public sealed class WorkCalendar
{
    static readonly ConcurrentDictionary<string, WorkCalendar> Loaded = new(StringComparer.Ordinal);

    readonly FrozenDictionary<DateOnly, bool> _workedByNotice;
    readonly FrozenSet<int> _announced;

    WorkCalendar(string version, CalendarFile file)
    {
        Version = version;
        _announced = file.Years.Keys.ToFrozenSet();
        var worked = new Dictionary<DateOnly, bool>();
        // Every notice counts on any date: a year's notice may change the last days of the year before.
        foreach (var (_, notice) in file.Years.OrderBy(y => y.Key))
        {
            foreach (var day in notice.OffDays) worked[day] = false;
            foreach (var day in notice.WorkDays) worked[day] = true;
        }

        _workedByNotice = worked.ToFrozenDictionary();
    }

    /// <summary>All versions that this program knows, oldest first. The last one is for new decisions.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["cn-2026.1"];

    /// <summary>The version for new decisions.</summary>
    public static WorkCalendar Newest => Of(Versions[^1]);

    /// <summary>For example <c>cn-2026.1</c>: the country, the last announced year, and the number of the issue.</summary>
    public string Version { get; }

    /// <summary>A version by name, as stored with a decision.</summary>
    /// <exception cref="UnknownCalendarException">This program does not have it.</exception>
    public static WorkCalendar Of(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Versions.Contains(version, StringComparer.Ordinal)
            ? Loaded.GetOrAdd(version, v => new WorkCalendar(v, CalendarFile.Read(v)))
            : throw new UnknownCalendarException(version);
    }

    /// <summary>Whether the holidays of the year have been announced.</summary>
    public bool IsAnnounced(int year) => _announced.Contains(year);

    /// <summary>Whether the day is worked.</summary>
    public bool IsWorkday(DateOnly date) =>
        _workedByNotice.TryGetValue(date, out var worked) ? worked : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is worked, else the next workday.</summary>
    public DueDate RollToWorkday(DateOnly date)
    {
        var day = date;
        while (!IsWorkday(day)) day = day.AddDays(1);
        return Due(date, day);
    }

    /// <summary>So many calendar days later, not counting the start, rolled to a workday.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public DueDate AddDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return RollToWorkday(start.AddDays(days));
    }

    /// <summary>The workday on which a period of so many workdays ends. The start is not counted, whether worked or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workdays"/> is less than 1.</exception>
    public DueDate AddWorkdays(DateOnly start, int workdays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workdays, 1);
        var day = start;
        for (var left = workdays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day)) left--;
        }

        return Due(start.AddDays(1), day);
    }

    // Provisional when a day was looked at whose year is not announced.
    DueDate Due(DateOnly firstLookedAt, DateOnly on) => new(on, Version, Enumerable.Range(firstLookedAt.Year, on.Year - firstLookedAt.Year + 1).Any(y => !IsAnnounced(y)));
}

/// <summary>A decision names a work calendar that this program does not have: it was made by a newer one.</summary>
public sealed class UnknownCalendarException(string version)
    : Exception($"The work calendar '{UnicodeText.Printable(version, 40)}' is not known; this program has {string.Join(", ", WorkCalendar.Versions)}.")
{
    /// <summary>The version that was asked for.</summary>
    public string Version => version;
}
