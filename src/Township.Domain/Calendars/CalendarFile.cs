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
}

sealed record AnnouncedYear(DateOnly[] OffDays, DateOnly[] WorkDays);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CalendarFile))]
sealed partial class CalendarFileJson : JsonSerializerContext;
