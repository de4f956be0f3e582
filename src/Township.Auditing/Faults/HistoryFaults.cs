namespace Township.Auditing;

/// <summary>The faults that verification reports. The codes are stable; docs/audit.md explains each.</summary>
static class HistoryFaults
{
    public static readonly FaultKind Unreadable = new("row-unreadable",
        "这一条记录无法读取：{1}。", "The stored row cannot be read: {1}.");

    public static readonly FaultKind ReadingStopped = new("reading-stopped",
        "数据库已损坏，自此处起无法继续读取：{1}。", "The store is damaged and cannot be read any further: {1}.");

    public static readonly FaultKind Position = new("position",
        "写入序号不连续：应为 {0}，实为 {1}。", "The global order has a gap: expected position {0}, found {1}.");

    public static readonly FaultKind LogHash = new("log-hash",
        "全局哈希链不符：应为 {0}，实为 {1}。", "The log's hash chain is broken: expected {0}, found {1}.");

    public static readonly FaultKind LogHead = new("log-head",
        "数据库所记的日志末尾与记录不符：应为 {0}，实为 {1}。", "The store's own end of the log does not fit the history: expected {0}, found {1}.");

    public static readonly FaultKind Checkpoint = new("checkpoint",
        "记录与以前抄录的核对点不符：应为 {0}，实为 {1}。", "The history does not fit the checkpoint kept outside: expected {0}, found {1}.");

    public static readonly FaultKind History = new("history",
        "核对点不是从这个数据库抄录的：核对点的历史标识为 {0}，本数据库的历史标识为 {1}。", "This is another history than the checkpoint was noted from: expected {0}, found {1}.");

    public static readonly FaultKind Version = new("version",
        "卷宗的版本不连续：应为 {0}，实为 {1}。", "The stream's versions have a gap: expected {0}, found {1}.");

    public static readonly FaultKind CommitHash = new("commit-hash",
        "内容与其哈希不符，记录已被改动：应为 {0}，实为 {1}。", "The commit does not match its hash, so it was changed: expected {0}, found {1}.");

    public static readonly FaultKind EventCount = new("event-count",
        "记录项数不符：记为 {0}，实有 {1}。", "The number of events is wrong: recorded {0}, found {1}.");

    public static readonly FaultKind StreamHead = new("stream-head",
        "数据库的卷宗目录与记录不符：应为 {0}，实为 {1}。", "The store's list of streams does not fit the history: expected {0}, found {1}.");

    public static readonly FaultKind DecidedAt = new("decided-at",
        "决定时间倒退：不应早于 {0}，实为 {1}。", "The time of decision runs backwards: expected {0} or later, found {1}.");

    public static readonly FaultKind CommandTwice = new("command-twice",
        "命令编号 {2} 在同一卷宗中出现两次：应只见于第 {0} 次写入，又见于第 {1} 次写入。",
        "The command {2} occurs twice in the stream: expected in commit {0} only, found in commit {1} too.");

    public static readonly FaultKind CommandIndex = new("command-index",
        "按命令编号 {0} 查不到这次写入：{1}。", "The commit cannot be found by its command id {0}: {1}.");

    public static readonly FaultKind PartUnreadable = new("part-unreadable",
        "这次写入的 {0} 部分无法读取：{1}。", "The commit's {0} cannot be read: {1}.");

    public static readonly FaultKind FactVersion = new("fact-version",
        "所引用的事实 {2} 当时不可能出自第 {1} 版：应为某次写入之后的版本，且不超过 {0}。",
        "The fact {2} cannot have been captured at version {1}: it must be one after a commit, and {0} at most.");

    public static readonly FaultKind FactUnknown = new("fact-unknown",
        "本程序无法识别事实“{1}”，不能核对。可识别的有：{0}。",
        "This program does not know the fact '{1}', so it cannot be checked. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind FactUncheckable = new("fact-uncheckable",
        "事实 {2} 的来源卷宗无法还原，不能核对：{1}。", "The fact {2} cannot be checked, because its stream cannot be folded: {1}.");

    public static readonly FaultKind FactDiffers = new("fact-differs",
        "所引用的事实与其来源不符：{2}。应为：{0}；实为：{1}。", "A fact is not what its stream says, {2}. Expected: {0}. Found: {1}.");

    public static readonly FaultKind GuardBroken = new("guard-broken",
        "写入时须保持不变的事实在写入之前已经改变：{2}。当时应为：{0}；记录为：{1}。", "A guarded fact had changed before the commit, {2}. By then: {0}. Recorded: {1}.");

    public static readonly FaultKind FactStale = new("fact-stale",
        "所引用的事实早已过时：{2} 在 {1} 已有新版本，决定时间为 {0}。", "A fact was out of date: {2} had a newer version at {1}, and the decision is of {0}.");

    public static readonly FaultKind UnknownCategory = new("unknown-category",
        "本程序无法识别业务类别“{1}”，不能还原其内容。可识别的有：{0}。",
        "This program does not know the stream category '{1}', so the stream cannot be folded by it. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind UnknownEvent = new("unknown-event",
        "本程序无法识别记录事项“{1}”，不能还原其内容。可识别的有：{0}。",
        "This program does not know the event '{1}', so it cannot be folded by it. Known are: {0}.", NotKnown: true);

    public static readonly FaultKind CannotFold = new("cannot-fold",
        "本程序无法还原记录事项“{0}”：{1}。", "The event '{0}' cannot be folded by this program: {1}.");

    public static readonly FaultKind Storage = new("storage",
        "数据库文件自身有误：{1}。", "The storage itself is not in order: {1}.");

    public static readonly FaultKind ListUnreadable = new("stream-list-unreadable",
        "数据库的卷宗目录无法读取：{1}。", "The store's list of streams cannot be read: {1}.");
}
