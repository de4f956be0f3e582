namespace Township.LivelihoodIssues;

/// <summary>Where a livelihood issue stands.</summary>
public enum LivelihoodIssueStatus
{
    /// <summary>Not raised.</summary>
    [Title("尚未提出", "not raised")]
    Unraised,

    /// <summary>Raised or reopened; the township says what it does about it.</summary>
    [Title("待受理", "raised")]
    Raised,

    /// <summary>Accepted, with measures; work is under way.</summary>
    [Title("办理中", "accepted")]
    Accepted,

    /// <summary>Declined, with a reason.</summary>
    [Title("不予受理", "declined")]
    Declined,

    /// <summary>Done, as the township sees it; the public has not confirmed it.</summary>
    [Title("已办成，待群众确认", "done")]
    Done,

    /// <summary>Confirmed by the public.</summary>
    [Title("群众已确认", "confirmed")]
    Confirmed,
}

/// <summary>A livelihood issue. All but the status is null or 0 until it is raised. Every report of progress is in the history.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Title">What it is about.</param>
/// <param name="RaisedBy">Who raised it, as they gave their name.</param>
/// <param name="Text">The problem as it was raised.</param>
/// <param name="VillageId">Where, when it is about a village.</param>
/// <param name="RaisedOn">When.</param>
/// <param name="Measures">What is done about it.</param>
/// <param name="OwnerId">The cadre who sees to it.</param>
/// <param name="Due">By when, where there is a deadline.</param>
/// <param name="OverdueOn">When that deadline was marked as passed.</param>
/// <param name="Progress">The newest report of progress.</param>
/// <param name="Result">What came of it.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="DeclineReason">Why it was declined.</param>
/// <param name="Feedback">What the public said when it confirmed or reopened it last.</param>
/// <param name="Reopenings">How often it was reopened.</param>
[GenerateSerializer, Immutable, Alias("livelihood.view")]
public sealed record LivelihoodIssueView(
    LivelihoodIssueStatus Status, string? Title, PersonalText? RaisedBy, PersonalText? Text, string? VillageId, DateOnly? RaisedOn,
    PersonalText? Measures, string? OwnerId, DueDate? Due, DateOnly? OverdueOn, PersonalText? Progress,
    PersonalText? Result, DateOnly? DoneOn, PersonalText? DeclineReason, PersonalText? Feedback, int Reopenings);
