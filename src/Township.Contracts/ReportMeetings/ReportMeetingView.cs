namespace Township.ReportMeetings;

/// <summary>Where a report meeting stands.</summary>
public enum ReportMeetingStatus
{
    /// <summary>Not convened yet.</summary>
    [Title("尚未召集", "not convened")]
    Unplanned,

    /// <summary>Day and place are known; the draw decides who reports.</summary>
    [Title("已召集", "convened")]
    Convened,

    /// <summary>The reporters are known.</summary>
    [Title("报告人已确定", "reporters named")]
    ReportersNamed,

    /// <summary>The record is complete.</summary>
    [Title("记录已办结", "closed")]
    Closed,
}

/// <summary>A draw that was attached.</summary>
/// <param name="DrawId">The draw.</param>
/// <param name="Commitment">Its published commitment.</param>
/// <param name="Replaced">Whether it was void and another took its place.</param>
[GenerateSerializer, Immutable, Alias("meeting.draw")]
public sealed record AttachedDraw(string DrawId, string Commitment, bool Replaced);

/// <summary>A drawn cadre, and what came of it.</summary>
[GenerateSerializer, Immutable, Alias("meeting.reporter")]
public sealed record Reporter(string CadreId, PersonalText? Report, PersonalText? Absence, PersonalText? Analysis, PersonalText? Evaluation)
{
    /// <summary>Whether nothing more is to be recorded.</summary>
    public bool IsComplete() => Absence is not null || (Report is not null && Analysis is not null && Evaluation is not null);
}

/// <summary>A report meeting.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Month">Its month; null when the key is no month.</param>
/// <param name="HeldOn">When.</param>
/// <param name="Place">Where.</param>
/// <param name="ReportersWanted">How many report, by the policy; 0 until convened.</param>
/// <param name="PolicyVersion">That policy.</param>
/// <param name="Draws">All draws attached, the valid one last.</param>
/// <param name="Reporters">The drawn cadres, in the order of the draw.</param>
[GenerateSerializer, Immutable, Alias("meeting.view")]
public sealed record ReportMeetingView(
    ReportMeetingStatus Status, Month? Month, DateOnly? HeldOn, string? Place, int ReportersWanted, string? PolicyVersion,
    EquatableList<AttachedDraw> Draws, EquatableList<Reporter> Reporters);
