namespace Township.Auditing;

/// <summary>The faults that a replay reports in addition to <see cref="HistoryFaults"/>.</summary>
static class DecisionFaults
{
    public static readonly FaultKind UnknownCommand = new("unknown-command",
        "本程序无法识别办理事项“{1}”，不能重新作出决定。可识别的有：{0}。",
        "This program does not know the command '{1}', so it cannot be decided again. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind CommandData = new("command-data",
        "办理事项“{0}”的数据不符合规定格式：{1}。", "The data of the command '{0}' does not fit its schema: {1}.");

    public static readonly FaultKind Refused = new("decision-refused",
        "按规则该事项应不予办理（{0}：{2}），却有办理记录：{1}。", "By the rules the command is refused ({0}: {2}), but events were stored: {1}.");

    public static readonly FaultKind Differs = new("decision-differs",
        "按规则得出的结果与记录不同。应为：{0}；实为：{1}。", "The rules lead to other events than those stored. Expected: {0}. Found: {1}.");

    public static readonly FaultKind FactMissing = new("fact-missing",
        "按规则该决定须依据事实 {0}，记录中却没有。", "By the rules the decision rests on the fact {0}, which the commit does not hold.");

    public static readonly FaultKind FactExtra = new("fact-extra",
        "记录中有事实 {1}，但按规则该决定并不依据它，或不要求它保持不变。",
        "The commit holds the fact {1}, on which by the rules the decision does not rest, or not with this guard.");

    public static readonly FaultKind UnknownRules = new("unknown-rules",
        "本程序没有第 {1} 版规则，不能重新作出决定；现有规则到第 {0} 版为止。",
        "This program does not know version {1} of the rules, so the commit cannot be decided again; known are versions up to {0}.", NotKnown: true);

    public static readonly FaultKind Policy = new("policy-version",
        "记录的政策版本与所引用的不符：应为“{0}”，实为“{1}”。", "Another policy version is recorded than the decision rests on: expected '{0}', found '{1}'.");

    public static readonly FaultKind Failed = new("decision-failed",
        "办理事项“{0}”无法重新作出决定：{1}。", "The command '{0}' cannot be decided again: {1}.");
}
