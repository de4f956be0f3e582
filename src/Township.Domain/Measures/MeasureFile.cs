using Event = Township.Measures.MeasureEvent;

namespace Township.Measures;

/// <summary>What is on record of a measure of any kind.</summary>
/// <param name="Terms">How it began.</param>
/// <param name="OverdueOn">When it was marked overdue.</param>
/// <param name="Deliveries">What the cadre delivered, in its order; at most the last is undecided.</param>
/// <param name="Talk">The talk held.</param>
public sealed record MeasureFile(Event.Opened Terms, DateOnly? OverdueOn, EquatableList<Delivery> Deliveries, AdmonitionTalk? Talk)
{
    /// <summary>The delivery that waits for a decision.</summary>
    public Delivery? Undecided() => Deliveries is [.., { Accepted: null } last] ? last : null;

    /// <summary>Whether a delivery or a talk on this day is late.</summary>
    public bool IsLate(DateOnly on) => OverdueOn is not null || on > Terms.Due.On;

    internal MeasureFile Delivered(PersonalText text, PersonalText? evidence, DateOnly on) => Undecided() is null
        ? this with { Deliveries = Deliveries.Add(new(text, evidence, on, null, null, null, null)) }
        : throw new System.Diagnostics.UnreachableException("The delivery before has not been decided on.");

    internal MeasureFile Decided(bool accepted, string by, DateOnly on, PersonalText? remark) => Undecided() is { } waiting
        ? this with { Deliveries = [.. Deliveries.SkipLast(1), waiting with { Accepted = accepted, DecidedBy = by, DecidedOn = on, Remark = remark }] }
        : throw new System.Diagnostics.UnreachableException("No delivery waits for a decision.");

    internal MeasureFile Overdue(Event.BecameOverdue e) => OverdueOn is null
        ? this with { OverdueOn = e.On }
        : throw new System.Diagnostics.UnreachableException("A measure becomes overdue once.");

    internal MeasureView Show(MeasureStatus status) => new(
        status, Terms.Kind, Terms.CadreId, Terms.Due, Terms.By, Terms.On, Terms.PolicyVersion, Deliveries, Talk, OverdueOn, null, null, null, null);
}
