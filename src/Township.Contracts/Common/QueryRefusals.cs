namespace Township;

/// <summary>Why a query is refused, besides the kernel's <c>query.*</c> refusals.</summary>
public static class QueryRefusals
{
    /// <summary>A part of the query cannot be what it is. Arguments: the part, what is wrong in Chinese, in English.</summary>
    public static readonly RefusalReason Malformed = new("query.malformed", "查询有误,{0}:{1}。", "Malformed query, {0}: {2}.");
}
