using System.CommandLine;

namespace Township.Cli;

/// <summary><c>township verify</c>: whether the history is what it claims to be.</summary>
static class VerifyCommand
{
    public static Command Create(CommandFactory commands) => Create(commands, "verify",
        "校验记录：次序、哈希链、内容，以及能否逐条还原", "Verifies the history: order, hash chains, content, and that states can be computed from it", redecide: false);

    public static Command Create(CommandFactory commands, string name, string chinese, string english, bool redecide)
    {
        var language = commands.Language;
        var streams = commands.Streams();
        var checkpoint = new Option<Checkpoint?>("--checkpoint")
        {
            HelpName = "POSITION:HASH:HISTORY",
            Description = language.Say("以前抄录的日志末尾（核对点），现有记录中应仍能查到", "An end of the log that was noted earlier; the history must still contain it"),
            CustomParser = result =>
            {
                if (Checkpoint.TryParse(result.Tokens[0].Value) is { } noted) return noted;
                result.AddError(language.Say($"--checkpoint 应为 POSITION:HASH:HISTORY，即序号、哈希（64 位十六进制数）和历史标识（32 位十六进制数），不能是“{result.Tokens[0].Value}”。",
                    $"--checkpoint must be POSITION:HASH:HISTORY with 64 and 32 hexadecimal digits, not '{result.Tokens[0].Value}'."));
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
                result.AddError(language.Say("--checkpoint 针对整个数据库，不能同时指定卷宗。", "--checkpoint is for the whole store; name no streams with it."));
        });
        return command;
    }
}

/// <summary><c>township replay</c>: whether every decision follows from the rules.</summary>
static class ReplayCommand
{
    public static Command Create(CommandFactory commands) => VerifyCommand.Create(commands, "replay",
        "按规则重新复核：除校验外，对每次办理按规则重新作出决定，并逐字节比对结果", "Replays the history: verifies it, decides every command again, and compares the events byte for byte", redecide: true);
}
