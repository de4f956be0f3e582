namespace Township.Measures;

/// <summary>
/// What can be asked of the measure that follows from a notice (P5). Not a disciplinary punishment 处分. Whoever decides is on
/// record as a cadre; never the cadre concerned, nor a relative declared on either side. Its texts about people are about the cadre
/// concerned.
/// </summary>
[GenerateSerializer, Alias("measure.command")]
public abstract record MeasureCommand : Command
{
    private MeasureCommand() { }

    /// <summary>Opens the measure that the notice chose, once the notice is in effect. By a leader or the office.</summary>
    [GenerateSerializer, Alias("measure.open"), CommandName("measure.open")]
    public sealed record Open : MeasureCommand;

    /// <summary>责令说明情况: the cadre explains. By the cadre.</summary>
    [GenerateSerializer, Alias("measure.give-explanation"), CommandName("measure.give-explanation")]
    public sealed record GiveExplanation([Text(4000, MultiLine = true)] PersonalText Explanation) : MeasureCommand;

    /// <summary>The explanation is accepted; the measure is closed. By a leader.</summary>
    [GenerateSerializer, Alias("measure.accept-explanation"), CommandName("measure.accept-explanation")]
    public sealed record AcceptExplanation : MeasureCommand;

    /// <summary>The explanation is not accepted; the cadre explains again. By a leader.</summary>
    [GenerateSerializer, Alias("measure.reject-explanation"), CommandName("measure.reject-explanation")]
    public sealed record RejectExplanation([Text(1000, MultiLine = true)] PersonalText Reason) : MeasureCommand;

    /// <summary>诫勉谈话: the talk was held; the measure is closed. By a leader or the cadre's superior.</summary>
    /// <param name="HeldOn">When; not before the measure was opened, not in the future.</param>
    /// <param name="HeldBy">The cadre who held it.</param>
    /// <param name="Summary">What was said.</param>
    [GenerateSerializer, Alias("measure.record-talk"), CommandName("measure.record-talk")]
    public sealed record RecordTalk(DateOnly HeldOn, [Person] string HeldBy, [Text(4000, MultiLine = true)] PersonalText Summary) : MeasureCommand;

    /// <summary>限期整改: the cadre reports that it is rectified. By the cadre.</summary>
    [GenerateSerializer, Alias("measure.report-rectification"), CommandName("measure.report-rectification")]
    public sealed record ReportRectification([Text(4000, MultiLine = true)] PersonalText Report, [Text(2000, MultiLine = true)] PersonalText Evidence) : MeasureCommand;

    /// <summary>The rectification is accepted; the measure is closed. By a leader or the office.</summary>
    /// <param name="Evidence">What shows it to whoever accepts.</param>
    [GenerateSerializer, Alias("measure.accept-rectification"), CommandName("measure.accept-rectification")]
    public sealed record AcceptRectification([Text(2000, MultiLine = true)] PersonalText Evidence) : MeasureCommand;

    /// <summary>The rectification is not accepted; the cadre reports again. By a leader or the office.</summary>
    [GenerateSerializer, Alias("measure.reject-rectification"), CommandName("measure.reject-rectification")]
    public sealed record RejectRectification([Text(1000, MultiLine = true)] PersonalText Reason) : MeasureCommand;

    /// <summary>
    /// The due day has passed, and what was due has not come. Once; everything else remains possible. By the office, or by the system when
    /// the day is over.
    /// </summary>
    [GenerateSerializer, Alias("measure.mark-overdue"), CommandName("measure.mark-overdue")]
    public sealed record MarkOverdue : MeasureCommand;

    /// <summary>Cancels the measure because its notice was withdrawn. By a leader or the office.</summary>
    [GenerateSerializer, Alias("measure.cancel"), CommandName("measure.cancel")]
    public sealed record Cancel([Text(1000, MultiLine = true)] PersonalText Reason) : MeasureCommand;
}
