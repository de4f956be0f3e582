namespace Township;

/// <summary>Refusals that several aggregates share.</summary>
public static class CommonRefusals
{
    /// <summary>The caller has none of the roles that may do this. Argument: the roles that may.</summary>
    public static readonly RefusalReason NotEntitled = new("common.not-entitled",
        "无权执行此操作；需要具备以下角色之一：{0}。", "You may not do this. It requires one of the roles: {0}.")
    { InChinese = Roles.InChinese };

    /// <summary>It already exists. Argument: its id.</summary>
    public static readonly RefusalReason AlreadyExists = new("common.already-exists", "{0} 已经存在。", "{0} already exists.");

    /// <summary>Nothing is on record under this id. Argument: the id.</summary>
    public static readonly RefusalReason Unknown = new("common.unknown", "没有编号为 {0} 的记录。", "There is no record with the id {0}.");

    /// <summary>A date on which something happened is later than today. Arguments: the date, today.</summary>
    public static readonly RefusalReason InFuture = new("common.in-future", "日期 {0} 晚于今天（{1}）。", "The date {0} is later than today, {1}.");

    /// <summary>A date is earlier than it may be. Arguments: the date, the earliest possible one.</summary>
    public static readonly RefusalReason TooEarly = new("common.too-early",
        "日期 {0} 不能早于 {1}。", "The date {0} must not be earlier than {1}.");
}
