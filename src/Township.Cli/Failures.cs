namespace Township.Cli;

/// <summary>What goes wrong, as one line and an exit code.</summary>
static class Failures
{
    public static async Task<int> Told(Language language, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e)
        {
            var (code, line) = Of(e, language);
            await CommandLine.Complain(line);
            return code;
        }
    }

    static (int Code, string Line) Of(Exception e, Language language) => e switch
    {
        OperationCanceledException => (ExitCodes.Stopped, language.Say("已中止。", "Stopped.")),
        UsageException => (ExitCodes.WrongUsage, e.Message),
        NotInHistoryException missing => (ExitCodes.WrongUsage, language.Say(missing.Chinese, missing.Message)),
        SubscriptionRequestException refused => (ExitCodes.WrongUsage, language.Say(refused.Chinese, refused.Message)),
        NotEntitledException closed => (ExitCodes.NotEntitled, language.Say($"{closed.Stream}：{closed.Refusal.Chinese}", $"{closed.Stream}: {closed.Refusal.English}")),
        FaultyHistoryException faulty => (faulty.Fault.NotKnown ? ExitCodes.NotKnown : ExitCodes.Faulty, FaultLines.Of(faulty.Fault, language)),
        StoreOpenException or StoreUnavailableException => (ExitCodes.NoStore, language.Say($"数据库打不开：{Reasons.InChinese(e)}", $"The store cannot be opened: {e.Message}")),
        StoreCorruptException => (ExitCodes.Faulty, language.Say($"数据库已损坏：{Reasons.InChinese(e)}", $"The store is damaged: {e.Message}")),
        // Not the stack trace, which helps no auditor; name and message are enough to report it.
        _ => (ExitCodes.Bug, language.Say($"程序出错，请报告：{e.GetType().Name}：{e.Message}", $"A bug in this program, please report it: {e.GetType().Name}: {e.Message}")),
    };
}
