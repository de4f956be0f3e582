namespace Township.Hearings;

/// <summary>Why a command to a hearing is refused. This file: representatives and officers (H4).</summary>
public static partial class HearingRefusals
{
    /// <summary>Only the person or the office may do this. Argument: the person.</summary>
    public static readonly RefusalReason NotYours = new("hearing.not-yours",
        "只有 {0} 本人或效能办可以办理。", "Only {0} or the efficiency office may do this.");

    /// <summary>The groups have already been set.</summary>
    public static readonly RefusalReason GroupsSet = new("hearing.groups-set",
        "代表分组已经确定，报名已经开始。", "The groups have already been set and sign-up has begun.");

    /// <summary>A group is named more than once. Argument: the group.</summary>
    public static readonly RefusalReason GroupTwice = new("hearing.group-twice", "代表分组 {0} 重复。", "The group {0} is named more than once.");

    /// <summary>A group's id contains a dot, which would make the keys of its draws ambiguous. Argument: the group.</summary>
    public static readonly RefusalReason GroupDotted = new("hearing.group-dotted",
        "分组编号 {0} 不能含有“.”。", "The group id {0} must not contain a '.'.");

    /// <summary>A number of seats or waiting places is out of range. Arguments: the group, the most.</summary>
    public static readonly RefusalReason SeatsOutOfRange = new("hearing.seats-out-of-range",
        "分组 {0} 的报名名额、邀请名额和候补名额应各在 0 至 {1} 之间，至少有一个报名或邀请名额；各分组的报名和邀请名额合计不得超过 {1} 个。",
        "The sign-up seats, invited seats and waiting places of the group {0} must each be between 0 and {1}, and it needs at "
        + "least one seat; all groups together can have at most {1} seats.");

    /// <summary>The hearing has no such group. Argument: the group.</summary>
    public static readonly RefusalReason NoSuchGroup = new("hearing.no-such-group", "本次听证会没有代表分组 {0}。", "The hearing has no group {0}.");

    /// <summary>Sign-up has not begun or is closed.</summary>
    public static readonly RefusalReason SignUpNotOpen = new("hearing.sign-up-not-open",
        "报名尚未开始或者已经截止。", "Sign-up has not begun or is closed.");

    /// <summary>Sign-up is still open.</summary>
    public static readonly RefusalReason SignUpOpen = new("hearing.sign-up-open",
        "报名尚未截止，须先截止报名。", "Sign-up is still open; close it first.");

    /// <summary>All sign-up seats and waiting places are taken. Argument: the group.</summary>
    public static readonly RefusalReason GroupFull = new("hearing.group-full",
        "分组 {0} 的报名名额和候补名额已满。", "All sign-up seats and waiting places of the group {0} are taken.");

    /// <summary>All seats for invitations are taken. Argument: the group.</summary>
    public static readonly RefusalReason NoInvitedSeat = new("hearing.no-invited-seat",
        "分组 {0} 没有空余的邀请名额。", "The group {0} has no free seat for an invitation.");

    /// <summary>The person has already signed up or been invited. Argument: the person.</summary>
    public static readonly RefusalReason AlreadyRepresentative = new("hearing.already-representative",
        "{0} 已经报名或受邀担任听证代表。", "{0} has already signed up or been invited as a representative.");

    /// <summary>The person was recused. Argument: the person.</summary>
    public static readonly RefusalReason WasRecused = new("hearing.was-recused", "{0} 已经回避本次听证会。", "{0} was recused from this hearing.");

    /// <summary>An officer cannot be a representative. Argument: the person.</summary>
    public static readonly RefusalReason IsOfficer = new("hearing.is-officer",
        "{0} 是听证员，不能同时担任听证代表。", "{0} is a hearing officer and cannot also be a representative.");

    /// <summary>A representative, also a prospective one, can neither be an officer nor take the chair. Argument: the person.</summary>
    public static readonly RefusalReason IsRepresentative = new("hearing.is-representative",
        "{0} 是听证代表（包括已报名、已受邀和候补的），不能担任听证员或主持人。",
        "{0} is a representative, has signed up or been invited as one, or is in reserve, and can neither be an officer nor "
        + "take the chair.");

    /// <summary>An officer is a declared relative of a representative. Arguments: the officer, the representative.</summary>
    public static readonly RefusalReason OfficerRelated = new("hearing.officer-related",
        "听证员 {0} 与听证代表 {1} 有申报的亲属关系，应当回避。",
        "The officer {0} and the representative {1} are declared relatives; the officer must be recused.");

    /// <summary>The person is not an officer of this hearing. Argument: the person.</summary>
    public static readonly RefusalReason NotOfficer = new("hearing.not-officer",
        "{0} 不是本次听证会的听证员。", "{0} is not an officer of this hearing.");

    /// <summary>The hearing would have no officer left.</summary>
    public static readonly RefusalReason NeedsReplacement = new("hearing.needs-replacement",
        "回避后没有听证员，须同时确定替换人员。", "The hearing would have no officer left; name a replacement.");

    /// <summary>The person is not a representative, or no longer one. Argument: the person.</summary>
    public static readonly RefusalReason NotRepresentative = new("hearing.not-representative",
        "{0} 不是本次听证会的听证代表。", "{0} is not a representative of this hearing.");

    /// <summary>The person has no unanswered invitation. Argument: the person.</summary>
    public static readonly RefusalReason NotInvited = new("hearing.not-invited", "{0} 没有待答复的邀请。", "{0} has no unanswered invitation.");

    /// <summary>There is a seat for everybody who signed up, or the seats are already assigned. Argument: the group.</summary>
    public static readonly RefusalReason NoDrawNeeded = new("hearing.no-draw-needed",
        "分组 {0} 不需要抽签：报名人数没有超过名额，或者名额已经确定。",
        "The group {0} needs no draw: everybody who signed up has a seat, or the seats are already assigned.");

    /// <summary>No draw is attached to the group. Argument: the group.</summary>
    public static readonly RefusalReason NoDraw = new("hearing.no-draw", "分组 {0} 尚未登记抽签。", "No draw is attached to the group {0}.");

    /// <summary>The candidates of a draw for the hearing are fixed, and they are those who signed up. Argument: the draw.</summary>
    public static readonly RefusalReason DrawStands = new("hearing.draw-stands",
        "抽签 {0} 已经确定候选人，不能重新开放报名。", "The candidates of the draw {0} are already fixed, so sign-up cannot be reopened.");

    /// <summary>The draw has no result yet. Argument: the draw.</summary>
    public static readonly RefusalReason NotDrawn = new("hearing.not-drawn", "抽签 {0} 尚未产生结果。", "The draw {0} has no result yet.");

    /// <summary>The seats of some groups have not been assigned. Argument: the groups.</summary>
    public static readonly RefusalReason GroupsNotSeated = new("hearing.groups-not-seated",
        "以下分组的名额尚未确定：{0}。", "The seats of these groups have not been assigned: {0}.");

    /// <summary>Invitations have not been answered. Argument: the people.</summary>
    public static readonly RefusalReason InvitationsPending = new("hearing.invitations-pending",
        "以下人员的邀请尚未答复：{0}。", "The invitations of these people have not been answered: {0}.");

    /// <summary>The hearing has no representatives.</summary>
    public static readonly RefusalReason NoRepresentatives = new("hearing.no-representatives",
        "听证会没有听证代表。", "The hearing has no representatives.");

    /// <summary>The list of representatives has not been confirmed.</summary>
    public static readonly RefusalReason NotConfirmed = new("hearing.not-confirmed",
        "听证代表名单尚未确定。", "The list of representatives has not been confirmed.");

    /// <summary>The list of representatives has already been confirmed.</summary>
    public static readonly RefusalReason Confirmed = new("hearing.confirmed",
        "听证代表名单已经确定。", "The list of representatives has already been confirmed.");
}
