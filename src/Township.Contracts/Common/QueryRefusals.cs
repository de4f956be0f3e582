namespace Township;

/// <summary>Why a query is refused, besides the kernel's <c>query.*</c> refusals.</summary>
public static class QueryRefusals
{
    /// <summary>A part of the query has a value that it cannot have. Arguments: the part, what is wrong in Chinese, in English.</summary>
    public static readonly RefusalReason Malformed = new("query.malformed", "查询格式有误：{0} {1}。", "The query is malformed: {0} {2}.");
}
