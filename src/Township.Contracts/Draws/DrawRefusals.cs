namespace Township.Draws;

/// <summary>Why a draw refuses.</summary>
public static class DrawRefusals
{
    /// <summary>A candidate is named twice. Argument: the candidate.</summary>
    public static readonly RefusalReason CandidateTwice = new("draw.candidate-twice", "候选人 {0} 重复。", "The candidate {0} is named twice.");

    /// <summary>The seed would be known already. Argument: the moment named.</summary>
    public static readonly RefusalReason SeedAlreadyPublic = new("draw.seed-already-public",
        "种子的公布时间 {0} 必须晚于候选人名单确定的时间。", "The seed must be published later than the candidates are fixed, not at {0}.");

    /// <summary>The seed is not yet published. Argument: when it will be.</summary>
    public static readonly RefusalReason TooEarly = new("draw.too-early", "种子要到 {0} 才公布。", "The seed is not published before {0}.");

    /// <summary>The value is not of the beacon's form. Argument: the form.</summary>
    public static readonly RefusalReason SeedForm = new("draw.seed-form", "种子不符合信标的格式 {0}。", "The seed is not of the beacon's form, {0}.");

    /// <summary>The beacon publishes nothing on that day. Arguments: the beacon, the day.</summary>
    public static readonly RefusalReason NotItsDay = new("draw.not-its-day", "{0} 在 {1} 不开奖(不公布)。", "{0} publishes nothing on {1}.");

    /// <summary>
    /// Nothing can be drawn for the purpose: no such meeting or group, not convened, sign-up still open, or already decided. Argument: the
    /// draw.
    /// </summary>
    public static readonly RefusalReason NotReady = new("draw.not-ready", "{0} 所对应的会议或分组现在不能抽签。", "What {0} is for cannot be drawn for now.");

    /// <summary>There is a seat for everybody. Arguments: candidates, seats.</summary>
    public static readonly RefusalReason NotNeeded = new("draw.not-needed", "{0} 人报名,名额 {1} 个,不需要抽签。", "{0} signed up for {1} seats; no draw is needed.");

    /// <summary>Candidates are left out without a reason. Argument: who.</summary>
    public static readonly RefusalReason CandidateMissing = new("draw.candidate-missing", "候选人名单缺少:{0}。", "Missing among the candidates: {0}.");

    /// <summary>Some are no candidates for this purpose. Argument: who.</summary>
    public static readonly RefusalReason NoCandidate = new("draw.no-candidate", "以下人员不是本次抽签的候选人:{0}。", "Not candidates for this draw: {0}.");

    /// <summary>Nobody may be left out, or not for this reason: the record does not bear it out. Argument: who.</summary>
    public static readonly RefusalReason NoGround = new("draw.no-ground", "不能排除以下人员,或排除理由与记录不符:{0}。", "The record bears out no reason to leave out: {0}.");

    /// <summary>The draw before it is neither void nor used up. Argument: that draw.</summary>
    public static readonly RefusalReason PredecessorStands = new("draw.predecessor-stands", "抽签 {0} 没有作废,不能另行抽签。", "The draw {0} is not void; no other takes its place.");

    /// <summary>The seed would be known no later than that of the draw before it. Arguments: that draw, its moment.</summary>
    public static readonly RefusalReason SeedNotLater = new("draw.seed-not-later",
        "种子的公布时间必须晚于抽签 {0} 的 {1}。", "The seed must be published later than that of {0}, {1}.");

    /// <summary>The candidates have not been fixed.</summary>
    public static readonly RefusalReason NotFrozen = new("draw.not-frozen", "候选人名单尚未确定。", "The candidates have not been fixed yet.");

    /// <summary>The candidates are fixed already.</summary>
    public static readonly RefusalReason AlreadyFrozen = new("draw.already-frozen", "候选人名单已经确定,不能更改。", "The candidates are fixed already and cannot be changed.");

    /// <summary>The result was taken over, or what the draw is for is no longer being prepared. Argument: the draw.</summary>
    public static readonly RefusalReason Settled = new("draw.settled",
        "抽签 {0} 的结果已经采用,或者所对应的会议已经过了筹备阶段,不能作废。", "The result of {0} was taken over, or what it is for is no longer being prepared; it cannot be voided.");

    /// <summary>The draw is over.</summary>
    public static readonly RefusalReason Closed = new("draw.closed", "抽签已经结束。", "The draw is over.");
}
