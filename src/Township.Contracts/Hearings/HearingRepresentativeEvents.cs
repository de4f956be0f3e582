namespace Township.Hearings;

/// <summary>Representatives and officers (H4).</summary>
public abstract partial record HearingEvent
{
    /// <summary>The sign-up is open for these groups.</summary>
    [EventName("hearing.groups-set")]
    public sealed record GroupsSet(EquatableList<RepresentativeGroup> Groups) : HearingEvent;

    /// <summary>Somebody signed up.</summary>
    [EventName("hearing.signed-up")]
    public sealed record SignedUp(string PersonId, string GroupId, PersonalText Name, string By) : HearingEvent;

    /// <summary>The sign-up is over.</summary>
    [EventName("hearing.sign-up-closed")]
    public sealed record SignUpClosed : HearingEvent;

    /// <summary>The sign-up was reopened.</summary>
    [EventName("hearing.sign-up-reopened")]
    public sealed record SignUpReopened(PersonalText Reason) : HearingEvent;

    /// <summary>A draw was attached that will assign a group's seats; it replaces a void one, if there was one.</summary>
    [EventName("hearing.draw-attached")]
    public sealed record DrawAttached(string GroupId, string DrawId, string Commitment, string? Replaced) : HearingEvent;

    /// <summary>
    /// A group's sign-up seats were assigned, by the draw or, if there were seats for everybody, without one. The reserve is in the order
    /// of promotion.
    /// </summary>
    [EventName("hearing.group-seated")]
    public sealed record GroupSeated(string GroupId, EquatableList<string> Seated, EquatableList<string> Reserve, string? DrawId) : HearingEvent;

    /// <summary>Somebody was invited.</summary>
    [EventName("hearing.invited")]
    public sealed record Invited(string PersonId, string GroupId, PersonalText Name, string By) : HearingEvent;

    /// <summary>An invitation was accepted: the person has a seat.</summary>
    [EventName("hearing.invitation-accepted")]
    public sealed record InvitationAccepted(string PersonId, string By) : HearingEvent;

    /// <summary>An invitation was declined.</summary>
    [EventName("hearing.invitation-declined")]
    public sealed record InvitationDeclined(string PersonId, string By) : HearingEvent;

    /// <summary>The list of representatives was confirmed, and with it how many must attend.</summary>
    [EventName("hearing.representatives-confirmed")]
    public sealed record RepresentativesConfirmed(int Confirmed, int Quorum) : HearingEvent;

    /// <summary>Somebody withdrew.</summary>
    [EventName("hearing.representative-withdrew")]
    public sealed record RepresentativeWithdrew(string PersonId, PersonalText Reason, string By) : HearingEvent;

    /// <summary>A representative was recused.</summary>
    [EventName("hearing.representative-recused")]
    public sealed record RepresentativeRecused(string PersonId, PersonalText Reason, string By) : HearingEvent;

    /// <summary>The next person of the reserve got a seat that became free.</summary>
    [EventName("hearing.reserve-promoted")]
    public sealed record ReservePromoted(string PersonId, string InPlaceOf) : HearingEvent;

    /// <summary>An officer was appointed.</summary>
    [EventName("hearing.officer-appointed")]
    public sealed record OfficerAppointed(string CadreId, bool FromTeam, EquatableList<string> Relatives, string? InPlaceOf) : HearingEvent;

    /// <summary>An officer was recused.</summary>
    [EventName("hearing.officer-recused")]
    public sealed record OfficerRecused(string CadreId, PersonalText Reason, string By) : HearingEvent;
}
