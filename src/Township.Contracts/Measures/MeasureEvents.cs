using Township.Notices;

namespace Township.Measures;

/// <summary>What happened to a measure. Stored; see docs/formats.md before changing anything.</summary>
public abstract record MeasureEvent
{
    private MeasureEvent() { }

    /// <summary>The measure was opened.</summary>
    [EventName("measure.opened")]
    [Title("措施已启动", "Measure opened")]
    public sealed record Opened(MeasureKind Kind, string CadreId, DueDate Due, string By, DateOnly On, string PolicyVersion) : MeasureEvent;

    /// <summary>The cadre explained.</summary>
    [EventName("measure.explanation-given")]
    [Title("已说明情况", "Explanation given")]
    public sealed record ExplanationGiven(PersonalText Explanation, DateOnly On) : MeasureEvent;

    /// <summary>The explanation was accepted.</summary>
    [EventName("measure.explanation-accepted")]
    [Title("说明已认可", "Explanation accepted")]
    public sealed record ExplanationAccepted(string By, DateOnly On) : MeasureEvent;

    /// <summary>The explanation was not accepted.</summary>
    [EventName("measure.explanation-rejected")]
    [Title("说明未认可", "Explanation rejected")]
    public sealed record ExplanationRejected(string By, DateOnly On, PersonalText Reason) : MeasureEvent;

    /// <summary>The talk was held.</summary>
    [EventName("measure.talk-held")]
    [Title("诫勉谈话已进行", "Admonition talk held")]
    public sealed record TalkHeld(DateOnly HeldOn, string HeldBy, PersonalText Summary, string RecordedBy) : MeasureEvent;

    /// <summary>The cadre reported a rectification.</summary>
    [EventName("measure.rectification-reported")]
    [Title("整改情况已报告", "Rectification reported")]
    public sealed record RectificationReported(PersonalText Report, PersonalText Evidence, DateOnly On) : MeasureEvent;

    /// <summary>The rectification was accepted.</summary>
    [EventName("measure.rectification-accepted")]
    [Title("整改已认可", "Rectification accepted")]
    public sealed record RectificationAccepted(string By, DateOnly On, PersonalText Evidence) : MeasureEvent;

    /// <summary>The rectification was not accepted.</summary>
    [EventName("measure.rectification-rejected")]
    [Title("整改未认可", "Rectification rejected")]
    public sealed record RectificationRejected(string By, DateOnly On, PersonalText Reason) : MeasureEvent;

    /// <summary>The due day passed without what was due.</summary>
    [EventName("measure.became-overdue")]
    [Title("措施已逾期", "Measure became overdue")]
    public sealed record BecameOverdue(DateOnly On) : MeasureEvent;

    /// <summary>The measure was closed.</summary>
    /// <param name="On">When.</param>
    /// <param name="Late">Whether what was due came after the due day.</param>
    [EventName("measure.closed")]
    [Title("措施已办结", "Measure closed")]
    public sealed record Closed(DateOnly On, bool Late) : MeasureEvent;

    /// <summary>The measure was cancelled because its notice was withdrawn.</summary>
    [EventName("measure.cancelled")]
    [Title("措施已取消", "Measure cancelled")]
    public sealed record Cancelled(string By, DateOnly On, PersonalText Reason) : MeasureEvent;
}
