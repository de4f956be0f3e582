namespace Township.Pledges;

/// <summary>What can be asked of a monthly pledge 月承诺. Dates are dates in Asia/Shanghai.</summary>
[GenerateSerializer, Alias("pledge.command")]
public abstract record PledgeCommand : Command
{
    private PledgeCommand() { }

    /// <summary>
    /// Fills in the form (P1–P3). By the cadre, from the first day of the previous month to the month's end (or the due day, where that is
    /// later). Until the month starts, writing again replaces what was written; after that, a change needs an amendment.
    /// </summary>
    /// <param name="Items">As many as the form asks for.</param>
    /// <param name="FormVersion">The version of the form in force for the month.</param>
    [GenerateSerializer, Alias("pledge.write"), CommandName("pledge.write")]
    [Title("填写月承诺", "Write the pledge")]
    public sealed record Write([Count(1, 20)] EquatableList<PledgeItem> Items, int FormVersion) : PledgeCommand;

    /// <summary>Records the statement at a meeting 会议表态发言 (P2). By the office.</summary>
    /// <param name="Meeting">Which meeting.</param>
    /// <param name="StatedOn">When; not in the future, and within the time in which the form can be written.</param>
    /// <param name="Summary">What was said.</param>
    [GenerateSerializer, Alias("pledge.record-statement"), CommandName("pledge.record-statement")]
    [Title("登记会议表态发言", "Record the statement")]
    public sealed record RecordStatement(string Meeting, DateOnly StatedOn, [Text(2000, MultiLine = true)] PersonalText Summary) : PledgeCommand;

    /// <summary>
    /// Asks to change the items once the month has started. By the cadre, when pledged; one request at a time, until the month's end.
    /// </summary>
    /// <param name="Items">All items as they are to be; as many as the form asks for.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("pledge.request-amendment"), CommandName("pledge.request-amendment")]
    [Title("申请变更承诺", "Request an amendment")]
    public sealed record RequestAmendment([Count(1, 20)] EquatableList<PledgeItem> Items, [Text(1000, MultiLine = true)] PersonalText Reason) : PledgeCommand;

    /// <summary>Approves the open amendment. By the cadre's superior of that day or a leader, never by the cadre.</summary>
    /// <param name="Number">The amendment's number, from 1.</param>
    [GenerateSerializer, Alias("pledge.approve-amendment"), CommandName("pledge.approve-amendment")]
    [Title("批准变更", "Approve the amendment")]
    public sealed record ApproveAmendment(int Number) : PledgeCommand;

    /// <summary>Rejects the open amendment; the items stay. By the cadre's superior of that day or a leader, never by the cadre.</summary>
    [GenerateSerializer, Alias("pledge.reject-amendment"), CommandName("pledge.reject-amendment")]
    [Title("驳回变更", "Reject the amendment")]
    public sealed record RejectAmendment(int Number, [Text(1000, MultiLine = true)] PersonalText Reason) : PledgeCommand;

    /// <summary>Exempts the cadre for this month. By a leader, not for themselves.</summary>
    /// <param name="Kind">
    /// <see cref="ExemptionKind.Leave"/> needs recorded leaves that cover all of the month in which the cadre is there.
    /// </param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("pledge.exempt"), CommandName("pledge.exempt")]
    [Title("豁免当月承诺", "Exempt from the pledge")]
    public sealed record Exempt(ExemptionKind Kind, [Text(1000, MultiLine = true)] PersonalText Reason) : PledgeCommand;

    /// <summary>Revokes the exemption; the pledge is as it was before. By a leader, not for themselves.</summary>
    [GenerateSerializer, Alias("pledge.revoke-exemption"), CommandName("pledge.revoke-exemption")]
    [Title("撤销豁免", "Revoke the exemption")]
    public sealed record RevokeExemption([Text(1000, MultiLine = true)] PersonalText Reason) : PledgeCommand;

    /// <summary>
    /// Records that the cadre changed post in this month, as the cadre's record shows. The pledge stays; items for the new post need an
    /// amendment. By the office, when pledged.
    /// </summary>
    [GenerateSerializer, Alias("pledge.record-transfer"), CommandName("pledge.record-transfer")]
    [Title("登记岗位变动", "Record the change of post")]
    public sealed record RecordTransfer : PledgeCommand;

    /// <summary>
    /// Records that the cadre left the township in or before this month, as the cadre's record shows. The pledge is closed without
    /// verification. By the office.
    /// </summary>
    [GenerateSerializer, Alias("pledge.record-departure"), CommandName("pledge.record-departure")]
    [Title("登记离任", "Record the departure")]
    public sealed record RecordDeparture : PledgeCommand;

    /// <summary>
    /// Records what a supervisor saw during the month (P5). By supervisors in office, not on a declared relative's pledge.
    /// </summary>
    /// <param name="Note">What was seen.</param>
    /// <param name="ObservedOn">When; within the month, not in the future.</param>
    [GenerateSerializer, Alias("pledge.observe"), CommandName("pledge.observe")]
    [Title("登记监督情况", "Record an observation")]
    public sealed record Observe([Text(2000, MultiLine = true)] PersonalText Note, DateOnly ObservedOn) : PledgeCommand;

    /// <summary>
    /// Marks the pledge as missed, because the month ended without it. By the office, after the month's end and the due day.
    /// </summary>
    [GenerateSerializer, Alias("pledge.mark-missed"), CommandName("pledge.mark-missed")]
    [Title("认定未承诺", "Mark the pledge as missed")]
    public sealed record MarkMissed : PledgeCommand;

    /// <summary>Reverses a wrong <see cref="MarkMissed"/>. By a leader, not for themselves.</summary>
    [GenerateSerializer, Alias("pledge.reverse-missed"), CommandName("pledge.reverse-missed")]
    [Title("更正未承诺认定", "Reverse the mark as missed")]
    public sealed record ReverseMissed([Text(1000, MultiLine = true)] PersonalText Reason) : PledgeCommand;

    /// <summary>
    /// Verifies the pledge 镇里核实 (P5). By office, leaders and supervisors who are on record as a cadre or a supervisor; never one's own
    /// pledge, nor that of a relative declared on either side. It can be verified as fulfilled at any time once pledged, as unfulfilled
    /// only after the month's end.
    /// </summary>
    /// <param name="Findings">Every current item exactly once, in any order.</param>
    [GenerateSerializer, Alias("pledge.verify"), CommandName("pledge.verify")]
    [Title("核实承诺", "Verify the pledge")]
    public sealed record Verify([Count(1, 20)] EquatableList<Finding> Findings) : PledgeCommand;

    /// <summary>
    /// Reverses a verification, so that the pledge can be verified again; the old one stays in the history. By a leader, not for
    /// themselves. A notice that rests on it can no longer take effect, and must be withdrawn separately.
    /// </summary>
    [GenerateSerializer, Alias("pledge.reverse-verification"), CommandName("pledge.reverse-verification")]
    [Title("撤销核实", "Reverse the verification")]
    public sealed record ReverseVerification([Text(1000, MultiLine = true)] PersonalText Reason) : PledgeCommand;
}
