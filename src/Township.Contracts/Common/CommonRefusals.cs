namespace Township;

/// <summary>Refusals that several aggregates share.</summary>
public static class CommonRefusals
{
    /// <summary>None of the caller's roles may do this. Argument: the roles that may.</summary>
    public static readonly RefusalReason NotEntitled = new("common.not-entitled", "无权执行此操作;需要的角色:{0}。", "Not entitled; this needs one of the roles: {0}.");

    /// <summary>It exists already. Argument: its id.</summary>
    public static readonly RefusalReason AlreadyExists = new("common.already-exists", "{0} 已经存在。", "{0} exists already.");

    /// <summary>It does not exist. Argument: its id.</summary>
    public static readonly RefusalReason Unknown = new("common.unknown", "{0} 不存在。", "There is no {0}.");

    /// <summary>A fact cannot lie in the future. Arguments: the date, today.</summary>
    public static readonly RefusalReason InFuture = new("common.in-future", "日期 {0} 晚于今天({1})。", "The date {0} is later than today, {1}.");

    /// <summary>A date is before the one it must follow. Arguments: the date, the earliest possible one.</summary>
    public static readonly RefusalReason TooEarly = new("common.too-early", "日期 {0} 不能早于 {1}。", "The date {0} must not be before {1}.");
}
