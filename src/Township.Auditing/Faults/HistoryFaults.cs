namespace Township.Auditing;

/// <summary>The faults that verification reports. The codes are stable; docs/audit.md explains each.</summary>
static class HistoryFaults
{
    public static readonly FaultKind Unreadable = new("row-unreadable",
        "这一条记录无法读取：{1}。", "The stored row cannot be read: {1}.");

    public static readonly FaultKind ReadingStopped = new("reading-stopped",
        "存储已损坏，自此处起无法继续读取：{1}。", "The store is damaged and cannot be read any further: {1}.");

    public static readonly FaultKind Position = new("position",
        "全局序号不连续：应为 {0}，实为 {1}。", "The global order has a gap: expected position {0}, found {1}.");

    public static readonly FaultKind LogHash = new("log-hash",
        "全局哈希链不符：应为 {0}，实为 {1}。", "The log's hash chain is broken: expected {0}, found {1}.");

    public static readonly FaultKind LogHead = new("log-head",
        "存储所记的末尾与历史不符：应为 {0}，实为 {1}。", "The store's own end of the log does not fit the history: expected {0}, found {1}.");

    public static readonly FaultKind Checkpoint = new("checkpoint",
        "历史与外部留存的核对点不符：应为 {0}，实为 {1}。", "The history does not fit the checkpoint kept outside: expected {0}, found {1}.");

    public static readonly FaultKind History = new("history",
        "这是另一段历史：核对点取自历史 {0}，本存储所存为 {1}。", "This is another history than the checkpoint was noted from: expected {0}, found {1}.");

    public static readonly FaultKind Version = new("version",
        "流的版本不连续：应为 {0}，实为 {1}。", "The stream's versions have a gap: expected {0}, found {1}.");

    public static readonly FaultKind CommitHash = new("commit-hash",
        "提交内容与其哈希不符，记录被改动：应为 {0}，实为 {1}。", "The commit does not match its hash, so it was changed: expected {0}, found {1}.");

    public static readonly FaultKind EventCount = new("event-count",
        "事件数不符：记为 {0}，实有 {1}。", "The number of events is wrong: recorded {0}, found {1}.");

    public static readonly FaultKind StreamHead = new("stream-head",
        "存储的流目录与历史不符：应为 {0}，实为 {1}。", "The store's list of streams does not fit the history: expected {0}, found {1}.");

    public static readonly FaultKind DecidedAt = new("decided-at",
        "决定时间倒退：不应早于 {0}，实为 {1}。", "The time of decision runs backwards: expected {0} or later, found {1}.");

    public static readonly FaultKind CommandTwice = new("command-twice",
        "命令 {2} 在同一流中出现两次：应只在第 {0} 号提交，又见于第 {1} 号提交。",
        "The command {2} occurs twice in the stream: expected in commit {0} only, found in commit {1} too.");

    public static readonly FaultKind CommandIndex = new("command-index",
        "按命令编号 {0} 查不到这一提交：{1}。", "The commit cannot be found by its command id {0}: {1}.");

    public static readonly FaultKind PartUnreadable = new("part-unreadable",
        "提交中的 {0} 无法读取：{1}。", "The commit's {0} cannot be read: {1}.");

    public static readonly FaultKind FactVersion = new("fact-version",
        "所引用的事实 {2} 当时不可能出自第 {1} 版：应为某次提交之后的版本，且不超过 {0}。",
        "The fact {2} cannot have been captured at version {1}: it must be one after a commit, and {0} at most.");

    public static readonly FaultKind FactUnknown = new("fact-unknown",
        "本程序不认识事实“{1}”，无法核对。已知事实：{0}。",
        "This program does not know the fact '{1}', so it cannot be checked. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind FactUncheckable = new("fact-uncheckable",
        "事实 {2} 的来源无法推演，不能核对：{1}。", "The fact {2} cannot be checked, because its stream cannot be folded: {1}.");

    public static readonly FaultKind FactDiffers = new("fact-differs",
        "所引用的事实与其来源不符：{2}。应为：{0}；实为：{1}。", "A fact is not what its stream says, {2}. Expected: {0}. Found: {1}.");

    public static readonly FaultKind GuardBroken = new("guard-broken",
        "受保护的事实在提交之前已经改变：{2}。当时应为：{0}；记录为：{1}。", "A guarded fact had changed before the commit, {2}. By then: {0}. Recorded: {1}.");

    public static readonly FaultKind FactStale = new("fact-stale",
        "所引用的事实早已过时：{2} 在 {1} 已有新版本，决定时间为 {0}。", "A fact was out of date: {2} had a newer version at {1}, and the decision is of {0}.");

    public static readonly FaultKind UnknownCategory = new("unknown-category",
        "本程序不认识流类别“{1}”，无法据此推演状态。已知类别：{0}。",
        "This program does not know the stream category '{1}', so the stream cannot be folded by it. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind UnknownEvent = new("unknown-event",
        "本程序不认识事件“{1}”，无法据此推演状态。已知事件：{0}。",
        "This program does not know the event '{1}', so it cannot be folded by it. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind CannotFold = new("cannot-fold",
        "本程序无法推演事件“{0}”：{1}。", "The event '{0}' cannot be folded by this program: {1}.");

    public static readonly FaultKind Storage = new("storage",
        "存储文件自身有误：{1}。", "The storage itself is not in order: {1}.");

    public static readonly FaultKind ListUnreadable = new("stream-list-unreadable",
        "存储的流目录无法读取：{1}。", "The store's list of streams cannot be read: {1}.");
}
