namespace Township.Hearings;

/// <summary>Representatives 听证代表 and officers 听证员 (H4). By the efficiency office, except where it says otherwise.</summary>
public abstract partial record HearingCommand
{
    /// <summary>
    /// Opens the sign-up 自愿报名: which groups take part, with how many seats of each way. Once; before anybody signed up. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.set-groups"), CommandName("hearing.set-groups")]
    public sealed record SetGroups([Count(1, 30)] EquatableList<RepresentativeGroup> Groups) : HearingCommand;

    /// <summary>Signs up for a group 自愿报名. By the person, as a citizen, or by the office for somebody who asks for it.</summary>
    /// <param name="PersonId">Who; the actor's own id unless the office acts.</param>
    /// <param name="GroupId">For which group.</param>
    /// <param name="Name">The person's name.</param>
    [GenerateSerializer, Alias("hearing.sign-up"), CommandName("hearing.sign-up")]
    public sealed record SignUp([Person] string PersonId, [Key] string GroupId, PersonalText Name) : HearingCommand;

    /// <summary>
    /// Ends the sign-up. Groups without more sign-ups than seats are seated at once; the others need a draw. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.close-sign-up"), CommandName("hearing.close-sign-up")]
    public sealed record CloseSignUp : HearingCommand;

    /// <summary>
    /// Opens the sign-up once more, because seats are left; until the list of representatives is confirmed. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.reopen-sign-up"), CommandName("hearing.reopen-sign-up")]
    public sealed record ReopenSignUp([Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Puts on record that the group's draw (rule D) gives its seats. It is the one of the group's purpose that is not void; when one
    /// attached
    /// before was voided, the next takes its place. By the office.
    /// </summary>
    /// <param name="GroupId">The group.</param>
    [GenerateSerializer, Alias("hearing.attach-draw"), CommandName("hearing.attach-draw")]
    public sealed record AttachDraw([Key] string GroupId) : HearingCommand;

    /// <summary>
    /// Gives a group's seats by its draw, once it is drawn. The others are the reserve, in the order of the same draw. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.seat-by-draw"), CommandName("hearing.seat-by-draw")]
    public sealed record SeatByDraw([Key] string GroupId) : HearingCommand;

    /// <summary>Invites somebody for the township 乡邀请, as long as the group has seats for it. By the office.</summary>
    [GenerateSerializer, Alias("hearing.invite"), CommandName("hearing.invite")]
    public sealed record Invite([Person] string PersonId, [Key] string GroupId, PersonalText Name) : HearingCommand;

    /// <summary>Accepts an invitation. By the person, or the office who was told.</summary>
    [GenerateSerializer, Alias("hearing.accept-invitation"), CommandName("hearing.accept-invitation")]
    public sealed record AcceptInvitation([Person] string PersonId) : HearingCommand;

    /// <summary>Declines an invitation; the seat is free for another. By the person, or the office who was told.</summary>
    [GenerateSerializer, Alias("hearing.decline-invitation"), CommandName("hearing.decline-invitation")]
    public sealed record DeclineInvitation([Person] string PersonId) : HearingCommand;

    /// <summary>
    /// Fixes the list of representatives: every group is seated and no invitation is pending. The quorum is counted from it. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.confirm-representatives"), CommandName("hearing.confirm-representatives")]
    public sealed record ConfirmRepresentatives : HearingCommand;

    /// <summary>
    /// A representative withdraws. The next reserve of the group takes a sign-up seat at once. When the confirmed list has no reserve left
    /// and falls below the quorum, the hearing is postponed. By the person, or the office who was told.
    /// </summary>
    [GenerateSerializer, Alias("hearing.withdraw-representative"), CommandName("hearing.withdraw-representative")]
    public sealed record WithdrawRepresentative([Person] string PersonId, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>A representative is recused 回避; replaced as after a withdrawal. By the office.</summary>
    [GenerateSerializer, Alias("hearing.recuse-representative"), CommandName("hearing.recuse-representative")]
    public sealed record RecuseRepresentative([Person] string PersonId, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Appoints a hearing officer 听证员: a cadre on record, neither a representative nor a declared relative of one. By the office.
    /// </summary>
    [GenerateSerializer, Alias("hearing.appoint-officer"), CommandName("hearing.appoint-officer")]
    public sealed record AppointOfficer([Person] string CadreId) : HearingCommand;

    /// <summary>An officer is recused 回避, also during the sitting. By the office, a leader, or the officer.</summary>
    /// <param name="CadreId">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="ReplacedBy">Who takes the place; required when no other officer would be left.</param>
    [GenerateSerializer, Alias("hearing.recuse-officer"), CommandName("hearing.recuse-officer")]
    public sealed record RecuseOfficer([Person] string CadreId, [Text(1000, MultiLine = true)] PersonalText Reason, [Key] string? ReplacedBy) : HearingCommand;
}
