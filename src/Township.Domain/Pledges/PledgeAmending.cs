using Township.Cadres;
using Township.PledgeForms;
using static Township.Pledges.PledgeCommand;
using Event = Township.Pledges.PledgeEvent;

namespace Township.Pledges;

public sealed partial record Pledge
{
    static Decision<PledgeEvent> DecideRequest(RequestAmendment request, PledgeCase @case) => @case.Sheet switch
    {
        _ when !@case.MonthHasStarted => PledgeRefusals.WriteAgain,
        var sheet when sheet.Undecided() is { } waiting => PledgeRefusals.AmendmentOpen.With(waiting.Number),
        var sheet when sheet.Items() == request.Items => Decision<PledgeEvent>.Nothing,
        _ when RefuseAmendmentDay(@case) is { } refusal => refusal,
        var sheet when RefuseNumber(request.Items, WrittenOn(sheet, @case)) is { } refusal => refusal,
        var sheet => new Event.AmendmentRequested(sheet.Amendments.Count + 1, request.Items, request.Reason, @case.Today, IsLateForNewPost(@case)),
    };

    // A cadre who changed post in the last days of the month has until the due day of that amendment.
    static Refusal? RefuseAmendmentDay(PledgeCase @case) =>
        @case.Cadre.LeftOn < @case.Today ? PledgeRefusals.HasLeft.With(LocalTime.Show(@case.Cadre.LeftOn.Value))
        : @case.Today <= @case.LastDay || @case.Sheet.PostChanges is [.., var change] && @case.Today <= change.AmendmentDue.On ? null
        : PledgeRefusals.TooLate.With(LocalTime.Show(@case.LastDay));

    static bool IsLateForNewPost(PledgeCase @case) =>
        @case.Sheet.PostChanges is [.., var change]
        && @case.Today > change.AmendmentDue.On
        && !@case.Sheet.Amendments.Any(a => a.RequestedOn >= change.EffectiveOn);

    // An amendment uses the form version of the pledge, even if a newer one has been issued since.
    static PledgeFormVersion WrittenOn(PledgeSheet sheet, PledgeCase @case) =>
        @case.Context.Fact<PledgeFormVersions>(PledgeFormKey.Id)!.Versions.First(v => v.Version == sheet.Form?.FormVersion);

    static Decision<PledgeEvent> DecideApproval(ApproveAmendment approve, PledgeCase @case) =>
        @case.Sheet.Undecided()?.Number == approve.Number ? new Event.AmendmentApproved(approve.Number, @case.ActorId, ApproverOf(@case), @case.Today)
        : @case.Sheet.Amendments.Any(a => a.Number == approve.Number && a.Status == AmendmentStatus.Approved) ? Decision<PledgeEvent>.Nothing
        : PledgeRefusals.NoSuchAmendment.With(approve.Number);

    static Decision<PledgeEvent> DecideRejection(RejectAmendment reject, PledgeCase @case) =>
        @case.Sheet.Undecided()?.Number == reject.Number ? new Event.AmendmentRejected(reject.Number, @case.ActorId, ApproverOf(@case), @case.Today, reject.Reason)
        : PledgeRefusals.NoSuchAmendment.With(reject.Number);

    static ApproverCapacity ApproverOf(PledgeCase @case) => IsSuperior(@case.Id, @case.Context) ? ApproverCapacity.Superior : ApproverCapacity.Leader;

    // The cadre's record may show several changes; each is recorded once, in their order.
    static Decision<PledgeEvent> DecideTransfer(PledgeCase @case)
    {
        var posts = @case.Context.Fact<CadreService>(@case.Id.CadreId)!.Posts;
        var changes = posts.Zip(posts.Skip(1))
            .Where(pair => pair.First.PostId != pair.Second.PostId && @case.Month.Contains(pair.Second.From))
            .Select(pair => pair.Second).ToList();
        var unrecorded = changes.FirstOrDefault(c => !@case.Sheet.PostChanges.Any(p => p.EffectiveOn == c.From && p.NewPostId == c.PostId));
        return changes.Count == 0 ? PledgeRefusals.NoTransfer.With(@case.Month)
            : unrecorded is null ? Decision<PledgeEvent>.Nothing
            : new Event.Transferred(unrecorded.From, unrecorded.PostId, @case.Calendar.AddWorkdays(unrecorded.From, @case.Policy.Values.JoinerWorkdays));
    }
}
