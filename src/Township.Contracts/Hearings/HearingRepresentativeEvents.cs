namespace Township.Hearings;

/// <summary>Representatives and officers (H4).</summary>
public abstract partial record HearingEvent
{
    /// <summary>The sign-up is open for these groups.</summary>
    [EventName("hearing.groups-set")]
    [Title("代表分组已设置，报名开始", "Groups set and sign-up opened")]
    public sealed record GroupsSet(EquatableList<RepresentativeGroup> Groups) : HearingEvent;

    /// <summary>Somebody signed up.</summary>
    [EventName("hearing.signed-up")]
    [Title("已报名", "Signed up")]
    public sealed record SignedUp(string PersonId, string GroupId, PersonalText Name, string By) : HearingEvent;

    /// <summary>The sign-up is over.</summary>
    [EventName("hearing.sign-up-closed")]
    [Title("报名已截止", "Sign-up closed")]
    public sealed record SignUpClosed : HearingEvent;

    /// <summary>The sign-up was reopened.</summary>
    [EventName("hearing.sign-up-reopened")]
    [Title("报名已重新开放", "Sign-up reopened")]
    public sealed record SignUpReopened(PersonalText Reason) : HearingEvent;

    /// <summary>A draw was attached that will assign a group's seats; it replaces a void one, if there was one.</summary>
    [EventName("hearing.draw-attached")]
    [Title("代表抽签已登记", "Draw attached")]
    public sealed record DrawAttached(string GroupId, string DrawId, string Commitment, string? Replaced) : HearingEvent;

    /// <summary>
    /// A group's sign-up seats were assigned, by the draw or, if there were seats for everybody, without one. The reserve is in the order
    /// of promotion.
    /// </summary>
    [EventName("hearing.group-seated")]
    [Title("分组报名席位已确定", "Group seated")]
    public sealed record GroupSeated(string GroupId, EquatableList<string> Seated, EquatableList<string> Reserve, string? DrawId) : HearingEvent;

    /// <summary>Somebody was invited.</summary>
    [EventName("hearing.invited")]
    [Title("已邀请代表", "Representative invited")]
    public sealed record Invited(string PersonId, string GroupId, PersonalText Name, string By) : HearingEvent;

    /// <summary>An invitation was accepted: the person has a seat.</summary>
    [EventName("hearing.invitation-accepted")]
    [Title("邀请已接受", "Invitation accepted")]
    public sealed record InvitationAccepted(string PersonId, string By) : HearingEvent;

    /// <summary>An invitation was declined.</summary>
    [EventName("hearing.invitation-declined")]
    [Title("邀请已谢绝", "Invitation declined")]
    public sealed record InvitationDeclined(string PersonId, string By) : HearingEvent;

    /// <summary>The list of representatives was confirmed, and with it how many must attend.</summary>
    [EventName("hearing.representatives-confirmed")]
    [Title("听证代表名单已确认", "Representatives confirmed")]
    public sealed record RepresentativesConfirmed(int Confirmed, int Quorum) : HearingEvent;

    /// <summary>Somebody withdrew.</summary>
    [EventName("hearing.representative-withdrew")]
    [Title("代表已退出", "Representative withdrew")]
    public sealed record RepresentativeWithdrew(string PersonId, PersonalText Reason, string By) : HearingEvent;

    /// <summary>A representative was recused.</summary>
    [EventName("hearing.representative-recused")]
    [Title("代表已回避", "Representative recused")]
    public sealed record RepresentativeRecused(string PersonId, PersonalText Reason, string By) : HearingEvent;

    /// <summary>The next person of the reserve got a seat that became free.</summary>
    [EventName("hearing.reserve-promoted")]
    [Title("候补已递补", "Reserve promoted")]
    public sealed record ReservePromoted(string PersonId, string InPlaceOf) : HearingEvent;

    /// <summary>An officer was appointed.</summary>
    [EventName("hearing.officer-appointed")]
    [Title("听证员已指定", "Hearing officer appointed")]
    public sealed record OfficerAppointed(string CadreId, bool FromTeam, EquatableList<string> Relatives, string? InPlaceOf) : HearingEvent;

    /// <summary>An officer was recused.</summary>
    [EventName("hearing.officer-recused")]
    [Title("听证员已回避", "Hearing officer recused")]
    public sealed record OfficerRecused(string CadreId, PersonalText Reason, string By) : HearingEvent;
}
