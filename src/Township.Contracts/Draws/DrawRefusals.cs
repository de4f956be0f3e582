namespace Township.Draws;

/// <summary>Why a draw refuses.</summary>
public static class DrawRefusals
{
    /// <summary>The number of winners does not fit the candidates. Arguments: winners, candidates.</summary>
    public static readonly RefusalReason WrongNumber = new("draw.wrong-number",
        "抽取人数 {0} 无效:候选人共 {1} 名。", "Cannot draw {0} of {1} candidates.");

    /// <summary>A candidate is named twice. Argument: the candidate.</summary>
    public static readonly RefusalReason CandidateTwice = new("draw.candidate-twice", "候选人 {0} 重复。", "The candidate {0} is named twice.");

    /// <summary>The seed would be known already. Argument: the moment named.</summary>
    public static readonly RefusalReason SeedAlreadyPublic = new("draw.seed-already-public",
        "种子的公布时间 {0} 必须晚于候选人名单确定的时间。", "The seed must be published later than the candidates are fixed, not at {0}.");

    /// <summary>The seed is not yet published. Argument: when it will be.</summary>
    public static readonly RefusalReason TooEarly = new("draw.too-early", "种子要到 {0} 才公布。", "The seed is not published before {0}.");

    /// <summary>The seed is not written in the one way that leaves no choice of blanks.</summary>
    public static readonly RefusalReason SeedBlanks = new("draw.seed-blanks",
        "种子首尾不能有空白,中间只能用单个空格分隔。", "The seed has no blanks at its ends, and only single spaces within.");

    /// <summary>The candidates have not been fixed.</summary>
    public static readonly RefusalReason NotFrozen = new("draw.not-frozen", "候选人名单尚未确定。", "The candidates have not been fixed yet.");

    /// <summary>The candidates are fixed already.</summary>
    public static readonly RefusalReason AlreadyFrozen = new("draw.already-frozen", "候选人名单已经确定,不能更改。", "The candidates are fixed already and cannot be changed.");

    /// <summary>The draw is over.</summary>
    public static readonly RefusalReason Closed = new("draw.closed", "抽签已经结束。", "The draw is over.");
}
