using System.Text.Json;

namespace Township.Cli;

/// <summary>A fault as a line for people, and as JSON.</summary>
static class FaultLines
{
    public static string Of(Fault fault, Language language) => $"{LocationOf(fault.Location, language)} [{fault.Code}] {fault.In(language.Culture)}";

    public static void Write(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject();
        json.WriteString("code", fault.Code);
        json.WriteString("stream", fault.Location.Stream?.ToString());
        Number(json, "version", fault.Location.Version);
        Number(json, "position", fault.Location.Position);
        json.WriteString("expected", fault.Expected);
        json.WriteString("found", fault.Found);
        json.WriteString("chinese", fault.Chinese);
        json.WriteString("english", fault.English);
        json.WriteEndObject();
    }

    static string LocationOf(FaultLocation location, Language language)
    {
        var position = location.Position is { } p ? language.Say($"第 {p} 次写入", $"commit {p}") : null;
        var version = location.Version is { } v ? language.Say($"版本 {v}", $"version {v}") : null;
        string[] parts = [.. new[] { location.Stream?.ToString(), version, position }.OfType<string>()];
        return parts.Length == 0 ? language.Say("数据库", "store") : string.Join(language.Say("，", ", "), parts);
    }

    static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
