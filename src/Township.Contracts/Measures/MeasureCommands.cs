namespace Township.Measures;

/// <summary>
/// What can be asked of the measure that follows from a notice (P5). Not a disciplinary punishment 处分. The person who decides must be on
/// record as a cadre, and be neither the cadre concerned nor a relative declared on either side. Texts are about the cadre concerned.
/// </summary>
[GenerateSerializer, Alias("measure.command")]
public abstract record MeasureCommand : Command
{
    private MeasureCommand() { }

    /// <summary>Opens the measure that the notice chose, once the notice is in effect. By a leader or the office.</summary>
    [GenerateSerializer, Alias("measure.open"), CommandName("measure.open")]
    [Title("启动措施", "Open the measure")]
    public sealed record Open : MeasureCommand;

    /// <summary>责令说明情况: gives the explanation. By the cadre.</summary>
    [GenerateSerializer, Alias("measure.give-explanation"), CommandName("measure.give-explanation")]
    [Title("说明情况", "Give the explanation")]
    public sealed record GiveExplanation([Text(4000, MultiLine = true)] PersonalText Explanation) : MeasureCommand;

    /// <summary>Accepts the explanation, which closes the measure. By a leader.</summary>
    [GenerateSerializer, Alias("measure.accept-explanation"), CommandName("measure.accept-explanation")]
    [Title("认可说明", "Accept the explanation")]
    public sealed record AcceptExplanation : MeasureCommand;

    /// <summary>Rejects the explanation; the cadre must explain again. By a leader.</summary>
    [GenerateSerializer, Alias("measure.reject-explanation"), CommandName("measure.reject-explanation")]
    [Title("不认可说明", "Reject the explanation")]
    public sealed record RejectExplanation([Text(1000, MultiLine = true)] PersonalText Reason) : MeasureCommand;

    /// <summary>诫勉谈话: records the talk, which closes the measure. By a leader or the cadre's superior.</summary>
    /// <param name="HeldOn">When; not before the measure was opened, not in the future.</param>
    /// <param name="HeldBy">The cadre who held it.</param>
    /// <param name="Summary">What was said.</param>
    [GenerateSerializer, Alias("measure.record-talk"), CommandName("measure.record-talk")]
    [Title("登记诫勉谈话", "Record the admonition talk")]
    public sealed record RecordTalk(DateOnly HeldOn, [Person] string HeldBy, [Text(4000, MultiLine = true)] PersonalText Summary) : MeasureCommand;

    /// <summary>限期整改: reports the rectification. By the cadre.</summary>
    [GenerateSerializer, Alias("measure.report-rectification"), CommandName("measure.report-rectification")]
    [Title("报告整改情况", "Report the rectification")]
    public sealed record ReportRectification([Text(4000, MultiLine = true)] PersonalText Report, [Text(2000, MultiLine = true)] PersonalText Evidence) : MeasureCommand;

    /// <summary>Accepts the rectification, which closes the measure. By a leader or the office.</summary>
    /// <param name="Evidence">What shows the person who accepts it that it was rectified.</param>
    [GenerateSerializer, Alias("measure.accept-rectification"), CommandName("measure.accept-rectification")]
    [Title("认可整改", "Accept the rectification")]
    public sealed record AcceptRectification([Text(2000, MultiLine = true)] PersonalText Evidence) : MeasureCommand;

    /// <summary>Rejects the rectification; the cadre must report again. By a leader or the office.</summary>
    [GenerateSerializer, Alias("measure.reject-rectification"), CommandName("measure.reject-rectification")]
    [Title("不认可整改", "Reject the rectification")]
    public sealed record RejectRectification([Text(1000, MultiLine = true)] PersonalText Reason) : MeasureCommand;

    /// <summary>
    /// Records that the due day has passed without what was due. Once; everything else remains possible. By the office, or by the system
    /// when the day is over.
    /// </summary>
    [GenerateSerializer, Alias("measure.mark-overdue"), CommandName("measure.mark-overdue")]
    [Title("认定措施逾期", "Mark the measure as overdue")]
    public sealed record MarkOverdue : MeasureCommand;

    /// <summary>Cancels the measure because its notice was withdrawn. By a leader or the office.</summary>
    [GenerateSerializer, Alias("measure.cancel"), CommandName("measure.cancel")]
    [Title("取消措施", "Cancel the measure")]
    public sealed record Cancel([Text(1000, MultiLine = true)] PersonalText Reason) : MeasureCommand;
}
