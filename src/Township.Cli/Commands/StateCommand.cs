using System.Text.Encodings.Web;
using System.Text.Json;

namespace Township.Cli;

/// <summary><c>township state STREAM</c>: what an aggregate looked like at a version or time.</summary>
static class StateCommand
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Create(CommandFactory commands)
    {
        var stream = commands.Stream();
        var reader = commands.Reader();
        var version = commands.Version("--version", "到这一版本为止；0 表示尚无记录时", "As of this version; 0 is the state before the first event");
        var at = commands.At("到这一时刻为止", "As of this moment");
        var command = commands.Create("state", "显示一个卷宗在某一版本或时刻的内容", "Shows a stream's state at a version or moment", [stream, version, at, .. reader.Symbols], async inquiry =>
        {
            var states = new StateReader(inquiry.Reader, inquiry.Aggregates);
            var name = inquiry.Parsed.GetRequiredValue(stream);
            var state = (inquiry.Parsed.GetValue(version), inquiry.Parsed.GetValue(at)) switch
            {
                ({ } v, _) => await states.AtVersion(name, v, inquiry.Stopped),
                (_, { } t) => await states.AtTime(name, t, inquiry.Stopped),
                _ => await states.Newest(name, inquiry.Stopped),
            };
            await reader.Entitle(inquiry, ReadKind.View, name, state.Version);
            await using var texts = await ShownTexts.Of(inquiry, reader);
            await Show(inquiry, state with { View = await texts.Show(state.View, name, inquiry.Stopped) });
            return ExitCodes.Fine;
        });
        commands.NotBoth(command, version, at);
        reader.Check(command);
        return command;
    }

    static async Task Show(Inquiry inquiry, StateView state)
    {
        using var view = JsonDocument.Parse(state.View.Memory);
        if (inquiry.Screen.IsJson)
        {
            await inquiry.Screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("stream", state.Stream.ToString());
                json.WriteNumber("version", state.Version);
                json.WriteString("decidedAt", state.DecidedAt is { } decided ? Moments.Exact(decided) : null);
                json.WritePropertyName("view");
                view.WriteTo(json);
                json.WriteEndObject();
                return Task.CompletedTask;
            });
            return;
        }

        var time = state.DecidedAt is { } at ? Moments.Show(at) : inquiry.Say("尚无记录", "before the first event");
        var status = inquiry.Titles.StatusIn(state.Stream.Category, view.RootElement);
        inquiry.Screen.Line(inquiry.Say($"{state.Stream} 版本 {state.Version}（{time}）", $"{state.Stream} version {state.Version} ({time})"));
        if (status is not null) inquiry.Screen.Line(inquiry.Say($"状态：{status}", $"Status: {status}"));
        foreach (var line in JsonSerializer.Serialize(view.RootElement, Readable).Split('\n')) inquiry.Screen.Line(line.TrimEnd('\r'));
    }
}
