using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H4: sign-up and invitation, seats, reserve, withdrawal.
public abstract partial record Hearing
{
    const int MaxSeats = 500;

    static Decision<HearingEvent> DecideRepresentatives(HearingCommand command, HearingFile file, DecisionContext context) => command switch
    {
        SetGroups set => DecideGroups(set, file.People),
        SignUp up => DecideSignUp(up, file.People, context),
        CloseSignUp when file.People.Groups.Count == 0 => HearingRefusals.SignUpNotOpen,
        CloseSignUp when file.People.SignUpClosed => Decision<HearingEvent>.Nothing,
        CloseSignUp => ClosingSignUp(file.People),
        ReopenSignUp reopen => DecideReopenSignUp(reopen, file.People, context),
        AttachDraw attach => DecideAttach(attach, file.People, context),
        SeatByDraw seat => DecideSeats(seat, file.People, context),
        Invite invite => DecideInvite(invite, file.People, context),
        AcceptInvitation { PersonId: var id } => DecideAnswer(id, RepresentativeStanding.Seated, new Event.InvitationAccepted(id, context.Actor.Subject), file.People),
        DeclineInvitation { PersonId: var id } => DecideAnswer(id, RepresentativeStanding.Declined, new Event.InvitationDeclined(id, context.Actor.Subject), file.People),
        WithdrawRepresentative withdraw => DecideWithdrawal(withdraw, file, context),
        ConfirmRepresentatives => DecideConfirm(file),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<HearingEvent> DecideGroups(SetGroups set, HearingPeople people) => set.Groups switch
    {
        var groups when people.Groups.Count > 0 => groups == people.Groups ? Decision<HearingEvent>.Nothing : HearingRefusals.GroupsSet,
        var groups when groups.CountBy(g => g.Id).FirstOrDefault(g => g.Value > 1).Key is { } twice => HearingRefusals.GroupTwice.With(twice),
        var groups when groups.FirstOrDefault(g => g.Id.Contains('.', StringComparison.Ordinal)) is { } dotted => HearingRefusals.GroupDotted.With(dotted.Id),
        var groups when groups.FirstOrDefault(IsOutOfRange) is { } wrong => HearingRefusals.SeatsOutOfRange.With(wrong.Id, MaxSeats),
        var groups when groups.Sum(g => g.SignUpSeats + g.InvitedSeats) > MaxSeats => HearingRefusals.SeatsOutOfRange.With(groups[^1].Id, MaxSeats),
        var groups => new Event.GroupsSet(groups),
    };

    static bool IsOutOfRange(RepresentativeGroup group) =>
        group.SignUpSeats is < 0 or > MaxSeats || group.InvitedSeats is < 0 or > MaxSeats || group.WaitingPlaces is < 0 or > MaxSeats
        || group.SignUpSeats + group.InvitedSeats == 0;

    static Decision<HearingEvent> DecideSignUp(SignUp up, HearingPeople people, DecisionContext context) => people.Group(up.GroupId) switch
    {
        _ when people.Groups.Count == 0 || people.SignUpClosed => HearingRefusals.SignUpNotOpen,
        null => HearingRefusals.NoSuchGroup.With(up.GroupId),
        _ when people.Find(up.PersonId) is { Standing: RepresentativeStanding.SignedUp } known && known.GroupId == up.GroupId => Decision<HearingEvent>.Nothing,
        _ when RefuseCandidate(up.PersonId, people) is { } refusal => refusal,
        var group when Applicants(people, group.Id).Count + people.Of(group.Id, RepresentativeWay.SignUp, RepresentativeStanding.Reserve).Count() >= people.FreeSeats(group) + group.WaitingPlaces =>
            HearingRefusals.GroupFull.With(group.Id),
        _ => new Event.SignedUp(up.PersonId, up.GroupId, up.Name, context.Actor.Subject),
    };

    static Decision<HearingEvent> DecideInvite(Invite invite, HearingPeople people, DecisionContext context) => people.Group(invite.GroupId) switch
    {
        null => HearingRefusals.NoSuchGroup.With(invite.GroupId),
        _ when people.Find(invite.PersonId) is { Standing: RepresentativeStanding.Invited } known && known.GroupId == invite.GroupId => Decision<HearingEvent>.Nothing,
        _ when RefuseCandidate(invite.PersonId, people) is { } refusal => refusal,
        var group when people.Of(group.Id, RepresentativeWay.Invitation, RepresentativeStanding.Invited).Count()
            + people.Of(group.Id, RepresentativeWay.Invitation, RepresentativeStanding.Seated).Count() >= group.InvitedSeats => HearingRefusals.NoInvitedSeat.With(group.Id),
        _ => new HearingEvent.Invited(invite.PersonId, invite.GroupId, invite.Name, context.Actor.Subject),
    };

    static Refusal? RefuseCandidate(string personId, HearingPeople people) =>
        people.IsOfficer(personId) ? HearingRefusals.IsOfficer.With(personId)
            : people.IsCandidate(personId) ? HearingRefusals.AlreadyRepresentative.With(personId)
            : people.Find(personId) is { Standing: RepresentativeStanding.Recused } ? HearingRefusals.WasRecused.With(personId)
            : null;

    static Decision<HearingEvent> DecideAnswer(string personId, RepresentativeStanding answer, HearingEvent answered, HearingPeople people) => people.Find(personId) switch
    {
        { Way: RepresentativeWay.Invitation, Standing: RepresentativeStanding.Invited } => answered,
        { Way: RepresentativeWay.Invitation, Standing: var standing } when standing == answer => Decision<HearingEvent>.Nothing,
        _ => HearingRefusals.NotInvited.With(personId),
    };

    static Decision<HearingEvent> DecideReopenSignUp(ReopenSignUp reopen, HearingPeople people, DecisionContext context) => people switch
    {
        { Groups.Count: 0 } => HearingRefusals.SignUpNotOpen,
        { SignUpClosed: false } => Decision<HearingEvent>.Nothing,
        { Quorum: not null } => HearingRefusals.Confirmed,
        _ when people.Groups.Select(g => CountingDraw(people, g.Id, context)).FirstOrDefault(d => d.Result is not null) is { Result: not null, Id: var drawId } =>
            HearingRefusals.DrawStands.With(drawId),
        _ => new Event.SignUpReopened(reopen.Reason),
    };

    // Groups that have a seat for everybody who signed up need no draw.
    static Decision<HearingEvent> ClosingSignUp(HearingPeople people) => (HearingEvent[])
    [
        new Event.SignUpClosed(),
        .. people.Groups.Select(g => (Group: g, Applicants: Applicants(people, g.Id)))
            .Where(g => g.Applicants.Count > 0 && g.Applicants.Count <= people.FreeSeats(g.Group))
            .Select(g => new Event.GroupSeated(g.Group.Id, g.Applicants, [], null)),
    ];

    // Confirms the list; with additional people it must be confirmed again.
    static Decision<HearingEvent> DecideConfirm(HearingFile file)
    {
        var (people, policy) = (file.People, file.Policy.Values);
        var confirmed = people.SeatedOnes().Count();
        return people switch
        {
            { Quorum: not null } => Decision<HearingEvent>.Nothing,
            { SignUpClosed: false } => people.Groups.Count == 0 ? HearingRefusals.NoRepresentatives : HearingRefusals.SignUpOpen,
            _ when Joined(people, RepresentativeStanding.SignedUp, r => r.GroupId) is { } groups => HearingRefusals.GroupsNotSeated.With(groups),
            _ when Joined(people, RepresentativeStanding.Invited, r => r.PersonId) is { } invited => HearingRefusals.InvitationsPending.With(invited),
            _ when confirmed == 0 => HearingRefusals.NoRepresentatives,
            _ => new Event.RepresentativesConfirmed(confirmed, ((confirmed * policy.QuorumNumerator) + policy.QuorumDenominator - 1) / policy.QuorumDenominator),
        };
    }

    static Decision<HearingEvent> DecideWithdrawal(WithdrawRepresentative withdraw, HearingFile file, DecisionContext context) => file.People.Find(withdraw.PersonId) switch
    {
        { Standing: RepresentativeStanding.Withdrawn } => Decision<HearingEvent>.Nothing,
        null or { Standing: RepresentativeStanding.Declined or RepresentativeStanding.Recused } => HearingRefusals.NotRepresentative.With(withdraw.PersonId),
        var leaving => Leaving(leaving, new Event.RepresentativeWithdrew(withdraw.PersonId, withdraw.Reason, context.Actor.Subject), file, context).ToArray(),
    };

    // A sign-up seat goes to the next person of the group's reserve. When a person who waits for a draw leaves, the draw may become
    // unnecessary. An invited seat stays free until somebody else is invited.
    static IEnumerable<HearingEvent> Leaving(HearingRepresentative leaving, HearingEvent left, HearingFile file, DecisionContext context)
    {
        yield return left;
        var (people, after) = (file.People, file.People.Before(left));
        if (leaving is { Way: RepresentativeWay.SignUp, Standing: RepresentativeStanding.Seated }
            && people.Of(leaving.GroupId, RepresentativeWay.SignUp, RepresentativeStanding.Reserve).FirstOrDefault() is { } next)
        {
            yield return new Event.ReservePromoted(next.PersonId, leaving.PersonId);
            yield break;
        }

        if (leaving.Standing is RepresentativeStanding.SignedUp && people.SignUpClosed && CountingDraw(people, leaving.GroupId, context).Result is null
            && Applicants(after, leaving.GroupId) is { Count: > 0 } applicants && applicants.Count <= after.FreeSeats(after.Group(leaving.GroupId)!))
            yield return new Event.GroupSeated(leaving.GroupId, applicants, [], null);
        if (people.Quorum is { } quorum && after.SeatedOnes().Count() < quorum)
            yield return new Event.Postponed(PostponementCause.BelowQuorum, null, context.Actor.Subject);
    }

    static EquatableList<string> Applicants(HearingPeople people, string groupId) =>
        people.Of(groupId, RepresentativeWay.SignUp, RepresentativeStanding.SignedUp).Select(r => r.PersonId).ToEquatableList();

    static IEnumerable<FactRequest> DrawsOfApplicant(string personId, HearingPeople people, DecisionContext context) =>
        people.SignUpClosed && people.Find(personId) is { Standing: RepresentativeStanding.SignedUp, GroupId: var groupId } ? DrawsOf(groupId, people, context) : [];

    static string? Joined(HearingPeople people, RepresentativeStanding standing, Func<HearingRepresentative, string> what) =>
        string.Join(", ", people.Representatives.Where(r => r.Standing == standing).Select(what).Distinct()) is { Length: > 0 } joined ? joined : null;
}
