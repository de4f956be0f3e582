using Township.Notices;

namespace Township.Measures;

/// <summary>Where a measure stands.</summary>
public enum MeasureStatus
{
    /// <summary>Not opened yet.</summary>
    [Title("尚未启动", "not opened")]
    Unopened,

    /// <summary>The cadre has to act: explain, or rectify and report; or the talk has to be held.</summary>
    [Title("待当事人办理", "opened")]
    Opened,

    /// <summary>The cadre has delivered; a decision is due.</summary>
    [Title("待审定", "delivered")]
    Delivered,

    /// <summary>Closed.</summary>
    [Title("已办结", "closed")]
    Closed,

    /// <summary>Cancelled with its notice.</summary>
    [Title("已取消", "cancelled")]
    Cancelled,
}

/// <summary>What the cadre delivered, and what was said about it.</summary>
/// <param name="Text">The explanation, or the report of the rectification.</param>
/// <param name="Evidence">The cadre's evidence of a rectification.</param>
/// <param name="On">When.</param>
/// <param name="Accepted">Null while undecided.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecidedOn">When.</param>
/// <param name="Remark">The reason of a rejection, or the evidence of an accepted rectification.</param>
[GenerateSerializer, Immutable, Alias("measure.delivery")]
public sealed record Delivery(PersonalText Text, PersonalText? Evidence, DateOnly On, bool? Accepted, string? DecidedBy, DateOnly? DecidedOn, PersonalText? Remark);

/// <summary>An admonition talk that was held.</summary>
[GenerateSerializer, Immutable, Alias("measure.talk")]
public sealed record AdmonitionTalk(DateOnly HeldOn, string HeldBy, PersonalText Summary, string RecordedBy);

/// <summary>A measure. Not a disciplinary punishment 处分. All but the status is null or empty until it is opened.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Kind">Which measure.</param>
/// <param name="CadreId">Whom it concerns.</param>
/// <param name="Due">The last day on which what is due is in time.</param>
/// <param name="OpenedBy">Who opened it.</param>
/// <param name="OpenedOn">When.</param>
/// <param name="PolicyVersion">The policy by which the due day was computed.</param>
/// <param name="Deliveries">Explanations or reports, in their order.</param>
/// <param name="Talk">The talk.</param>
/// <param name="OverdueOn">When it was marked overdue.</param>
/// <param name="ClosedOn">When it was closed.</param>
/// <param name="Late">Whether it was closed late; null until closed.</param>
/// <param name="CancelledOn">When it was cancelled.</param>
/// <param name="CancellationReason">Why.</param>
[GenerateSerializer, Immutable, Alias("measure.view")]
public sealed record MeasureView(
    MeasureStatus Status, MeasureKind? Kind, string? CadreId, DueDate? Due, string? OpenedBy, DateOnly? OpenedOn, string? PolicyVersion,
    EquatableList<Delivery> Deliveries, AdmonitionTalk? Talk, DateOnly? OverdueOn, DateOnly? ClosedOn, bool? Late,
    DateOnly? CancelledOn, PersonalText? CancellationReason);
