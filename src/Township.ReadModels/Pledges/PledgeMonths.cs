namespace Township.Pledges;

/// <summary>The table <c>pledge_months</c>: one row per cadre and month, with where the pledge stands.</summary>
public sealed class PledgeMonths() : StreamView(
    Table, 1, Pledge.Category, StreamTables.Of<PledgeMonth, PledgeEvent>(AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance.Events))
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "pledge_months";
}
