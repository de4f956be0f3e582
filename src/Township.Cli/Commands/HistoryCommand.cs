using System.Text.Json;
using Spectre.Console;

namespace Township.Cli;

/// <summary><c>township history STREAM</c>: everything that happened in a stream, damaged or not, known to this program or not.</summary>
static class HistoryCommand
{
    public static Command Create(CommandFactory commands)
    {
        var stream = commands.Stream();
        var reader = commands.Reader();
        var command = commands.Create("history", "列出一个卷宗的全部记录", "Shows all commits and events of a stream", [stream, .. reader.Symbols], async inquiry =>
        {
            var name = inquiry.Parsed.GetRequiredValue(stream);
            await KnownStreams.Check(inquiry, [name]);
            await reader.Entitle(inquiry, ReadKind.History, name);
            await using var texts = await ShownTexts.Of(inquiry, reader);
            var commits = inquiry.Reader.ReadStream(name, StreamRange.All, inquiry.Stopped).Select((c, stopped) => texts.Show(c, stopped));
            if (inquiry.Screen.IsJson) await foreach (var commit in commits) await inquiry.Screen.JsonLine(CommitLine.Of(commit));
            else if (inquiry.Screen.IsTerminal) await foreach (var commit in commits) Show(inquiry, commit);
            else await Tables.Write(inquiry.Screen, Headers(inquiry), commits.SelectMany(c => Rows(c, inquiry.Titles).ToAsyncEnumerable()));
            return ExitCodes.Fine;
        });
        reader.Check(command);
        return command;
    }

    static string[] Headers(Inquiry inquiry) =>
    [
        inquiry.Say("版本", "Version"), inquiry.Say("时间（北京）", "Time (Asia/Shanghai)"), inquiry.Say("经办人", "Actor"),
        inquiry.Say("办理事项", "Command"), inquiry.Say("规则版本", "Rules"), inquiry.Say("记录事项", "Event"), inquiry.Say("内容", "Data"),
    ];

    static IEnumerable<IReadOnlyList<string>> Rows(RecordedCommit commit, Titles titles) => CommitParts.Events(commit).Select((e, i) => (IReadOnlyList<string>)
    [
        $"{commit.FirstVersion + i}", Moments.Show(commit), CommitParts.Actor(commit, titles), titles.Command(commit.Content.CommandName),
        $"{commit.Content.Rules.Rules}", titles.Event(e.Name), e.Data.ToString(),
    ]);

    static void Show(Inquiry inquiry, RecordedCommit commit)
    {
        var terminal = inquiry.Screen.Terminal;
        var title = inquiry.Say($"版本 {Versions(commit)} · 第 {commit.Position} 次写入", $"version {Versions(commit)} · commit {commit.Position}");
        terminal.Write(new Rule(Markup.Escape(title)) { Justification = Justify.Left, Style = new Style(Color.Grey) });
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn());
        Row(inquiry.Say("时间", "Time"), Moments.Show(commit));
        Row(inquiry.Say("经办人", "Actor"), CommitParts.Actor(commit, inquiry.Titles));
        Row(inquiry.Say("办理事项", "Command"), $"{inquiry.Titles.Command(commit.Content.CommandName)} {commit.Content.CommandData}");
        Row(inquiry.Say("规则版本", "Rules"), $"{commit.Content.Rules.Rules}");
        foreach (var e in CommitParts.Events(commit)) Row(inquiry.Say("记录事项", "Event"), $"{inquiry.Titles.Event(e.Name)} {e.Data}");
        terminal.Write(grid);

        void Row(string label, string text) => grid.AddRow(new Text(label, new Style(Color.Grey)), new Text(Screen.Plain(text)));
    }

    static string Versions(RecordedCommit commit) =>
        commit.LastVersion == commit.FirstVersion ? $"{commit.FirstVersion}" : $"{commit.FirstVersion}–{commit.LastVersion}";
}

/// <summary>The parts of a commit for people; a damaged part is shown as it is stored.</summary>
static class CommitParts
{
    public static string Actor(RecordedCommit commit, Titles titles)
    {
        try
        {
            return titles.Actor(commit.Actor);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return commit.Content.Actor.ToString();
        }
    }

    public static IReadOnlyList<StoredMessage> Events(RecordedCommit commit)
    {
        try
        {
            return commit.Events;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return [new("?", 0, commit.Content.Events)];
        }
    }

    static bool IsDamage(Exception e) => e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException;
}
