using System.Diagnostics;
using Event = Township.Hearings.HearingEvent;
using static Township.Hearings.RepresentativeStanding;

namespace Township.Hearings;

/// <summary>How the people of a hearing change, and what follows from who they are.</summary>
static class HearingPeopleChanges
{
    public static HearingPeople Before(this HearingPeople people, HearingEvent e) => e switch
    {
        Event.GroupsSet set => people with { Groups = set.Groups },
        // A person who signs up again after withdrawing is last.
        Event.SignedUp up => people.Without(up.PersonId).Plus(new(up.PersonId, up.GroupId, RepresentativeWay.SignUp, RepresentativeStanding.SignedUp)),
        Event.SignUpClosed => people with { SignUpClosed = true },
        // With additional people the list must be confirmed again.
        Event.SignUpReopened => people with { SignUpClosed = false, Quorum = null },
        Event.DrawAttached attached => people with
        {
            Draws = people.Draws.Replace(d => d.DrawId == attached.Replaced, d => d with { Replaced = true })
                .Add(new(attached.GroupId, attached.DrawId, attached.Commitment, false, false)),
        },
        Event.GroupSeated seated => people.Seat(seated),
        HearingEvent.Invited invited => (people with { Quorum = null }).Without(invited.PersonId).Plus(new(invited.PersonId, invited.GroupId, RepresentativeWay.Invitation, RepresentativeStanding.Invited)),
        Event.InvitationAccepted accepted => people.Become(accepted.PersonId, Seated),
        Event.InvitationDeclined declined => people.Become(declined.PersonId, Declined),
        Event.RepresentativesConfirmed confirmed => people with { Quorum = confirmed.Quorum },
        Event.RepresentativeWithdrew withdrew => people.Become(withdrew.PersonId, Withdrawn).Left(withdrew.PersonId),
        Event.ReservePromoted promoted => people.Become(promoted.PersonId, Seated),
        Event.AttendanceRecorded or Event.LeavingRecorded or Event.OfficerAppointed or Event.OfficerRecused or Event.RepresentativeRecused => people.During(e),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot happen before the sitting."),
    };

    public static HearingPeople During(this HearingPeople people, HearingEvent e) => e switch
    {
        Event.AttendanceRecorded recorded => people with { Attending = [.. people.Attending, .. recorded.PersonIds] },
        Event.LeavingRecorded left => people.Left(left.PersonId),
        Event.OfficerAppointed appointed => people with { Officers = people.Officers.Add(new(appointed.CadreId, appointed.FromTeam, appointed.Relatives)) },
        Event.OfficerRecused recused => (people with
        {
            Officers = people.Officers.Where(o => o.CadreId != recused.CadreId).ToEquatableList(),
            RecusedOfficers = people.RecusedOfficers.Add(recused.CadreId),
        }).Left(recused.CadreId),
        Event.RepresentativeRecused recused => people.Become(recused.PersonId, Recused).Left(recused.PersonId),
        _ => throw new UnreachableException($"{e.GetType().Name} does not change the people."),
    };

    public static IEnumerable<HearingRepresentative> Of(this HearingPeople people, string groupId, RepresentativeWay way, RepresentativeStanding standing) =>
        people.Representatives.Where(r => r.GroupId == groupId && r.Way == way && r.Standing == standing);

    public static IEnumerable<HearingRepresentative> SeatedOnes(this HearingPeople people) => people.Representatives.Where(r => r.Standing == Seated);

    public static RepresentativeGroup? Group(this HearingPeople people, string groupId) => people.Groups.FirstOrDefault(g => g.Id == groupId);

    /// <summary>The free sign-up seats of a group.</summary>
    public static int FreeSeats(this HearingPeople people, RepresentativeGroup group) =>
        group.SignUpSeats - people.Of(group.Id, RepresentativeWay.SignUp, Seated).Count();

    /// <summary>The draw by which a group's seats will be assigned; null if there is none.</summary>
    public static GroupDraw? PendingDraw(this HearingPeople people, string groupId) => people.Draws.FirstOrDefault(d => d.GroupId == groupId && d is { Replaced: false, Used: false });

    public static bool IsOfficer(this HearingPeople people, string personId) => people.Officers.Any(o => o.CadreId == personId);

    public static bool IsSeated(this HearingPeople people, string personId) => people.Find(personId) is { Standing: Seated };

    /// <summary>Whether the person is a representative, or may become one.</summary>
    public static bool IsCandidate(this HearingPeople people, string personId) =>
        people.Find(personId) is { Standing: RepresentativeStanding.SignedUp or RepresentativeStanding.Invited or Seated or Reserve };

    public static bool Attends(this HearingPeople people, string personId) => people.Attending.Contains(personId);

    public static int AttendingRepresentatives(this HearingPeople people) => people.Attending.Count(people.IsSeated);

    public static int AttendingOfficers(this HearingPeople people) => people.Attending.Count(people.IsOfficer);

    // Seats first, then the reserve in its order, which is the order of promotion.
    static HearingPeople Seat(this HearingPeople people, Event.GroupSeated e) => people with
    {
        Draws = people.Draws.Replace(d => d.DrawId == e.DrawId, d => d with { Used = true }),
        Representatives =
        [
            .. people.Representatives.Where(r => !e.Reserve.Contains(r.PersonId)).Select(r => e.Seated.Contains(r.PersonId) ? r with { Standing = Seated } : r),
            .. e.Reserve.Select(p => new HearingRepresentative(p, e.GroupId, RepresentativeWay.SignUp, Reserve)),
        ],
    };

    static HearingPeople Become(this HearingPeople people, string personId, RepresentativeStanding standing) =>
        people with { Representatives = people.Representatives.Replace(r => r.PersonId == personId, r => r with { Standing = standing }) };

    static HearingPeople Plus(this HearingPeople people, HearingRepresentative one) => people with { Representatives = people.Representatives.Add(one) };

    static HearingPeople Without(this HearingPeople people, string personId) =>
        people with { Representatives = people.Representatives.Where(r => r.PersonId != personId).ToEquatableList() };

    static HearingPeople Left(this HearingPeople people, string personId) => people with { Attending = people.Attending.Where(p => p != personId).ToEquatableList() };
}
