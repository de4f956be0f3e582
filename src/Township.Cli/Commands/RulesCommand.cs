using System.Globalization;

namespace Township.Cli;

/// <summary>
/// <c>township rules</c>: by which rules this program decides, and how they have changed. About the program; no store is opened.
/// </summary>
static class RulesCommand
{
    public static Command Create(CommonOptions common, Language language)
    {
        var command = new Command("rules", language.Say("规则版本：各类业务的规则及其历次变更", "Lists the versions of the rules of each aggregate: when they were changed, and why"));
        command.SetAction((parsed, _) => Failures.Told(language, async () =>
        {
            await using var screen = new Screen(parsed.GetValue(common.Format));
            await Show(screen, language, common.Rules.Aggregates(parsed));
            return ExitCodes.Fine;
        }));
        return command;
    }

    static async Task Show(Screen screen, Language language, IReadOnlyList<IAggregateType> aggregates)
    {
        if (screen.IsJson) foreach (var aggregate in aggregates) await screen.JsonLine(Line(aggregate));
        else await Tables.Write(screen,
            [language.Say("业务类别", "Aggregate"), language.Say("规则版本", "Rules"), language.Say("变更日期", "Changed on"), language.Say("变更内容和理由", "What was changed, and why")],
            aggregates.SelectMany(a => Rows(a, language)).ToAsyncEnumerable());
    }

    /// <summary>One row for each version, the one in force last.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IAggregateType aggregate, Language language) =>
    [
        [Titles.Category(aggregate, language), "1", "-", language.Say("最初的规则", "the first rules")],
        .. aggregate.RulesChanges.Select(change => (IReadOnlyList<string>)[Titles.Category(aggregate, language), $"{change.Version}", Day(change), language.Say(change.Chinese, change.English)]),
    ];

    /// <summary>The version in force, and all changes.</summary>
    public static ReadOnlyMemory<byte> Line(IAggregateType aggregate) => JsonLines.Object(json =>
    {
        json.WriteString("aggregate", aggregate.Category);
        json.WriteNumber("rulesVersion", aggregate.RulesChanges.Count + 1);
        json.WriteStartArray("changes");
        foreach (var change in aggregate.RulesChanges)
        {
            json.WriteStartObject();
            json.WriteNumber("rulesVersion", change.Version);
            json.WriteString("on", Day(change));
            json.WriteString("chinese", change.Chinese);
            json.WriteString("english", change.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    static string Day(RulesChange change) => change.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
