namespace Township.Auditing;

/// <summary>The faults that a replay reports in addition to <see cref="HistoryFaults"/>.</summary>
static class DecisionFaults
{
    public static readonly FaultKind UnknownCommand = new("unknown-command",
        "本程序不认识命令“{1}”，无法重新作出决定。已知命令：{0}。",
        "This program does not know the command '{1}', so it cannot be decided again. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind CommandData = new("command-data",
        "命令“{0}”的数据与其结构不符：{1}。", "The data of the command '{0}' does not fit its schema: {1}.");

    public static readonly FaultKind Refused = new("decision-refused",
        "按规则该命令应被拒绝（{0}：{2}），却存有事件：{1}。", "By the rules the command is refused ({0}: {2}), but events were stored: {1}.");

    public static readonly FaultKind Differs = new("decision-differs",
        "按规则得出的事件与存储的不同。应为：{0}；实为：{1}。", "The rules lead to other events than those stored. Expected: {0}. Found: {1}.");

    public static readonly FaultKind FactMissing = new("fact-missing",
        "按规则该决定须依据事实 {0}，提交中却没有。", "By the rules the decision rests on the fact {0}, which the commit does not hold.");

    public static readonly FaultKind FactExtra = new("fact-extra",
        "提交中记有事实 {1}，按规则该决定并不依据它，或不以此方式保护它。",
        "The commit holds the fact {1}, on which by the rules the decision does not rest, or not with this guard.");

    public static readonly FaultKind UnknownRules = new("unknown-rules",
        "本程序不认识第 {1} 版规则，无法重新作出决定；已知至第 {0} 版。",
        "This program does not know version {1} of the rules, so the commit cannot be decided again; known are versions up to {0}.",
        NotKnown: true);

    public static readonly FaultKind Policy = new("policy-version",
        "记录的政策版本与所引用的不符：应为“{0}”，实为“{1}”。", "Another policy version is recorded than the decision rests on: expected '{0}', found '{1}'.");

    public static readonly FaultKind Failed = new("decision-failed",
        "命令“{0}”无法重新作出决定：{1}。", "The command '{0}' cannot be decided again: {1}.");
}
