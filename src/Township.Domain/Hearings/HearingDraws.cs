using Township.Draws;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H4, D: where sign-ups exceed seats, a verifiable draw gives them. Its candidates are exactly those who signed up, and it is attached
// before its seed is published, so that nobody can choose among draws. Seats and reserve follow the one order of the draw, which
// anyone can recompute: its winners first, then the others as the same numbers rank them.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideAttach(AttachDraw attach, HearingPeople people, DecisionContext context)
    {
        if (people.Group(attach.GroupId) is not { } group) return HearingRefusals.NoSuchGroup.With(attach.GroupId);
        if (!people.SignUpClosed) return HearingRefusals.SignUpOpen;
        var (pending, applicants) = (people.PendingDraw(group.Id)?.DrawId, Applicants(people, group.Id));
        return attach switch
        {
            _ when attach.DrawId == pending => Decision<HearingEvent>.Nothing,
            _ when pending is null && applicants.Count <= people.FreeSeats(group) => HearingRefusals.NoDrawNeeded.With(group.Id),
            _ when people.Draws.Any(d => d.DrawId == attach.DrawId) => HearingRefusals.DrawUsed.With(attach.DrawId),
            _ when pending is not null && context.Fact<DrawResult>(pending)?.Status is not DrawStep.Void => HearingRefusals.DrawNotVoid.With(pending),
            _ => DecideDraw(attach, pending, group, applicants, people.FreeSeats(group), context),
        };
    }

    // The draw attached to the group and not used yet; another may take its place only when it is void.
    static IEnumerable<FactRequest> PendingDraw(string groupId, HearingPeople people) =>
        people.PendingDraw(groupId) is { DrawId: var pending } ? [Fact<DrawResult>.Of(pending).Guarded] : [];

    static Decision<HearingEvent> DecideDraw(AttachDraw attach, string? replaced, RepresentativeGroup group, EquatableList<string> applicants, int seats, DecisionContext context) =>
        context.Fact<DrawResult>(attach.DrawId) switch
        {
            null => CommonRefusals.Unknown.With(attach.DrawId),
            { Status: not DrawStep.Frozen } or { Commitment: null } => HearingRefusals.DrawUnusable.With(attach.DrawId),
            { RevealFrom: { } revealFrom } when revealFrom <= context.Now => HearingRefusals.DrawUnusable.With(attach.DrawId),
            var draw when !draw.Candidates.Order(StringComparer.Ordinal).SequenceEqual(applicants.Order(StringComparer.Ordinal)) =>
                HearingRefusals.WrongCandidates.With(attach.DrawId, group.Id),
            // Somebody may have withdrawn so that all have a seat now: then the void draw needs no successor.
            _ when applicants.Count <= seats => HearingRefusals.NoDrawNeeded.With(group.Id),
            var draw when draw.WinnersWanted != seats => HearingRefusals.WrongNumber.With(draw.WinnersWanted, seats),
            var draw => new DrawAttached(group.Id, attach.DrawId, draw.Commitment, replaced),
        };

    static Decision<HearingEvent> DecideSeats(SeatByDraw seat, HearingPeople people, DecisionContext context)
    {
        if (people.Group(seat.GroupId) is not { } group) return HearingRefusals.NoSuchGroup.With(seat.GroupId);
        if (people.PendingDraw(group.Id) is not { DrawId: var drawId })
            return people.Draws.Any(d => d.GroupId == group.Id) ? Decision<HearingEvent>.Nothing : HearingRefusals.NoDraw.With(group.Id);
        return context.Fact<DrawResult>(drawId) is { Status: DrawStep.Drawn, Commitment: { } commitment, Seed: { } seed } draw
            ? Seating(group, drawId, DrawAlgorithm.Select(commitment, seed, draw.Candidates, draw.Candidates.Count), people)
            : HearingRefusals.NotDrawn.With(drawId);
    }

    // Who has withdrawn since the draw was fixed is passed over.
    static GroupSeated Seating(RepresentativeGroup group, string drawId, EquatableList<string> order, HearingPeople people)
    {
        var applicants = Applicants(people, group.Id);
        var ranked = order.Where(applicants.Contains).ToArray();
        var seats = people.FreeSeats(group);
        return new(group.Id, ranked.Take(seats).ToEquatableList(), ranked.Skip(seats).ToEquatableList(), drawId);
    }
}
