using System.CommandLine;

namespace Township.Cli;

/// <summary><c>township streams</c>: which streams there are.</summary>
static class StreamsCommand
{
    public static Command Create(CommandFactory commands)
    {
        var category = new Option<string?>("--category") { HelpName = "CATEGORY", Description = commands.Language.Say("只列这一类别，如 draw", "Only this category, for example draw") };
        return commands.Create("streams", "列出全部卷宗", "Lists the streams", [category], async inquiry =>
        {
            var heads = inquiry.Reader.ListStreams(inquiry.Parsed.GetValue(category), inquiry.Stopped);
            if (inquiry.Screen.IsJson) await foreach (var head in heads) await inquiry.Screen.JsonLine(Line(head));
            else await Tables.Write(inquiry.Screen, [inquiry.Say("卷宗", "Stream"), inquiry.Say("版本", "Version"), inquiry.Say("哈希", "Hash")], heads.Select(Row));
            return ExitCodes.Fine;
        });

        IReadOnlyList<string> Row(StreamHead head) => [head.Stream.ToString(), $"{head.Version}", head.Hash.ToString()];
    }

    static ReadOnlyMemory<byte> Line(StreamHead head) => JsonLines.Object(json =>
    {
        json.WriteString("stream", head.Stream.ToString());
        json.WriteNumber("version", head.Version);
        json.WriteString("hash", head.Hash.ToString());
    });
}
