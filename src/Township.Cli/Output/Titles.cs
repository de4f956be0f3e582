using System.Reflection;
using System.Text.Json;

namespace Township.Cli;

/// <summary>What people read instead of stored names, in their language. A name without a title is shown as it is stored.</summary>
sealed class Titles(IReadOnlyList<IAggregateType> aggregates, Language language)
{
    readonly Dictionary<string, Type> _commands = aggregates.SelectMany(a => a.CommandNames).ToDictionary(n => n.Name, n => n.Type, StringComparer.Ordinal);
    readonly Dictionary<string, Type> _events = aggregates.SelectMany(a => a.EventNames).ToDictionary(n => n.Name, n => n.Type, StringComparer.Ordinal);
    readonly Dictionary<string, IAggregateType> _aggregates = aggregates.ToDictionary(a => a.Category, StringComparer.Ordinal);

    /// <summary>A command.</summary>
    public string Command(string name) => _commands.TryGetValue(name, out var type) ? Of(type, name) : name;

    /// <summary>An event.</summary>
    public string Event(string name) => _events.TryGetValue(name, out var type) ? Of(type, name) : name;

    /// <summary>A kind of aggregate. Its stored name is part of names of streams, so Chinese shows both.</summary>
    public static string Category(IAggregateType type, Language language) =>
        TitleAttribute.Of(type.Types.State) is { } title ? language.Say($"{title.Chinese}（{type.Category}）", type.Category) : type.Category;

    /// <summary>Who acted, and in which roles.</summary>
    public string Actor(Actor actor) => language.Say(
        $"{actor.Subject}（{string.Join('、', actor.Roles.Select(r => Roles.TitleOf(r)?.Chinese ?? r))}）", $"{actor.Subject} ({string.Join(' ', actor.Roles)})");

    /// <summary>The status in a view of an aggregate; null when it has none, or none with a title.</summary>
    public string? StatusIn(string category, JsonElement view) =>
        view.ValueKind == JsonValueKind.Object && view.TryGetProperty("status", out var status) ? Status(category, status) : null;

    /// <summary>A status as views show it; null when it has no title.</summary>
    public string? Status(string category, JsonElement status) =>
        status.ValueKind == JsonValueKind.String && _aggregates.GetValueOrDefault(category)?.Types.View.GetProperty("Status")?.PropertyType is { IsEnum: true } kind
            && kind.GetField(status.GetString()!, BindingFlags.Public | BindingFlags.Static | BindingFlags.IgnoreCase) is { } member
            ? TitleAttribute.Of(member)?.In(language.Culture)
            : null;

    string Of(Type type, string name) => TitleAttribute.Of(type)?.In(language.Culture) ?? name;
}
