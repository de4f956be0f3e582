using Township.Cadres;
using static Township.Pledges.PledgeCommand;
using Event = Township.Pledges.PledgeEvent;

namespace Township.Pledges;

public sealed partial record Pledge
{
    static Decision<PledgeEvent> DecideExempt(Exempt exempt, PledgeCase @case) =>
        exempt.Kind == ExemptionKind.Leave
        && @case.Context.Fact<CadreService>(@case.Id.CadreId)?.IsAbsentThroughout(@case.Month, @case.Cadre.LeftOn) is not true
            ? PledgeRefusals.NoLeave.With(@case.Month)
            : new Event.Exempted(exempt.Kind, exempt.Reason, @case.ActorId);

    static Decision<PledgeEvent> DecideDeparture(PledgeCase @case) =>
        @case.Cadre.LeftOn is { } left && left <= @case.Month.LastDay ? new Event.Released(left) : PledgeRefusals.NoDeparture.With(@case.Month);

    static Decision<PledgeEvent> DecideObservation(Observe observe, PledgeCase @case) => observe switch
    {
        _ when @case.Context.RefuseDate(observe.ObservedOn) is { } refusal => refusal,
        _ when !@case.Month.Contains(observe.ObservedOn) => PledgeRefusals.NotInMonth.With(LocalTime.Show(observe.ObservedOn), @case.Month),
        _ => new Event.Observed(@case.ActorId, observe.ObservedOn, observe.Note),
    };

    static Decision<PledgeEvent> DecideMissed(PledgeCase @case) =>
        @case.Cadre.LeftOn is { } left && left <= @case.Month.LastDay ? PledgeRefusals.HasLeft.With(LocalTime.Show(left))
        : @case.Today <= @case.LastDay ? PledgeRefusals.NotOver.With(LocalTime.Show(@case.LastDay))
        : @case.Fixing(new Event.Missed());

    static Decision<PledgeEvent> DecideVerification(Verify verify, PledgeCase @case)
    {
        var count = @case.Sheet.Items().Count;
        var findings = verify.Findings.OrderBy(f => f.Item).ToEquatableList();
        return verify switch
        {
            _ when @case.Sheet.Undecided() is { } waiting => PledgeRefusals.AmendmentOpen.With(waiting.Number),
            _ when !findings.Select(f => f.Item).SequenceEqual(Enumerable.Range(1, count)) => PledgeRefusals.WrongFindings.With(count),
            _ when findings.All(f => f.Fulfilled) => Verifying(Verdict.Fulfilled, findings, @case),
            _ when @case.Today <= @case.Month.LastDay => PledgeRefusals.NotOver.With(LocalTime.Show(@case.Month.LastDay)),
            _ => Verifying(Verdict.Unfulfilled, findings, @case),
        };
    }

    static Event.Verified Verifying(Verdict verdict, EquatableList<Finding> findings, PledgeCase @case) =>
        CapacityOf(@case.Context.Actor, @case.Context.Stream) is { } capacity
            ? new(verdict, findings, @case.ActorId, capacity, @case.Today)
            : throw new System.Diagnostics.UnreachableException("Who may verify does so in some capacity.");
}
