using System.CommandLine;

namespace Township.Cli;

/// <summary><c>township verify</c>: whether the history is what it claims to be.</summary>
static class VerifyCommand
{
    public static Command Create(CommandFactory commands) => Create(commands, "verify",
        "校验历史:顺序、哈希链、内容与可推演性", "Verifies the history: order, hash chains, content, and that it folds", redecide: false);

    public static Command Create(CommandFactory commands, string name, string chinese, string english, bool redecide)
    {
        var language = commands.Language;
        var streams = commands.Streams();
        var checkpoint = new Option<Checkpoint?>("--checkpoint")
        {
            HelpName = "POSITION:HASH:HISTORY",
            Description = language.Say("从前记下的日志末尾;历史必须仍含此点", "An end of the log noted earlier; the history must still contain it"),
            CustomParser = result =>
            {
                if (Checkpoint.TryParse(result.Tokens[0].Value) is { } noted) return noted;
                result.AddError(language.Say($"--checkpoint 应为 序号:哈希(64 位十六进制):历史编号(32 位十六进制),不能是“{result.Tokens[0].Value}”。",
                    $"--checkpoint is POSITION:HASH:HISTORY with 64 and 32 hexadecimal digits, not '{result.Tokens[0].Value}'."));
                return null;
            },
        };
        var command = commands.Create(name, chinese, english, [streams, checkpoint], async inquiry =>
        {
            var named = inquiry.Parsed.GetValue(streams) ?? [];
            await KnownStreams.Check(inquiry, named);
            var options = new VerificationOptions { Redecide = redecide, Checkpoint = inquiry.Parsed.GetValue(checkpoint) };
            var verifier = new HistoryVerifier(inquiry.Reader, inquiry.Aggregates, options);
            var totals = await VerificationReport.Write(inquiry, redecide, (onFault, progress) => named is []
                ? verifier.VerifyAll(onFault, progress, inquiry.Stopped)
                : verifier.VerifyStreams(named, onFault, progress, inquiry.Stopped));
            return totals.Faults > 0 ? ExitCodes.Faulty : totals.NotKnown > 0 ? ExitCodes.NotKnown : ExitCodes.Fine;
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(checkpoint) is not null && result.GetResult(streams)?.Tokens.Count > 0)
                result.AddError(language.Say("--checkpoint 针对整个存储,不能同时指定流。", "--checkpoint is about the whole store; name no streams with it."));
        });
        return command;
    }
}

/// <summary><c>township replay</c>: whether every decision follows from the rules.</summary>
static class ReplayCommand
{
    public static Command Create(CommandFactory commands) => VerifyCommand.Create(commands, "replay",
        "重演历史:除校验外,按规则重新作出每个决定并逐字节比对事件", "Replays the history: verifies it, decides every command again and compares the events byte for byte", redecide: true);
}
