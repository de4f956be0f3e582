using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Township.Calendars;

/// <summary>
/// One version of the work calendar: Mondays to Fridays are workdays, except announced holidays 节假日, plus announced adjusted workdays 调休.
/// In a year without an announcement only weekends are days off, and results are provisional. Results that depend on the last three days of
/// a December are provisional until the next year is announced: its notice may change them, as those for 2008 and 2019 did. A version never
/// changes once released, so that a stored decision can be repeated; a new announcement makes a new version. Immutable and thread-safe.
/// </summary>
public sealed class WorkCalendar
{
    static readonly ConcurrentDictionary<string, WorkCalendar> Loaded = new(StringComparer.Ordinal);

    readonly FrozenDictionary<DateOnly, bool> _workedByNotice;
    readonly FrozenSet<int> _announced;

    /// <exception cref="InvalidCalendarException">A notice contradicts itself, so that some of its days cannot be right.</exception>
    internal WorkCalendar(string version, CalendarFile file)
    {
        Version = version;
        _announced = file.Years.Keys.ToFrozenSet();
        var worked = new Dictionary<DateOnly, bool>();
        foreach (var (year, days) in file.Notices())
        {
            if (days.Fault(year) is { } fault) throw new InvalidCalendarException(version, $"a notice for {year} {fault}");
            foreach (var day in days.OffDays) worked[day] = false;
            foreach (var day in days.WorkDays) worked[day] = true;
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
    /// <exception cref="InvalidCalendarException">Its file contradicts itself, or names days that no notice can name.</exception>
    public static WorkCalendar Of(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Versions.Contains(version, StringComparer.Ordinal)
            ? Loaded.GetOrAdd(version, v => new WorkCalendar(v, CalendarFile.Read(v)))
            : throw new UnknownCalendarException(version);
    }

    /// <summary>Whether the holidays of the year have been announced.</summary>
    public bool IsAnnounced(int year) => _announced.Contains(year);

    /// <summary>Whether the day is a workday.</summary>
    public bool IsWorkday(DateOnly date) =>
        _workedByNotice.TryGetValue(date, out var worked) ? worked : !IsWeekend(date);

    internal static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The day itself if it is a workday, otherwise the next workday.</summary>
    public DueDate RollToWorkday(DateOnly date)
    {
        var day = date;
        while (!IsWorkday(day)) day = day.AddDays(1);
        return Due(date, day);
    }

    /// <summary>The day that is so many calendar days later, not counting the start, rolled to a workday.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public DueDate AddDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return RollToWorkday(start.AddDays(days));
    }

    /// <summary>The workday on which a period of so many workdays ends. The start is not counted, whether it is a workday or not.</summary>
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

    // Provisional if a later notice may change one of the days that were looked at.
    DueDate Due(DateOnly firstLookedAt, DateOnly on) =>
        new(on, Version, Enumerable.Range(0, on.DayNumber - firstLookedAt.DayNumber + 1).Any(n => !IsFinal(firstLookedAt.AddDays(n))));

    // No notice has ever changed a day of the year before that was earlier than 12-29.
    bool IsFinal(DateOnly day) => IsAnnounced(day.Year) && (day is not { Month: 12, Day: >= 29 } || IsAnnounced(day.Year + 1));
}

/// <summary>
/// The file of a work calendar contradicts itself, or names days that no notice can name. It is not used, because due days could be wrong.
/// </summary>
public sealed class InvalidCalendarException(string version, string fault)
    : Exception($"The work calendar '{version}' cannot be used: {fault}.")
{
    /// <summary>The version.</summary>
    public string Version => version;
}

/// <summary>A decision names a work calendar that this program does not have: it was made by a newer one.</summary>
public sealed class UnknownCalendarException(string version)
    : Exception($"The work calendar '{UnicodeText.Printable(version, 40)}' is not known; this program has {string.Join(", ", WorkCalendar.Versions)}.")
{
    /// <summary>The version that was asked for.</summary>
    public string Version => version;
}
