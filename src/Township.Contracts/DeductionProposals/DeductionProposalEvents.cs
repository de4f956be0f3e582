namespace Township.DeductionProposals;

/// <summary>What happened to a proposed deduction. Stored; see docs/formats.md before changing anything.</summary>
public abstract record DeductionProposalEvent
{
    private DeductionProposalEvent() { }

    /// <summary>The deduction was proposed.</summary>
    [EventName("deduction.proposed")]
    [Title("扣分建议已提出", "Deduction proposed")]
    public sealed record Proposed(
        DeductionSource Source, string CadreId, string Rule, DeductionPoints Points, PersonalText Text, string By, DateOnly On, string PolicyVersion) : DeductionProposalEvent;

    /// <summary>The proposal was confirmed.</summary>
    [EventName("deduction.confirmed")]
    [Title("扣分已确认", "Deduction confirmed")]
    public sealed record Confirmed(decimal Points, string By, DateOnly On, PersonalText Reason) : DeductionProposalEvent;

    /// <summary>The proposal was dismissed.</summary>
    [EventName("deduction.dismissed")]
    [Title("决定不予扣分", "Deduction dismissed")]
    public sealed record Dismissed(string By, DateOnly On, PersonalText Reason) : DeductionProposalEvent;

    /// <summary>The proposal was withdrawn because its source was reversed.</summary>
    [EventName("deduction.withdrawn")]
    [Title("扣分建议已撤回", "Proposed deduction withdrawn")]
    public sealed record Withdrawn(string By, DateOnly On, PersonalText Reason) : DeductionProposalEvent;
}
