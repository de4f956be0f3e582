namespace Township.Promises;

/// <summary>The tables <c>promises</c>, one row per promise, and <c>promise_dues</c>, one row for each due day that it had.</summary>
public sealed class PromisesMade() : StreamView(
    Table, 1, Promise.Category, StreamTables.Of<PromiseRows, PromiseEvent>(Promise.Type.Events))
{
    /// <summary>The table of the promises, as queries know it.</summary>
    public const string Table = "promises";

    /// <summary>The table of their due days.</summary>
    public const string Dues = "promise_dues";
}
