namespace Township.Pledges;

/// <summary>What happened to a monthly pledge. Stored; see docs/formats.md before changing anything.</summary>
public abstract record PledgeEvent
{
    private PledgeEvent() { }

    /// <summary>The due day was fixed. This happens once, with the first event that needs it; the day never changes.</summary>
    [EventName("pledge.due-date-fixed")]
    [Title("承诺期限已确定", "Due day fixed")]
    public sealed record DueDateFixed(DueDate Due, string PolicyVersion) : PledgeEvent;

    /// <summary>The cadre filled in the form.</summary>
    [EventName("pledge.written")]
    [Title("月承诺已填写", "Pledge written")]
    public sealed record Written(EquatableList<PledgeItem> Items, int FormVersion, DateOnly WrittenOn) : PledgeEvent;

    /// <summary>
    /// The cadre filled in the form again before the month started. The cadre has pledged again once <see cref="Pledged"/> follows.
    /// </summary>
    [EventName("pledge.rewritten")]
    [Title("月承诺已重新填写", "Pledge rewritten")]
    public sealed record Rewritten(EquatableList<PledgeItem> Items, int FormVersion, DateOnly WrittenOn) : PledgeEvent;

    /// <summary>The oral statement was recorded.</summary>
    [EventName("pledge.statement-recorded")]
    [Title("会议表态发言已登记", "Statement recorded")]
    public sealed record StatementRecorded(string Meeting, DateOnly StatedOn, PersonalText Summary) : PledgeEvent;

    /// <summary>Form and statement are both on record (P2).</summary>
    /// <param name="PledgedOn">The later of the two.</param>
    /// <param name="Late">Whether that was after the due day.</param>
    [EventName("pledge.pledged")]
    [Title("已完成承诺", "Pledge complete")]
    public sealed record Pledged(DateOnly PledgedOn, bool Late) : PledgeEvent;

    /// <summary>An amendment was asked for.</summary>
    /// <param name="Number">1, 2, 3 …</param>
    /// <param name="Items">All items as they are to be.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="RequestedOn">When.</param>
    /// <param name="Late">Whether it is the first one after a change of post and came after the day set for it.</param>
    [EventName("pledge.amendment-requested")]
    [Title("已申请变更", "Amendment requested")]
    public sealed record AmendmentRequested(int Number, EquatableList<PledgeItem> Items, PersonalText Reason, DateOnly RequestedOn, bool Late) : PledgeEvent;

    /// <summary>The amendment was approved: its items hold from now on.</summary>
    [EventName("pledge.amendment-approved")]
    [Title("变更已批准", "Amendment approved")]
    public sealed record AmendmentApproved(int Number, string By, ApproverCapacity As, DateOnly On) : PledgeEvent;

    /// <summary>The amendment was rejected.</summary>
    [EventName("pledge.amendment-rejected")]
    [Title("变更已驳回", "Amendment rejected")]
    public sealed record AmendmentRejected(int Number, string By, ApproverCapacity As, DateOnly On, PersonalText Reason) : PledgeEvent;

    /// <summary>The cadre was exempted for the month.</summary>
    [EventName("pledge.exempted")]
    [Title("当月承诺已豁免", "Exempted from the pledge")]
    public sealed record Exempted(ExemptionKind Kind, PersonalText Reason, string By) : PledgeEvent;

    /// <summary>The exemption was revoked.</summary>
    [EventName("pledge.exemption-revoked")]
    [Title("豁免已撤销", "Exemption revoked")]
    public sealed record ExemptionRevoked(PersonalText Reason, string By) : PledgeEvent;

    /// <summary>The cadre changed post; an amendment for the new one is due.</summary>
    [EventName("pledge.transferred")]
    [Title("岗位变动已登记", "Change of post recorded")]
    public sealed record Transferred(DateOnly EffectiveOn, string NewPostId, DueDate AmendmentDue) : PledgeEvent;

    /// <summary>The cadre left; the pledge is closed without verification.</summary>
    [EventName("pledge.released")]
    [Title("离任，承诺终止", "Pledge ended by departure")]
    public sealed record Released(DateOnly LeftOn) : PledgeEvent;

    /// <summary>A supervisor recorded an observation.</summary>
    [EventName("pledge.observed")]
    [Title("监督情况已登记", "Observation recorded")]
    public sealed record Observed(string By, DateOnly ObservedOn, PersonalText Note) : PledgeEvent;

    /// <summary>The pledge was marked as missed: the month ended without it.</summary>
    [EventName("pledge.missed")]
    [Title("已认定未承诺", "Pledge marked as missed")]
    public sealed record Missed : PledgeEvent;

    /// <summary>The mark as missed was reversed.</summary>
    [EventName("pledge.missed-reversed")]
    [Title("未承诺认定已更正", "Mark as missed reversed")]
    public sealed record MissedReversed(PersonalText Reason, string By) : PledgeEvent;

    /// <summary>The pledge was verified.</summary>
    /// <param name="Verdict">Fulfilled when every item is.</param>
    /// <param name="Findings">In the order of the items.</param>
    /// <param name="By">The verifier.</param>
    /// <param name="As">In which capacity.</param>
    /// <param name="On">When.</param>
    [EventName("pledge.verified")]
    [Title("承诺已核实", "Pledge verified")]
    public sealed record Verified(Verdict Verdict, EquatableList<Finding> Findings, string By, VerifierCapacity As, DateOnly On) : PledgeEvent;

    /// <summary>The verification was reversed.</summary>
    [EventName("pledge.verification-reversed")]
    [Title("核实已撤销", "Verification reversed")]
    public sealed record VerificationReversed(PersonalText Reason, string By) : PledgeEvent;
}
