using Event = Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>What is on record of a pledge, wherever it is in its life.</summary>
/// <param name="Term">The due day, once something needed it.</param>
/// <param name="Form">
/// The form as it was last filled in before the month started or, if it was not, first filled in after that: the original, which amendments
/// never change.
/// </param>
/// <param name="Statement">The oral statement.</param>
/// <param name="Outcome">Set while form and statement are both on record.</param>
/// <param name="Amendments">In their order; at most the last one is undecided.</param>
/// <param name="PostChanges">In their order.</param>
/// <param name="Observations">As recorded.</param>
public sealed record PledgeSheet(
    Event.DueDateFixed? Term, Event.Written? Form, Event.StatementRecorded? Statement, Event.Pledged? Outcome,
    EquatableList<PledgeAmendment> Amendments, EquatableList<PostChange> PostChanges, EquatableList<PledgeObservation> Observations)
{
    internal static PledgeSheet Blank { get; } = new(null, null, null, null, [], [], []);

    /// <summary>The current items.</summary>
    public EquatableList<PledgeItem> Items() => Amendments.LastOrDefault(a => a.Status == AmendmentStatus.Approved)?.Items ?? OriginalItems();

    /// <summary>The items as pledged.</summary>
    public EquatableList<PledgeItem> OriginalItems() => Form?.Items ?? [];

    /// <summary>The amendment that waits for a decision.</summary>
    public PledgeAmendment? Undecided() => Amendments.LastOrDefault(a => a.Status == AmendmentStatus.Requested);

    internal PledgeSheet With(Event.Rewritten e) => this with { Form = new(e.Items, e.FormVersion, e.WrittenOn), Outcome = null };

    internal PledgeSheet With(Event.AmendmentRequested e) => this with
    {
        Amendments = Amendments.Add(new(e.Number, e.Items, e.Reason, e.RequestedOn, e.Late, AmendmentStatus.Requested, null, null, null, null)),
    };

    internal PledgeSheet With(Event.AmendmentApproved e) => Decided(e.Number, AmendmentStatus.Approved, e.By, e.As, e.On, null);

    internal PledgeSheet With(Event.AmendmentRejected e) => Decided(e.Number, AmendmentStatus.Rejected, e.By, e.As, e.On, e.Reason);

    PledgeSheet Decided(int number, AmendmentStatus status, string by, ApproverCapacity capacity, DateOnly on, PersonalText? reason) => Undecided()?.Number == number
        ? this with
        {
            Amendments = Amendments.Replace(
                a => a.Number == number,
                a => a with { Status = status, DecidedBy = by, DecidedAs = capacity, DecidedOn = on, RejectionReason = reason }),
        }
        : throw new System.Diagnostics.UnreachableException($"Amendment {number} does not wait for a decision.");
}
