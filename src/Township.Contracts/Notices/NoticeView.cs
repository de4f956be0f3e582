namespace Township.Notices;

/// <summary>Where a notice stands.</summary>
public enum NoticeStatus
{
    /// <summary>Not issued yet.</summary>
    [Title("尚未发出", "not issued")]
    Unissued,

    /// <summary>Issued; the cadre may explain.</summary>
    [Title("已发出，待说明", "issued")]
    Issued,

    /// <summary>Explained; a leader considers it.</summary>
    [Title("已说明，待研究", "explained")]
    Explained,

    /// <summary>In effect; the measure can be opened.</summary>
    [Title("已生效", "in effect")]
    InEffect,

    /// <summary>Withdrawn.</summary>
    [Title("已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>A notice. Not a disciplinary punishment 处分. All but the status is null until it is issued.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="CadreId">Whose pledge was not fulfilled.</param>
/// <param name="Month">In which month.</param>
/// <param name="Cause">What it rests on.</param>
/// <param name="Measure">The measure chosen.</param>
/// <param name="Grounds">Why.</param>
/// <param name="RectifyBy">The deadline of a rectification.</param>
/// <param name="IssuedBy">Who chose.</param>
/// <param name="IssuedOn">When.</param>
/// <param name="ExplainUntil">The last day to explain.</param>
/// <param name="PolicyVersion">The policy by which that day was computed.</param>
/// <param name="Explanation">What the cadre explained.</param>
/// <param name="ExplainedOn">When.</param>
/// <param name="EffectBy">Who put it into effect.</param>
/// <param name="EffectOn">When.</param>
/// <param name="Consideration">How the explanation was considered.</param>
/// <param name="WithdrawnBy">Who withdrew it.</param>
/// <param name="WithdrawnOn">When.</param>
/// <param name="WithdrawalReason">Why.</param>
[GenerateSerializer, Immutable, Alias("notice.view")]
public sealed record NoticeView(
    NoticeStatus Status, string? CadreId, Month? Month, NoticeCause? Cause, MeasureKind? Measure, PersonalText? Grounds, DueDate? RectifyBy,
    string? IssuedBy, DateOnly? IssuedOn, DueDate? ExplainUntil, string? PolicyVersion, PersonalText? Explanation, DateOnly? ExplainedOn,
    string? EffectBy, DateOnly? EffectOn, PersonalText? Consideration, string? WithdrawnBy, DateOnly? WithdrawnOn, PersonalText? WithdrawalReason);
