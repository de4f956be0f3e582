namespace Township.Pledges;

/// <summary>The table <c>pledge_months</c>: one row per cadre and month, with where the pledge stands.</summary>
public sealed class PledgeMonths() : StreamView(
    Table, 1, Pledge.Category, StreamTables.Of<PledgeMonth, PledgeEvent>(Pledge.Type.Events))
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "pledge_months";
}
