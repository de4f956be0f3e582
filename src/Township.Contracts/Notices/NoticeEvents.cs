namespace Township.Notices;

/// <summary>What happened to a notice. Stored; see docs/formats.md before changing anything.</summary>
public abstract record NoticeEvent
{
    private NoticeEvent() { }

    /// <summary>The notice was issued.</summary>
    [EventName("notice.issued")]
    [Title("通知书已发出", "Notice issued")]
    public sealed record Issued(
        string CadreId, Month Month, NoticeCause Cause, MeasureKind Measure, PersonalText Grounds, DueDate? RectifyBy,
        string By, DateOnly On, DueDate ExplainUntil, string PolicyVersion) : NoticeEvent;

    /// <summary>The cadre explained.</summary>
    [EventName("notice.explained")]
    [Title("当事人已说明", "Cadre explained")]
    public sealed record Explained(PersonalText Explanation, DateOnly On) : NoticeEvent;

    /// <summary>The notice took effect.</summary>
    [EventName("notice.took-effect")]
    [Title("通知书已生效", "Notice took effect")]
    public sealed record TookEffect(string By, DateOnly On, PersonalText? Consideration) : NoticeEvent;

    /// <summary>The notice was withdrawn.</summary>
    [EventName("notice.withdrawn")]
    [Title("通知书已撤回", "Notice withdrawn")]
    public sealed record Withdrawn(string By, DateOnly On, PersonalText Reason) : NoticeEvent;
}
