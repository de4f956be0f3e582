using System.Text.Json;
using System.Text.Json.Serialization;

namespace Township.Calendars;

/// <summary>The announced days of one calendar version, as embedded in the program.</summary>
sealed record CalendarFile(Dictionary<int, AnnouncedYear> Years)
{
    const string Folder = "calendars/";

    public static IEnumerable<string> EmbeddedVersions => typeof(CalendarFile).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Select(n => Path.GetFileNameWithoutExtension(n[Folder.Length..]));

    public static CalendarFile Read(string version)
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream($"{Folder}{version}.json")
            ?? throw new InvalidDataException($"The work calendar '{version}' is listed but not embedded.");
        return JsonSerializer.Deserialize(stream, CalendarFileJson.Default.CalendarFile)
            ?? throw new InvalidDataException($"The work calendar '{version}' is empty.");
    }

    /// <summary>
    /// All notices, oldest first: a later one replaces an earlier one for the days that it names, the next year's also for the December
    /// before.
    /// </summary>
    public IEnumerable<(int Year, AnnouncedDays Days)> Notices() => Years.OrderBy(y => y.Key)
        .SelectMany(y => y.Value.Notices(), (y, days) => (y.Key, days));
}

/// <summary>The first notice for a year, and those that changed it later.</summary>
sealed record AnnouncedYear(DateOnly[] OffDays, DateOnly[] WorkDays, AnnouncedDays[]? Amendments = null)
{
    public IEnumerable<AnnouncedDays> Notices() => [new(OffDays, WorkDays), .. Amendments ?? []];
}

/// <summary>The days that one notice names.</summary>
sealed record AnnouncedDays(DateOnly[] OffDays, DateOnly[] WorkDays)
{
    /// <summary>What is wrong with this notice for the year; null if nothing is.</summary>
    public string? Fault(int year)
    {
        var days = OffDays.Concat(WorkDays).ToList();
        return days.CountBy(d => d).Where(d => d.Value > 1).Select(d => $"names {LocalTime.Show(d.Key)} more than once")
            .Concat(WorkDays.Where(d => !WorkCalendar.IsWeekend(d))
                .Select(d => $"has {LocalTime.Show(d)} worked, which is a {d.DayOfWeek} and worked anyway"))
            .Concat(days.Where(d => d.Year != year && (d.Year, d.Month) != (year - 1, 12))
                .Select(d => $"names {LocalTime.Show(d)}, which is of another year"))
            .FirstOrDefault();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CalendarFile))]
sealed partial class CalendarFileJson : JsonSerializerContext;
