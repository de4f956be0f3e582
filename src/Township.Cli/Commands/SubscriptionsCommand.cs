using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Township.Cli;

/// <summary><c>township subscriptions</c>: how the read models are doing, and what an operator can do about it. Never writes to the store.</summary>
static class SubscriptionsCommand
{
    public static Command Create(CommonOptions common, CommandFactory commands)
    {
        var language = commands.Language;
        var readModels = new ReadModelsOption(common, language);
        return new Command("subscriptions", language.Say("统计表更新任务：进度、未处理条数、重建和跳过", "Subscriptions: the progress and lag of read models, rebuilding and skipping"))
        {
            readModels.Option, List(), Lag(), Rebuild(), Skip(),
        };

        Command List() => OnViews("list", "列出全部更新任务", "Lists the subscriptions", [], async (parsed, checkpoints, screen, stopped) =>
        {
            var records = await checkpoints.List(stopped);
            if (screen.IsJson) foreach (var record in records) await screen.JsonLine(Encoding.UTF8.GetBytes(record.ToJson()));
            else await Tables.Write(screen,
                [
                    language.Say("更新任务", "Subscription"), language.Say("版本", "Version"), language.Say("第几次建表", "Build"), language.Say("状态", "State"),
                    language.Say("已处理至", "Position"), language.Say("更新时间（北京）", "Updated (Asia/Shanghai)"), language.Say("运行进程", "Owner"), language.Say("停止原因", "Stopped"),
                ], records.SelectMany(r => Rows(r, language)).ToAsyncEnumerable());
        });

        Command Lag() => commands.Create("lag", "各更新任务还有多少条未处理", "Shows how far the subscriptions are behind the store", [], async inquiry =>
        {
            await using var checkpoints = readModels.Open(inquiry.Parsed);
            var head = (await inquiry.Reader.ReadLogHead(inquiry.Stopped)).Position;
            var lags = new List<(SubscriptionRecord Record, SubscriptionBuild Build, TimeSpan Age)>();
            foreach (var record in await checkpoints.List(inquiry.Stopped))
                foreach (var build in record.Builds) lags.Add((record, build, await AgeOfNext(inquiry, build.Position)));
            if (inquiry.Screen.IsJson) foreach (var (record, build, age) in lags) await inquiry.Screen.JsonLine(Line(record, build, head, age));
            else await Tables.Write(inquiry.Screen,
                [
                    language.Say("更新任务", "Subscription"), language.Say("第几次建表", "Build"), language.Say("状态", "State"), language.Say("已处理至", "Position"),
                    language.Say("记录末尾", "Store"), language.Say("未处理条数", "Commits behind"), language.Say("落后秒数", "Seconds behind"),
                ], lags.Select(l => Row(l.Record, l.Build, head, l.Age, language)).ToAsyncEnumerable());
            return ExitCodes.Fine;
        });

        Command Rebuild()
        {
            var name = Name();
            return OnViews("rebuild", "从头重建一张统计表；完成前查询仍使用旧数据", "Rebuilds a read model from the beginning; queries see the old rows until it is complete", [name], async (parsed, checkpoints, screen, stopped) =>
            {
                var record = await checkpoints.Change(parsed.GetRequiredValue(name), r => r.Rebuild(TimeProvider.System.GetUtcNow()), stopped);
                screen.Line(language.Say($"已申请重建：{record.Name}，第 {record.LastBuild} 次建表，由运行该任务的服务程序开始执行。", $"Build {record.LastBuild} of {record.Name} is requested. The silo that runs the subscription will start it."));
            });
        }

        Command Skip()
        {
            var name = Name();
            var position = new Option<long>("--position") { HelpName = "N", Required = true, Description = language.Say("更新任务停在其前的那次写入的序号", "The position of the commit before which the subscription stopped") };
            var reason = new Option<string>("--reason") { HelpName = "TEXT", Required = true, Description = language.Say("为何可以跳过；将记录在案", "Why the commit may be skipped; it is recorded") };
            var by = new Option<string>("--by") { HelpName = "WHO", DefaultValueFactory = _ => Environment.UserName, Description = language.Say("由谁决定；不填时为登录名", "Who decided; default: the login name") };
            reason.Validators.Add(result =>
            {
                if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError(language.Say("--reason 不能为空。", "--reason must not be empty."));
            });
            return OnViews("skip", "跳过使更新任务停下的那次写入", "Skips the commit at which a subscription stopped", [name, position, reason, by], async (parsed, checkpoints, screen, stopped) =>
            {
                var at = parsed.GetValue(position);
                var record = await checkpoints.Change(parsed.GetRequiredValue(name),
                    r => r.Skip(at, parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), TimeProvider.System.GetUtcNow()), stopped);
                var skipped = record.Skips.Last(s => s.Position == at);
                screen.Line(language.Say($"{record.Name} 跳过第 {at} 次写入（{skipped.Stream}），由 {skipped.By} 决定：{skipped.Reason}", $"{record.Name} skips commit {at} ({skipped.Stream}), decided by {skipped.By}: {skipped.Reason}"));
            });
        }

        Argument<string> Name() => new("NAME") { Description = language.Say("更新任务的名称", "The subscription's name") };

        Command OnViews(string name, string chinese, string english, Symbol[] symbols, Func<ParseResult, ICheckpointStore, Screen, CancellationToken, Task> answer)
        {
            var command = new Command(name, language.Say(chinese, english));
            foreach (var argument in symbols.OfType<Argument>()) command.Arguments.Add(argument);
            foreach (var option in symbols.OfType<Option>()) command.Options.Add(option);
            command.SetAction((parsed, stopped) => Failures.Told(language, async () =>
            {
                await using var checkpoints = readModels.Open(parsed);
                await using var screen = new Screen(parsed.GetValue(common.Format));
                await answer(parsed, checkpoints, screen, stopped);
                return ExitCodes.Fine;
            }));
            return command;
        }
    }

    static async Task<TimeSpan> AgeOfNext(Inquiry inquiry, long position)
    {
        await foreach (var next in inquiry.Reader.ReadAll(position, inquiry.Stopped))
            return TimeProvider.System.GetUtcNow() - next.DecidedAt is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;
        return TimeSpan.Zero;
    }

    static IEnumerable<IReadOnlyList<string>> Rows(SubscriptionRecord record, Language language) => record.Builds.Select(b => (IReadOnlyList<string>)
    [
        record.Name, $"{b.Version}", $"{b.Number}", Shown(b, language), $"{b.Position}", Moments.Show(b.MovedAt),
        record.Owners.FirstOrDefault(o => o.Version == b.Version)?.Name ?? "",
        b.Failure is { } f ? $"{f.Position} {f.Stream} {f.Reason}" : "",
    ]);

    static IReadOnlyList<string> Row(SubscriptionRecord record, SubscriptionBuild build, long head, TimeSpan age, Language language) =>
        [record.Name, $"{build.Number}", Shown(build, language), $"{build.Position}", $"{head}", $"{Math.Max(0, head - build.Position)}", Seconds(age)];

    static ReadOnlyMemory<byte> Line(SubscriptionRecord record, SubscriptionBuild build, long head, TimeSpan age) => JsonLines.Object(json =>
    {
        json.WriteString("subscription", record.Name);
        json.WriteNumber("version", build.Version);
        json.WriteNumber("build", build.Number);
        json.WriteString("state", State(build));
        json.WriteNumber("position", build.Position);
        json.WriteNumber("head", head);
        json.WriteNumber("commitsBehind", Math.Max(0, head - build.Position));
        json.WriteNumber("secondsBehind", Math.Round(age.TotalSeconds, 3));
    });

    static string State(SubscriptionBuild build) => (build.State, build.Failure) switch
    {
        (BuildState.Live, null) => "live",
        (BuildState.Live, _) => "live, stopped",
        (BuildState.Retired, _) => "retired",
        (_, null) => "building",
        _ => "building, stopped",
    };

    static string Shown(SubscriptionBuild build, Language language) => language.Say(
        (build.State, build.Failure) switch
        {
            (BuildState.Live, null) => "使用中",
            (BuildState.Live, _) => "使用中，已停止更新",
            (BuildState.Retired, _) => "已停用",
            (_, null) => "建表中",
            _ => "建表中，已停止",
        }, State(build));

    static string Seconds(TimeSpan age) => age.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
