using System.CommandLine;
using System.Text.Json;

namespace Township.Cli;

/// <summary><c>township diff STREAM --from N --to M</c>: what changed in the state between two versions.</summary>
static class DiffCommand
{
    public static Command Create(CommandFactory commands)
    {
        var stream = commands.Stream();
        var reader = commands.Reader();
        var from = commands.Version("--from", "较早的版本", "The earlier version", required: true);
        var to = commands.Version("--to", "较晚的版本", "The later version", required: true);
        var command = commands.Create("diff", "比较一个卷宗在两个版本的内容", "Compares a stream's state at two versions", [stream, from, to, .. reader.Symbols], async inquiry =>
        {
            var states = new StateReader(inquiry.Reader, inquiry.Aggregates);
            var name = inquiry.Parsed.GetRequiredValue(stream);
            await using var texts = await ShownTexts.Of(inquiry, reader);
            var before = await At(from);
            var after = await At(to);
            var changes = JsonDiff.Between(before.View, after.View);
            if (inquiry.Screen.IsJson) await WriteJson(inquiry.Screen, before, after, changes);
            else if (changes.Count == 0) inquiry.Screen.Line(inquiry.Say("内容相同。", "The states are the same."));
            else await Tables.Write(inquiry.Screen, [inquiry.Say("项目", "Path"), inquiry.Say("之前", "Before"), inquiry.Say("之后", "After")], changes.Select(c => Row(c, inquiry.Titles, name.Category)).ToAsyncEnumerable());
            return ExitCodes.Fine;

            async Task<StateView> At(Option<long?> version)
            {
                var state = await states.AtVersion(name, inquiry.Parsed.GetValue(version)!.Value, inquiry.Stopped);
                await reader.Entitle(inquiry, ReadKind.View, name, state.Version);
                return state with { View = await texts.Show(state.View, name, inquiry.Stopped, distinct: true) };
            }
        });
        reader.Check(command);
        return command;

        IReadOnlyList<string> Row(JsonChange change, Titles titles, string category)
        {
            return [change.Path.Length == 0 ? "/" : change.Path, Shown(change.Before), Shown(change.After)];

            string Shown(string? json) => json is null ? "—" : change.Path == "/status" && Status(json) is { } status ? status : json;

            string? Status(string json)
            {
                using var value = JsonDocument.Parse(json);
                return titles.Status(category, value.RootElement);
            }
        }
    }

    static Task WriteJson(Screen screen, StateView before, StateView after, IReadOnlyList<JsonChange> changes) => screen.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("stream", before.Stream.ToString());
        json.WriteNumber("from", before.Version);
        json.WriteNumber("to", after.Version);
        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("path", change.Path);
            // Left out, not null, where there was no value: null is a value.
            Value("before", change.Before);
            Value("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return Task.CompletedTask;

        void Value(string member, string? value)
        {
            if (value is null) return;
            json.WritePropertyName(member);
            json.WriteRawValue(value);
        }
    });
}
