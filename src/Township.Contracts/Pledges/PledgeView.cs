namespace Township.Pledges;

/// <summary>Where a pledge stands.</summary>
public enum PledgeStatus
{
    /// <summary>Nothing is on record yet.</summary>
    [Title("尚无记录", "open")]
    Open,

    /// <summary>The form is filled in; the statement is missing.</summary>
    [Title("已填表，待表态", "written")]
    Written,

    /// <summary>The statement is recorded; the form is missing.</summary>
    [Title("已表态，待填表", "stated")]
    Stated,

    /// <summary>Both are on record (P2).</summary>
    [Title("已承诺", "pledged")]
    Pledged,

    /// <summary>Verified; see the verdict.</summary>
    [Title("已核实", "verified")]
    Verified,

    /// <summary>The month ended without a pledge.</summary>
    [Title("未承诺", "missed")]
    Missed,

    /// <summary>The cadre need not pledge.</summary>
    [Title("已豁免", "exempt")]
    Exempt,

    /// <summary>The cadre left; closed, not verified.</summary>
    [Title("离任，已终止", "released")]
    Released,
}

/// <summary>Where an amendment stands.</summary>
public enum AmendmentStatus
{
    /// <summary>Waits for a decision.</summary>
    [Title("待审批", "requested")]
    Requested,

    /// <summary>Its items hold.</summary>
    [Title("已批准", "approved")]
    Approved,

    /// <summary>Its items do not hold.</summary>
    [Title("已驳回", "rejected")]
    Rejected,
}

/// <summary>The oral statement.</summary>
[GenerateSerializer, Immutable, Alias("pledge.statement")]
public sealed record PledgeStatement(string Meeting, DateOnly StatedOn, PersonalText Summary);

/// <summary>An amendment, with who decided on it and why not.</summary>
[GenerateSerializer, Immutable, Alias("pledge.amendment")]
public sealed record PledgeAmendment(
    int Number, EquatableList<PledgeItem> Items, PersonalText Reason, DateOnly RequestedOn, bool Late,
    AmendmentStatus Status, string? DecidedBy, ApproverCapacity? DecidedAs, DateOnly? DecidedOn, PersonalText? RejectionReason);

/// <summary>A change of post in the month, and by when an amendment for the new post is due.</summary>
[GenerateSerializer, Immutable, Alias("pledge.post-change")]
public sealed record PostChange(DateOnly EffectiveOn, string NewPostId, DueDate AmendmentDue);

/// <summary>What a supervisor saw.</summary>
[GenerateSerializer, Immutable, Alias("pledge.observation")]
public sealed record PledgeObservation(string By, DateOnly ObservedOn, PersonalText Note);

/// <summary>A verification 核实.</summary>
[GenerateSerializer, Immutable, Alias("pledge.verification")]
public sealed record PledgeVerification(Verdict Verdict, EquatableList<Finding> Findings, string By, VerifierCapacity As, DateOnly On);

/// <summary>An exemption.</summary>
[GenerateSerializer, Immutable, Alias("pledge.exemption")]
public sealed record PledgeExemption(ExemptionKind Kind, PersonalText Reason, string By);

/// <summary>A pledge. Corrections that were made, and what they corrected, are in its history.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="CadreId">Whose; null when the key is no pledge id.</param>
/// <param name="Month">For which month; null when the key is no pledge id.</param>
/// <param name="PolicyVersion">The policy by which the due day was fixed; null until then.</param>
/// <param name="Due">The due day; null until something needs it.</param>
/// <param name="FormVersion">The form used; null until written.</param>
/// <param name="WrittenOn">When the form was filled in.</param>
/// <param name="Statement">The oral statement.</param>
/// <param name="PledgedOn">The day on which both were on record.</param>
/// <param name="Late">Whether that was after the due day.</param>
/// <param name="Items">The current items.</param>
/// <param name="OriginalItems">The items as pledged, before any amendment.</param>
/// <param name="Amendments">All amendments, in their order.</param>
/// <param name="PostChanges">Changes of post that were taken note of.</param>
/// <param name="Observations">What supervisors saw, as recorded.</param>
/// <param name="Verification">The verification that stands.</param>
/// <param name="Exemption">The exemption that stands.</param>
/// <param name="ReleasedOn">The cadre's last day, when released.</param>
[GenerateSerializer, Immutable, Alias("pledge.view")]
public sealed record PledgeView(
    PledgeStatus Status, string? CadreId, Month? Month, string? PolicyVersion, DueDate? Due,
    int? FormVersion, DateOnly? WrittenOn, PledgeStatement? Statement, DateOnly? PledgedOn, bool Late,
    EquatableList<PledgeItem> Items, EquatableList<PledgeItem> OriginalItems, EquatableList<PledgeAmendment> Amendments,
    EquatableList<PostChange> PostChanges, EquatableList<PledgeObservation> Observations,
    PledgeVerification? Verification, PledgeExemption? Exemption, DateOnly? ReleasedOn)
{
    /// <summary>The verdict that stands; null when not verified.</summary>
    public Verdict? Verdict() => Verification?.Verdict;
}
