namespace Township.Hearings;

/// <summary>Representatives and officers (H4).</summary>
public static partial class HearingRefusals
{
    /// <summary>Only the person, or the office. Argument: the person.</summary>
    public static readonly RefusalReason NotYours = new("hearing.not-yours", "只有 {0} 本人或效能办可以办理。", "Only {0} or the efficiency office may do this.");

    /// <summary>The groups are set.</summary>
    public static readonly RefusalReason GroupsSet = new("hearing.groups-set", "代表分组已经确定,报名已经开始。", "The groups are set and the sign-up is open.");

    /// <summary>A group is named twice. Argument: the group.</summary>
    public static readonly RefusalReason GroupTwice = new("hearing.group-twice", "代表分组 {0} 重复。", "The group {0} is named twice.");

    /// <summary>A group's id holds a dot, which would make the keys of its draws ambiguous. Argument: the group.</summary>
    public static readonly RefusalReason GroupDotted = new("hearing.group-dotted", "分组编号 {0} 不能含有“.”。", "The id of the group {0} must not hold a '.'.");

    /// <summary>A number of seats is out of range. Arguments: the group, the most.</summary>
    public static readonly RefusalReason SeatsOutOfRange = new("hearing.seats-out-of-range",
        "分组 {0} 的名额应在 0 至 {1} 之间,并至少有一个名额。", "The seats of group {0} must lie between 0 and {1}, and there must be one.");

    /// <summary>There is no such group. Argument: the group.</summary>
    public static readonly RefusalReason NoSuchGroup = new("hearing.no-such-group", "没有代表分组 {0}。", "There is no group {0}.");

    /// <summary>The sign-up is not open.</summary>
    public static readonly RefusalReason SignUpNotOpen = new("hearing.sign-up-not-open", "报名没有开始或已经截止。", "The sign-up is not open.");

    /// <summary>The sign-up is open.</summary>
    public static readonly RefusalReason SignUpOpen = new("hearing.sign-up-open", "报名尚未截止。", "The sign-up is still open.");

    /// <summary>The group and its waiting list are full. Argument: the group.</summary>
    public static readonly RefusalReason GroupFull = new("hearing.group-full", "分组 {0} 的报名名额和候补名额已满。", "The group {0} and its waiting list are full.");

    /// <summary>All seats for invitation are taken. Argument: the group.</summary>
    public static readonly RefusalReason NoInvitedSeat = new("hearing.no-invited-seat", "分组 {0} 没有空余的邀请名额。", "The group {0} has no seat left for invitation.");

    /// <summary>The person signed up or was invited. Argument: the person.</summary>
    public static readonly RefusalReason AlreadyRepresentative = new("hearing.already-representative", "{0} 已经报名或受邀担任听证代表。", "{0} has signed up or was invited already.");

    /// <summary>The person was recused. Argument: the person.</summary>
    public static readonly RefusalReason WasRecused = new("hearing.was-recused", "{0} 已经回避。", "{0} was recused.");

    /// <summary>Nobody is both. Argument: the person.</summary>
    public static readonly RefusalReason IsOfficer = new("hearing.is-officer", "{0} 是听证员,不能同时担任听证代表。", "{0} is a hearing officer and cannot be a representative.");

    /// <summary>Nobody is both. Argument: the person.</summary>
    public static readonly RefusalReason IsRepresentative = new("hearing.is-representative", "{0} 是听证代表,不能担任听证员或主持人。", "{0} is a representative and can neither be an officer nor take the chair.");

    /// <summary>An officer is a declared relative of a representative. Arguments: the officer, the representative.</summary>
    public static readonly RefusalReason OfficerRelated = new("hearing.officer-related",
        "听证员 {0} 与听证代表 {1} 有申报的亲属关系,应当回避。", "The officer {0} and the representative {1} are declared relatives; the officer must be recused.");

    /// <summary>The person is not an officer of this hearing. Argument: the person.</summary>
    public static readonly RefusalReason NotOfficer = new("hearing.not-officer", "{0} 不是本次听证会的听证员。", "{0} is not an officer of this hearing.");

    /// <summary>No officer would be left: name a replacement.</summary>
    public static readonly RefusalReason NeedsReplacement = new("hearing.needs-replacement", "回避后没有听证员,须同时确定替换人员。", "No officer would be left; name a replacement.");

    /// <summary>The person is neither a representative nor on the way to be one. Argument: the person.</summary>
    public static readonly RefusalReason NotRepresentative = new("hearing.not-representative", "{0} 不是本次听证会的听证代表。", "{0} is not a representative of this hearing.");

    /// <summary>The person has no invitation to answer. Argument: the person.</summary>
    public static readonly RefusalReason NotInvited = new("hearing.not-invited", "{0} 没有待答复的邀请。", "{0} has no invitation to answer.");

    /// <summary>The group needs no draw, or its seats are given. Argument: the group.</summary>
    public static readonly RefusalReason NoDrawNeeded = new("hearing.no-draw-needed", "分组 {0} 不需要抽签或名额已经确定。", "The group {0} needs no draw, or its seats are given.");

    /// <summary>No draw is attached to the group. Argument: the group.</summary>
    public static readonly RefusalReason NoDraw = new("hearing.no-draw", "分组 {0} 没有待用的抽签。", "No draw is attached to the group {0}.");

    /// <summary>Those who signed up are being drawn from, so that nobody signs up any more. Argument: the draw.</summary>
    public static readonly RefusalReason DrawStands = new("hearing.draw-stands", "抽签 {0} 已确定候选人,不能重新开放报名。", "The candidates of the draw {0} are fixed; sign-up cannot be reopened.");

    /// <summary>The draw is not drawn. Argument: the draw.</summary>
    public static readonly RefusalReason NotDrawn = new("hearing.not-drawn", "抽签 {0} 尚未抽出。", "The draw {0} is not drawn yet.");

    /// <summary>Groups whose seats are not given. Argument: the groups.</summary>
    public static readonly RefusalReason GroupsNotSeated = new("hearing.groups-not-seated", "以下分组的名额尚未确定:{0}。", "The seats of these groups are not given: {0}.");

    /// <summary>Invitations that are not answered. Argument: the people.</summary>
    public static readonly RefusalReason InvitationsPending = new("hearing.invitations-pending", "以下邀请尚未答复:{0}。", "These invitations are not answered: {0}.");

    /// <summary>There is no representative at all.</summary>
    public static readonly RefusalReason NoRepresentatives = new("hearing.no-representatives", "没有听证代表。", "There are no representatives.");

    /// <summary>The list is not confirmed.</summary>
    public static readonly RefusalReason NotConfirmed = new("hearing.not-confirmed", "听证代表名单尚未确定。", "The list of representatives is not confirmed.");

    /// <summary>The list is confirmed.</summary>
    public static readonly RefusalReason Confirmed = new("hearing.confirmed", "听证代表名单已经确定。", "The list of representatives is confirmed.");
}
