namespace Township.DeductionProposals;

/// <summary>Where a proposal stands.</summary>
public enum DeductionStatus
{
    /// <summary>Not made.</summary>
    [Title("尚未提出", "not proposed")]
    Unproposed,

    /// <summary>Proposed; nothing has taken effect.</summary>
    [Title("待决定", "proposed")]
    Proposed,

    /// <summary>A named leader confirmed it.</summary>
    [Title("已确认", "confirmed")]
    Confirmed,

    /// <summary>A named leader dismissed it.</summary>
    [Title("不予扣分", "dismissed")]
    Dismissed,

    /// <summary>Its source was reversed before anybody decided.</summary>
    [Title("已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>The event from which a deduction is proposed.</summary>
/// <param name="Stream">Its stream, for example <c>promise/songfan/2026-01.3</c>.</param>
/// <param name="Version">Its version in that stream.</param>
/// <param name="EventName">Its stored name.</param>
[GenerateSerializer, Immutable, Alias("deduction.source")]
public sealed record DeductionSource([Code] string Stream, long Version, [Code] string EventName);

/// <summary>Points to deduct, all positive.</summary>
/// <param name="Suggested">What is suggested.</param>
/// <param name="Lowest">The fewest that can be confirmed.</param>
/// <param name="Highest">The most.</param>
[GenerateSerializer, Immutable, Alias("deduction.points")]
public sealed record DeductionPoints(decimal Suggested, decimal Lowest, decimal Highest);

/// <summary>A proposed deduction. All but the status is null until it is proposed.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Source">From which event.</param>
/// <param name="CadreId">Whom it concerns.</param>
/// <param name="Rule">By which rule, for example <c>H7</c>.</param>
/// <param name="Points">How many points.</param>
/// <param name="Text">What happened.</param>
/// <param name="ProposedOn">When it was proposed.</param>
/// <param name="PolicyVersion">The policy from which the points are.</param>
/// <param name="ConfirmedPoints">How many points were confirmed.</param>
/// <param name="DecidedBy">Who confirmed, dismissed or withdrew it.</param>
/// <param name="DecidedOn">When.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("deduction.view")]
public sealed record DeductionProposalView(
    DeductionStatus Status, DeductionSource? Source, string? CadreId, string? Rule, DeductionPoints? Points, PersonalText? Text,
    DateOnly? ProposedOn, string? PolicyVersion, decimal? ConfirmedPoints, string? DecidedBy, DateOnly? DecidedOn, PersonalText? Reason);
