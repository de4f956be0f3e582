using System.CommandLine;
using System.Globalization;

namespace Township.Cli;

/// <summary><c>township deadlines</c>: what is due, what is not, and what could not be sent. Reads only.</summary>
static class DeadlinesCommand
{
    public static Command Create(CommonOptions common, Language language)
    {
        var readModels = new ReadModelsOption(common, language);
        return new Command("deadlines", language.Say("期限：未到期、已到期、不再适用和办理失败的期限", "Deadlines that are pending, due, refused or stuck"))
        {
            readModels.Option, List(), Lag(),
        };

        Command List()
        {
            var state = new Option<string?>("--state") { HelpName = "STATE", Description = language.Say("只列出此状态的期限；不填时列出全部未办结的", "Only deadlines in this state; default: all that are not settled") };
            state.AcceptOnlyFromAmong([.. Enum.GetValues<DeadlineState>().Select(NameOf)]);
            var due = new Option<bool>("--due") { Description = language.Say("只列出已到期的期限", "Only deadlines that are due") };
            var township = new Option<string?>("--township") { HelpName = "ID", Description = language.Say("只列出此乡镇的期限", "Only deadlines of this township") };
            var most = new Option<int>("--limit") { HelpName = "N", DefaultValueFactory = _ => 100, Description = language.Say("最多列出多少条；不填时为 100 条", "The largest number of deadlines; default: 100") };
            most.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var n) && n > 0)) result.AddError(language.Say("--limit 应为正整数。", "--limit must be a positive integer."));
            });
            return OnViews("list", "列出期限，最早到期的在前", "Lists deadlines, the earliest first", [state, due, township, most], async (parsed, checkpoints, screen, stopped) =>
            {
                var filter = new DeadlineFilter(
                    parsed.GetValue(state) is { } name ? Enum.Parse<DeadlineState>(name, ignoreCase: true) : null, parsed.GetValue(township),
                    parsed.GetValue(due) ? TimeProvider.System.GetUtcNow() : null, parsed.GetValue(most));
                var rows = await checkpoints.Query(async connection => await DeadlineQueries.List(connection, null, filter, stopped).ToListAsync(stopped), stopped);
                if (screen.IsJson) foreach (var row in rows) await screen.JsonLine(Line(row));
                else await Tables.Write(screen,
                    [
                        language.Say("到期（北京）", "Due (Asia/Shanghai)"), language.Say("卷宗", "Stream"), language.Say("期限", "Deadline"), language.Say("状态", "State"),
                        language.Say("已办次数", "Tried"), language.Say("下次办理（北京）", "Next try (Asia/Shanghai)"), language.Say("说明", "Reason"),
                    ], rows.Select(r => Row(r, language)).ToAsyncEnumerable());
            });
        }

        Command Lag() => OnViews("lag", "各状态的数量，以及逾期多久", "The number of deadlines in each state, and how late the first one is", [], async (parsed, checkpoints, screen, stopped) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var totals = await checkpoints.Query(connection => DeadlineQueries.Totals(connection, now, stopped), stopped);
            var lag = totals.OverdueSince is { } since ? now - since : TimeSpan.Zero;
            if (screen.IsJson)
            {
                await screen.JsonLine(Line(totals, lag));
                return;
            }

            foreach (var (state, count) in totals.States) screen.Line(language.Say($"{Shown(state, language)}：{Number(count)}", $"{Shown(state, language)}: {Number(count)}"));
            screen.Line(language.Say($"已到期未办结：{Number(totals.Overdue)}，最早的一条已过 {Seconds(lag)} 秒", $"due and not settled: {Number(totals.Overdue)}, the first one for {Seconds(lag)} s"));
            screen.Line(language.Say($"下一条到期时间：{Shown(totals.NextAt)}", $"next: {Shown(totals.NextAt)}"));
        });

        Command OnViews(string name, string chinese, string english, Option[] options, Func<ParseResult, SqlCheckpointStore, Screen, CancellationToken, Task> answer)
        {
            var command = new Command(name, language.Say(chinese, english));
            foreach (var option in options) command.Options.Add(option);
            command.SetAction((parsed, stopped) => Failures.Told(language, async () =>
            {
                await using var checkpoints = readModels.Open(parsed);
                await using var screen = new Screen(parsed.GetValue(common.Format));
                if ((await checkpoints.Find(DeadlineProjection.Table, stopped))?.Live is null)
                    throw new StoreOpenException("There is no read model of deadlines here yet.") { Chinese = "此处还没有期限统计表。" };
                await answer(parsed, checkpoints, screen, stopped);
                return ExitCodes.Fine;
            }));
            return command;
        }
    }

    static IReadOnlyList<string> Row(DeadlineRow row, Language language) =>
        [Moments.Show(row.DueAt), row.Stream.ToString(), Shown(row.Name, language), Shown(row.State, language), $"{row.Attempts}", row.Attempts > 0 ? Shown(row.TryAt) : "", row.Note ?? ""];

    static ReadOnlyMemory<byte> Line(DeadlineRow row) => JsonLines.Object(json =>
    {
        json.WriteString("stream", row.Stream.ToString());
        json.WriteString("name", row.Name);
        json.WriteString("dueAt", Moments.Exact(row.DueAt));
        json.WriteString("state", NameOf(row.State));
        json.WriteNumber("attempts", row.Attempts);
        if (row.TriedAt is { } last) json.WriteString("triedAt", Moments.Exact(last));
        if (row.TryAt is { } next) json.WriteString("tryAt", Moments.Exact(next));
        if (row.Note is not null) json.WriteString("note", row.Note);
        json.WriteNumber("position", row.Position);
        json.WriteString("commandId", row.CommandId);
    });

    static ReadOnlyMemory<byte> Line(DeadlineTotals totals, TimeSpan lag) => JsonLines.Object(json =>
    {
        foreach (var state in Enum.GetValues<DeadlineState>()) json.WriteNumber(NameOf(state), totals.States.FirstOrDefault(s => s.State == state).Count);
        json.WriteNumber("overdue", totals.Overdue);
        json.WriteNumber("lagSeconds", Math.Round(lag.TotalSeconds, 3));
        if (totals.NextAt is { } next) json.WriteString("nextAt", Moments.Exact(next));
    });

    static string Shown(DeadlineState state, Language language) => language.Say(
        state switch
        {
            DeadlineState.Pending => "未到期",
            DeadlineState.Waiting => "待重新办理",
            DeadlineState.Stuck => "办理失败",
            DeadlineState.Done => "已办理",
            DeadlineState.Refused => "不再适用",
            _ => NameOf(state),
        }, NameOf(state));

    // The names are those of Township's aggregates; a team's own are shown as they are stored.
    static string Shown(string name, Language language) => name.Split('.') switch
    {
        ["overdue"] => language.Say("逾期认定", name),
        ["remind"] => language.Say("提醒", name),
        ["notice-period"] => language.Say("公告期届满", name),
        ["feedback"] => language.Say("反馈期限", name),
        ["measure", var issue, var measure] => language.Say($"落实措施期限（议题 {issue}，措施 {measure}）", name),
        _ => name,
    };

    static string NameOf(DeadlineState state) => state.ToString().ToLowerInvariant();

    static string Shown(DateTimeOffset? moment) => moment is { } shown ? Moments.Show(shown) : "-";

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
