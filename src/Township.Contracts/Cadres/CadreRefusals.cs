namespace Township.Cadres;

/// <summary>Why a command to a cadre is refused.</summary>
public static class CadreRefusals
{
    /// <summary>The cadre has left the township. Arguments: id, date.</summary>
    public static readonly RefusalReason Departed = new("cadre.departed", "{0} 已于 {1} 离开本乡镇。", "{0} left the township on {1}.");

    /// <summary>Nobody can be their own superior, directly or through others. Argument: the superior named.</summary>
    public static readonly RefusalReason CircularLine = new("cadre.circular-line",
        "不能指定 {0} 为分管领导：分管关系不能循环。", "{0} cannot be the superior: the reporting line would form a circle.");

    /// <summary>A reporting line is too long to be checked. Arguments: the superior named, how many superiors it may have.</summary>
    public static readonly RefusalReason LineTooLong = new("cadre.line-too-long",
        "从 {0} 向上的分管关系超过 {1} 级，无法核对。", "The reporting line from {0} upwards has more than {1} superiors and cannot be checked.");

    /// <summary>Only the top leader has no superior.</summary>
    public static readonly RefusalReason NeedsSuperior = new("cadre.needs-superior",
        "除一把手外，必须指定分管领导。", "Name a superior: only the top leader has none.");

    /// <summary>The top leader has no superior in the township.</summary>
    public static readonly RefusalReason TopLeaderHasNone = new("cadre.top-leader-has-none",
        "一把手在本乡镇没有分管领导。", "The top leader has no superior in the township.");

    /// <summary>The leave ends before it begins, or overlaps another. Arguments: first and last day.</summary>
    public static readonly RefusalReason LeaveOverlaps = new("cadre.leave-overlaps",
        "请假期间 {0} 至 {1} 有误：结束日期早于开始日期，或者与其他请假重叠。", "The leave from {0} to {1} ends before it begins or overlaps another leave.");

    /// <summary>No leave begins on this day. Argument: the day.</summary>
    public static readonly RefusalReason NoSuchLeave = new("cadre.no-such-leave", "没有从 {0} 开始的请假。", "No leave begins on {0}.");

    /// <summary>Nobody can be declared as their own relative.</summary>
    public static readonly RefusalReason OwnRelative = new("cadre.own-relative",
        "不能把本人申报为亲属。", "Nobody can be declared as their own relative.");

    /// <summary>The person is not a declared relative. Argument: the person.</summary>
    public static readonly RefusalReason NoSuchRelative = new("cadre.no-such-relative", "{0} 不是已申报的亲属。", "{0} is not a declared relative.");
}
