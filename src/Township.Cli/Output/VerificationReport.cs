using Spectre.Console;

namespace Township.Cli;

/// <summary>The course and the result of a verification, as text or as one JSON document.</summary>
static class VerificationReport
{
    public delegate Task<VerificationTotals> Verification(Action<Fault> onFault, IProgress<AuditProgress>? progress);

    public static async Task<VerificationTotals> Write(Inquiry inquiry, bool redecide, Verification verify)
    {
        if (inquiry.Screen.IsJson) return await WriteJson(inquiry.Screen, verify);
        var label = redecide ? inquiry.Say("复核", "Replaying") : inquiry.Say("校验", "Verifying");
        var totals = await ProgressBar.Show(inquiry.Screen, label, progress => verify(fault => Show(inquiry, fault), progress));
        Summary(inquiry, totals, redecide);
        return totals;
    }

    static void Show(Inquiry inquiry, Fault fault)
    {
        var line = Screen.Plain(FaultLines.Of(fault, inquiry.Language));
        if (inquiry.Screen.IsTerminal) inquiry.Screen.Terminal.Write(new Text(line + "\n", new Style(Color.Red)));
        else inquiry.Screen.Line(line);
    }

    static void Summary(Inquiry inquiry, VerificationTotals totals, bool redecide)
    {
        var rows = new List<(string Label, string Value)>
        {
            (inquiry.Say("写入次数", "Commits"), $"{totals.Commits:N0}"),
            (inquiry.Say("记录项数", "Events"), $"{totals.Events:N0}"),
            (inquiry.Say("卷宗", "Streams"), $"{totals.Streams:N0}"),
        };
        if (totals.Upcast > 0) rows.Add((inquiry.Say("旧格式", "Older schemas"), inquiry.Say($"{totals.Upcast:N0} 次写入转换为新格式后比对", $"{totals.Upcast:N0} commits compared after upcasting")));
        if (totals.Journaled > 0) rows.Add((inquiry.Say("未还原", "Not folded"), inquiry.Say($"{totals.Journaled:N0} 次写入来自其他程序（journaled grain）：只核对哈希链、次序和内容", $"{totals.Journaled:N0} commits of journaled grains: only chain, order and content are checked")));
        // In the very form that --checkpoint takes, to be noted outside of the store.
        if (totals.Head is { } head) rows.Add((inquiry.Say("日志末尾", "End of the log"), head.ToString()));
        rows.Add((inquiry.Say("结果", "Result"), Verdict(inquiry, totals, redecide)));
        var width = rows.Max(r => Screen.WidthOf(r.Label));
        foreach (var (label, value) in rows)
            inquiry.Screen.Line(label + new string(' ', width - Screen.WidthOf(label) + 2) + value);
    }

    static string Verdict(Inquiry inquiry, VerificationTotals totals, bool redecide) => (totals.Faults, redecide) switch
    {
        (0, _) when totals.NotKnown > 0 => inquiry.Say(
            $"哈希链完整；有 {totals.NotKnown:N0} 处内容本程序无法识别，请用 --rules 指明含有其规则的程序集。",
            $"The chain is intact; {(totals.NotKnown == 1 ? "1 finding is" : $"{totals.NotKnown:N0} findings are")} about content not known to this program. Name the assemblies that know it with --rules."),
        (0, _) when totals.Head is null => inquiry.Say("校验通过：这些卷宗未发现记录缺失或被改动。", "These streams are consistent; no fault was found."),
        (0, false) => inquiry.Say("校验通过：未发现记录缺失或被改动。", "The history is consistent; no fault was found."),
        (0, true) => inquiry.Say("复核通过：未发现记录缺失或被改动，每个决定都能按规则重新得出。", "The history is consistent, and every decision follows from the rules."),
        (1, _) => inquiry.Say("未通过：发现 1 处问题，记录不完整、已被改动或有差错。", "1 fault: the history is not consistent."),
        (var faults, _) => inquiry.Say($"未通过：发现 {faults:N0} 处问题，记录不完整、已被改动或有差错。", $"{faults:N0} faults: the history is not consistent."),
    };

    static async Task<VerificationTotals> WriteJson(Screen screen, Verification verify)
    {
        VerificationTotals? totals = null;
        await screen.Json(async json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("faults");
            totals = await verify(fault => FaultLines.Write(json, fault), null);
            json.WriteEndArray();
            json.WriteNumber("faultCount", totals.Faults);
            json.WriteNumber("notKnownCount", totals.NotKnown);
            json.WriteNumber("commits", totals.Commits);
            json.WriteNumber("events", totals.Events);
            json.WriteNumber("streams", totals.Streams);
            json.WriteNumber("upcast", totals.Upcast);
            json.WriteNumber("journaled", totals.Journaled);
            json.WriteString("head", totals.Head?.ToString());
            json.WriteEndObject();
        });
        return totals!;
    }
}
