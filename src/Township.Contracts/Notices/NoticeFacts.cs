namespace Township.Notices;

/// <summary>Where a notice stands, and what it orders. Null before it is issued.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Measure">The measure chosen.</param>
/// <param name="RectifyBy">The deadline of a rectification.</param>
[FactName("notice.standing")]
public sealed record NoticeStanding(NoticeStatus Status, MeasureKind Measure, DueDate? RectifyBy);
