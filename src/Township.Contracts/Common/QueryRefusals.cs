namespace Township;

/// <summary>Why a query is refused, besides <see cref="KernelRefusals.NotYourTownship"/>.</summary>
public static class QueryRefusals
{
    /// <summary>A part of the query cannot be what it is. Arguments: the part, what is wrong in Chinese, in English.</summary>
    public static readonly RefusalReason Malformed = new("query.malformed", "查询有误,{0}:{1}。", "Malformed query, {0}: {2}.");

    /// <summary>None of the caller's roles may see this. Argument: the roles that may.</summary>
    public static readonly RefusalReason NotEntitled = new("query.not-entitled", "无权查询;需要的角色:{0}。", "Not entitled to see this; it needs one of the roles: {0}.");
}
