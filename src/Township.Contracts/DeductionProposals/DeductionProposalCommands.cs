namespace Township.DeductionProposals;

/// <summary>
/// What can be asked of a proposed deduction (flow 1). The system proposes; nothing takes effect until a named leader has confirmed it. The
/// leader must be on record as a cadre, and be neither the person concerned nor a relative declared on either side. The person who proposes
/// states whom the text is about.
/// </summary>
[GenerateSerializer, Alias("deduction.command")]
public abstract record DeductionProposalCommand : Command
{
    private DeductionProposalCommand() { }

    /// <summary>
    /// Proposes a deduction from an event that is on record. Person, rule and points follow from the source and the policy in force. By the
    /// system or the office.
    /// </summary>
    /// <param name="Source">The event: a promise that became overdue.</param>
    /// <param name="Text">What happened, in words.</param>
    [GenerateSerializer, Alias("deduction.propose"), CommandName("deduction.propose")]
    [Title("提出扣分建议", "Propose the deduction")]
    public sealed record Propose(DeductionSource Source, [Text(1000, MultiLine = true)] PersonalText Text) : DeductionProposalCommand;

    /// <summary>Confirms the proposal. By a leader.</summary>
    /// <param name="Points">Within the range of the proposal.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("deduction.confirm"), CommandName("deduction.confirm")]
    [Title("确认扣分", "Confirm the deduction")]
    public sealed record Confirm(decimal Points, [Text(1000, MultiLine = true)] PersonalText Reason) : DeductionProposalCommand;

    /// <summary>Dismisses the proposal. By a leader.</summary>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("deduction.dismiss"), CommandName("deduction.dismiss")]
    [Title("不予扣分", "Dismiss the deduction")]
    public sealed record Dismiss([Text(1000, MultiLine = true)] PersonalText Reason) : DeductionProposalCommand;

    /// <summary>
    /// Withdraws the proposal because its source was reversed, as long as nobody has decided on it. By the system or the office.
    /// </summary>
    [GenerateSerializer, Alias("deduction.withdraw"), CommandName("deduction.withdraw")]
    [Title("撤回扣分建议", "Withdraw the proposed deduction")]
    public sealed record Withdraw([Text(1000, MultiLine = true)] PersonalText Reason) : DeductionProposalCommand;
}
