namespace Township.Draws;

/// <summary>Why a command to a draw is refused.</summary>
public static class DrawRefusals
{
    /// <summary>A person is named more than once among the candidates and the people excluded. Argument: the person.</summary>
    public static readonly RefusalReason CandidateTwice = new("draw.candidate-twice",
        "{0} 在候选人和排除人员中重复出现。", "{0} is named more than once among the candidates and the people excluded.");

    /// <summary>The seed may already be known. Argument: the time of its publication.</summary>
    public static readonly RefusalReason SeedAlreadyPublic = new("draw.seed-already-public",
        "种子须在候选人名单确定之后公布，而其公布时间 {0} 已到。",
        "The seed must be published after the candidates are fixed; its time of publication, {0}, is not in the future.");

    /// <summary>The seed is not public yet. Argument: the time of its publication.</summary>
    public static readonly RefusalReason TooEarly = new("draw.too-early",
        "种子于 {0} 公布，在此之前不能录入。", "The seed is published at {0} and cannot be entered earlier.");

    /// <summary>The value does not have the beacon's form. Argument: the form.</summary>
    public static readonly RefusalReason SeedForm = new("draw.seed-form",
        "种子不符合公开信源的格式：{0}。", "The seed does not have the beacon's form: {0}.");

    /// <summary>The beacon does not publish on that day. Arguments: the beacon, the day.</summary>
    public static readonly RefusalReason NotItsDay = new("draw.not-its-day",
        "{0} 在 {1} 不公布结果，请选择其他日期。", "{0} does not publish on {1}; choose another day.");

    /// <summary>
    /// Nothing can be drawn for the purpose now: the meeting is not convened or its reporters are drawn, or the hearing is not in
    /// preparation, has no such group or its sign-up is open. Argument: the draw.
    /// </summary>
    public static readonly RefusalReason NotReady = new("draw.not-ready",
        "{0} 目前不能抽签：报告会须已经召集且尚未抽定报告人；听证会须在筹备中、设有该分组且报名已经截止。",
        "Nothing can be drawn for {0} now: a report meeting must be convened and its reporters not yet drawn; a hearing must be"
        + " in preparation, have the group and have closed its sign-up.");

    /// <summary>There is a seat for everybody. Arguments: candidates, seats.</summary>
    public static readonly RefusalReason NotNeeded = new("draw.not-needed",
        "{0} 人报名，名额 {1} 个，不需要抽签。", "{0} people signed up for {1} seats, so no draw is needed.");

    /// <summary>People are left out of the candidates without a reason. Argument: who.</summary>
    public static readonly RefusalReason CandidateMissing = new("draw.candidate-missing",
        "候选人名单缺少以下人员：{0}。", "These people are missing from the candidates: {0}.");

    /// <summary>People are named who are not candidates for this purpose. Argument: who.</summary>
    public static readonly RefusalReason NoCandidate = new("draw.no-candidate",
        "以下人员不是本次抽签的候选人：{0}。", "These people are not candidates for this draw: {0}.");

    /// <summary>Nobody may be excluded from this draw, or the record does not confirm the reason. Argument: who.</summary>
    public static readonly RefusalReason NoGround = new("draw.no-ground",
        "不能排除以下人员，或者排除理由与记录不符：{0}。", "These people cannot be excluded, or the record does not confirm the reason given: {0}.");

    /// <summary>The previous draw is neither void nor used. Argument: that draw.</summary>
    public static readonly RefusalReason PredecessorStands = new("draw.predecessor-stands",
        "前一次抽签 {0} 没有作废，结果也没有采用，不能另行抽签。",
        "The previous draw {0} is not void and its result has not been used, so no other draw can take its place.");

    /// <summary>The seed is not published later than that of the previous draw. Arguments: that draw, its time of publication.</summary>
    public static readonly RefusalReason SeedNotLater = new("draw.seed-not-later",
        "种子的公布时间必须晚于前一次抽签 {0} 的种子公布时间 {1}。",
        "The seed must be published later than the seed of the previous draw {0}, which is published at {1}.");

    /// <summary>The candidates have not been fixed.</summary>
    public static readonly RefusalReason NotFrozen = new("draw.not-frozen", "候选人名单尚未确定。", "The candidates have not been fixed yet.");

    /// <summary>The candidates have already been fixed.</summary>
    public static readonly RefusalReason AlreadyFrozen = new("draw.already-frozen",
        "候选人名单已经确定，不能更改。", "The candidates have already been fixed and cannot be changed.");

    /// <summary>The result has been used, or the meeting or hearing is no longer in preparation. Argument: the draw.</summary>
    public static readonly RefusalReason Settled = new("draw.settled",
        "抽签 {0} 不能作废：结果已经采用，或者所对应的会议已经过了筹备阶段。",
        "The draw {0} cannot be voided: its result has been used, or its meeting or hearing is no longer in preparation.");

    /// <summary>The draw is over.</summary>
    public static readonly RefusalReason Closed = new("draw.closed", "抽签已经结束。", "The draw is over.");
}
