namespace Township.Hearings;

/// <summary>Representatives 听证代表 and officers 听证员 (H4). By the efficiency office, except where it says otherwise.</summary>
public abstract partial record HearingCommand
{
    /// <summary>
    /// Opens the sign-up 自愿报名 and sets the groups, with their seats for sign-up and for invitation. Once. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.set-groups"), CommandName("hearing.set-groups")]
    [Title("设置代表分组并开始报名", "Set the groups and open the sign-up")]
    public sealed record SetGroups([Count(1, 30)] EquatableList<RepresentativeGroup> Groups) : HearingCommand;

    /// <summary>Signs up for a group 自愿报名. By the person, as a citizen, or by the office for somebody who asks for it.</summary>
    /// <param name="PersonId">Who; the actor's own id unless the office acts.</param>
    /// <param name="GroupId">For which group.</param>
    /// <param name="Name">The person's name.</param>
    [GenerateSerializer, Alias("hearing.sign-up"), CommandName("hearing.sign-up")]
    [Title("登记报名", "Sign up")]
    public sealed record SignUp([Person] string PersonId, [Key] string GroupId, PersonalText Name) : HearingCommand;

    /// <summary>
    /// Ends the sign-up. Groups with no more sign-ups than seats get their seats at once; the others need a draw. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.close-sign-up"), CommandName("hearing.close-sign-up")]
    [Title("截止报名", "Close the sign-up")]
    public sealed record CloseSignUp : HearingCommand;

    /// <summary>
    /// Reopens the sign-up because seats are left; possible until the list of representatives is confirmed. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.reopen-sign-up"), CommandName("hearing.reopen-sign-up")]
    [Title("重新开放报名", "Reopen the sign-up")]
    public sealed record ReopenSignUp([Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Records that the group's draw (rule D) assigns its seats: the one draw for the group that is not void. When a draw attached before
    /// was voided, the next one replaces it. By the office.
    /// </summary>
    /// <param name="GroupId">The group.</param>
    [GenerateSerializer, Alias("hearing.attach-draw"), CommandName("hearing.attach-draw")]
    [Title("登记代表抽签", "Attach a draw")]
    public sealed record AttachDraw([Key] string GroupId) : HearingCommand;

    /// <summary>
    /// Assigns a group's seats by its draw, once the draw has a result. The others are the reserve, in the order of the same draw. By the
    /// office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.seat-by-draw"), CommandName("hearing.seat-by-draw")]
    [Title("按抽签确定代表席位", "Seat a group by its draw")]
    public sealed record SeatByDraw([Key] string GroupId) : HearingCommand;

    /// <summary>
    /// Invites somebody on behalf of the township 乡邀请, as long as the group has free seats for invitations. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.invite"), CommandName("hearing.invite")]
    [Title("邀请代表", "Invite a representative")]
    public sealed record Invite([Person] string PersonId, [Key] string GroupId, PersonalText Name) : HearingCommand;

    /// <summary>Accepts an invitation. By the person, or the office on the person's behalf.</summary>
    [GenerateSerializer, Alias("hearing.accept-invitation"), CommandName("hearing.accept-invitation")]
    [Title("接受邀请", "Accept an invitation")]
    public sealed record AcceptInvitation([Person] string PersonId) : HearingCommand;

    /// <summary>Declines an invitation; the seat is free again. By the person, or the office on the person's behalf.</summary>
    [GenerateSerializer, Alias("hearing.decline-invitation"), CommandName("hearing.decline-invitation")]
    [Title("谢绝邀请", "Decline an invitation")]
    public sealed record DeclineInvitation([Person] string PersonId) : HearingCommand;

    /// <summary>
    /// Confirms the list of representatives, when every group has its seats and no invitation is pending. The quorum is computed from the
    /// list. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.confirm-representatives"), CommandName("hearing.confirm-representatives")]
    [Title("确认听证代表名单", "Confirm the representatives")]
    public sealed record ConfirmRepresentatives : HearingCommand;

    /// <summary>
    /// A representative withdraws. The next reserve of the group takes a sign-up seat at once. When the confirmed list has no reserve left
    /// and falls below the quorum, the hearing is postponed. By the person, or the office on the person's behalf.
    /// </summary>
    [GenerateSerializer, Alias("hearing.withdraw-representative"), CommandName("hearing.withdraw-representative")]
    [Title("代表退出", "Withdraw a representative")]
    public sealed record WithdrawRepresentative([Person] string PersonId, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>A representative is recused 回避; replaced as after a withdrawal. By the office.</summary>
    [GenerateSerializer, Alias("hearing.recuse-representative"), CommandName("hearing.recuse-representative")]
    [Title("代表回避", "Recuse a representative")]
    public sealed record RecuseRepresentative([Person] string PersonId, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Appoints a hearing officer 听证员: a cadre on record, neither a representative nor a declared relative of one. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.appoint-officer"), CommandName("hearing.appoint-officer")]
    [Title("指定听证员", "Appoint a hearing officer")]
    public sealed record AppointOfficer([Person] string CadreId) : HearingCommand;

    /// <summary>An officer is recused 回避, also during the sitting. By the office, a leader, or the officer.</summary>
    /// <param name="CadreId">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="ReplacedBy">Who takes the place; required when no other officer would be left.</param>
    [GenerateSerializer, Alias("hearing.recuse-officer"), CommandName("hearing.recuse-officer")]
    [Title("听证员回避", "Recuse a hearing officer")]
    public sealed record RecuseOfficer([Person] string CadreId, [Text(1000, MultiLine = true)] PersonalText Reason, [Key] string? ReplacedBy) : HearingCommand;
}
