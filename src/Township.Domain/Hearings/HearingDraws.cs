using Township.Draws;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H4, D: where sign-ups exceed seats, a verifiable draw assigns the seats. A group has one draw at a time, under its own key, and its
// candidates are those who signed up: unless it is voided, sign-up is not reopened. Seats and reserve follow one order, which anyone can
// recompute: the winners first, then the others as the same numbers rank them.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideAttach(AttachDraw attach, HearingPeople people, DecisionContext context)
    {
        if (people.Group(attach.GroupId) is not { } group) return HearingRefusals.NoSuchGroup.With(attach.GroupId);
        if (!people.SignUpClosed) return HearingRefusals.SignUpOpen;
        var (pending, (drawId, draw)) = (people.PendingDraw(group.Id)?.DrawId, CountingDraw(people, group.Id, context));
        return draw switch
        {
            // After a withdrawal there may be a seat for everybody; then a void draw needs no successor.
            null => Applicants(people, group.Id).Count <= people.FreeSeats(group) ? HearingRefusals.NoDrawNeeded.With(group.Id) : CommonRefusals.Unknown.With(drawId),
            _ when drawId == pending => Decision<HearingEvent>.Nothing,
            _ => new Event.DrawAttached(group.Id, drawId, draw.Commitment, pending),
        };
    }

    // The draw attached to the group and not used yet.
    static IEnumerable<FactRequest> PendingDraw(string groupId, HearingPeople people) =>
        people.PendingDraw(groupId) is { DrawId: var pending } ? [Fact<DrawResult>.Of(pending).Guarded] : [];

    // The draws of a group's purpose, up to the one that counts.
    static IEnumerable<FactRequest> DrawsOf(string groupId, HearingPeople people, DecisionContext context) => people.Group(groupId) is null
        ? []
        : DrawPurpose.AskingForDraws(DrawId.OfGroup(context.Stream.Id, groupId), SpentDraws(people, groupId), context);

    static (string Id, DrawResult? Result) CountingDraw(HearingPeople people, string groupId, DecisionContext context) =>
        DrawPurpose.Counting(DrawId.OfGroup(context.Stream.Id, groupId), SpentDraws(people, groupId), context);

    static EquatableList<string> SpentDraws(HearingPeople people, string groupId) =>
        [.. people.Draws.Where(d => d.GroupId == groupId && d.Used).Select(d => d.DrawId)];

    static Decision<HearingEvent> DecideSeats(SeatByDraw seat, HearingPeople people, DecisionContext context)
    {
        if (people.Group(seat.GroupId) is not { } group) return HearingRefusals.NoSuchGroup.With(seat.GroupId);
        if (people.PendingDraw(group.Id) is not { DrawId: var drawId })
            return people.Draws.Any(d => d.GroupId == group.Id) ? Decision<HearingEvent>.Nothing : HearingRefusals.NoDraw.With(group.Id);
        return context.Fact<DrawResult>(drawId) is { Status: DrawStatus.Drawn, Commitment: { } commitment, Seed: { } seed } draw
            ? Seating(group, drawId, DrawAlgorithm.Select(commitment, seed, draw.Candidates, draw.Candidates.Count), people)
            : HearingRefusals.NotDrawn.With(drawId);
    }

    // People who have withdrawn since the candidates were fixed are skipped.
    static Event.GroupSeated Seating(RepresentativeGroup group, string drawId, EquatableList<string> order, HearingPeople people)
    {
        var applicants = Applicants(people, group.Id);
        var ranked = order.Where(applicants.Contains).ToArray();
        var seats = people.FreeSeats(group);
        return new(group.Id, ranked.Take(seats).ToEquatableList(), ranked.Skip(seats).ToEquatableList(), drawId);
    }
}
