namespace Township.LivelihoodIssues;

/// <summary>Why a command to a livelihood issue is refused.</summary>
public static class LivelihoodIssueRefusals
{
    /// <summary>The issue has not been raised.</summary>
    public static readonly RefusalReason NotRaised = new("livelihood.not-raised", "该事项尚未提出。", "The issue has not been raised.");

    /// <summary>The issue has already been raised.</summary>
    public static readonly RefusalReason AlreadyRaised = new("livelihood.already-raised", "该事项已经提出。", "The issue has already been raised.");

    /// <summary>The issue has not been accepted.</summary>
    public static readonly RefusalReason NotAccepted = new("livelihood.not-accepted", "该事项尚未受理。", "The issue has not been accepted.");

    /// <summary>The issue has already been accepted.</summary>
    public static readonly RefusalReason AlreadyAccepted = new("livelihood.already-accepted",
        "该事项已经受理。", "The issue has already been accepted.");

    /// <summary>The issue has not been reported done.</summary>
    public static readonly RefusalReason NotDone = new("livelihood.not-done", "该事项尚未办成。", "The issue has not been reported done.");

    /// <summary>The issue was reported done, confirmed or declined.</summary>
    public static readonly RefusalReason Over = new("livelihood.over",
        "该事项已经办成、经群众确认或者不予受理，须先重新启动。", "The issue was reported done, confirmed or declined; reopen it first.");

    /// <summary>Who is responsible for the issue cannot confirm or reopen it. Argument: the owner.</summary>
    public static readonly RefusalReason OwnerJudges = new("livelihood.owner-judges",
        "{0} 是该事项的负责人，不能代表群众评价或者重新启动。", "{0} is responsible for the issue and cannot confirm or reopen it on behalf of the public.");

    /// <summary>The issue has no deadline.</summary>
    public static readonly RefusalReason NoDeadline = new("livelihood.no-deadline", "该事项没有期限。", "The issue has no deadline.");

    /// <summary>The deadline has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("livelihood.not-due",
        "该事项尚未逾期：期限为 {0}。", "The issue is not overdue: its deadline is {0}.");
}
