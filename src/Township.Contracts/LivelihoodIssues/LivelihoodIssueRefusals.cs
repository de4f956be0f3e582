namespace Township.LivelihoodIssues;

/// <summary>Why a livelihood issue refuses.</summary>
public static class LivelihoodIssueRefusals
{
    /// <summary>It has not been raised.</summary>
    public static readonly RefusalReason NotRaised = new("livelihood.not-raised", "该事项尚未提出。", "The issue has not been raised.");

    /// <summary>It has been raised.</summary>
    public static readonly RefusalReason AlreadyRaised = new("livelihood.already-raised", "该事项已经提出。", "The issue has been raised.");

    /// <summary>It has not been accepted.</summary>
    public static readonly RefusalReason NotAccepted = new("livelihood.not-accepted", "该事项尚未受理。", "The issue has not been accepted.");

    /// <summary>It has been accepted.</summary>
    public static readonly RefusalReason AlreadyAccepted = new("livelihood.already-accepted", "该事项已经受理。", "The issue has been accepted.");

    /// <summary>It is not reported done.</summary>
    public static readonly RefusalReason NotDone = new("livelihood.not-done", "该事项尚未办成。", "The issue is not done.");

    /// <summary>It is done, confirmed or declined.</summary>
    public static readonly RefusalReason Over = new("livelihood.over", "该事项已经办结,须先重新启动。", "The issue is over; reopen it first.");

    /// <summary>The owner does not speak for the public. Argument: the owner.</summary>
    public static readonly RefusalReason OwnerJudges = new("livelihood.owner-judges", "负责人 {0} 不能代表群众评价。", "The owner {0} does not speak for the public.");

    /// <summary>There is no deadline.</summary>
    public static readonly RefusalReason NoDeadline = new("livelihood.no-deadline", "该事项没有期限。", "The issue has no deadline.");

    /// <summary>The deadline has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("livelihood.not-due", "期限到 {0} 才届满。", "It is not due before {0} is over.");
}
