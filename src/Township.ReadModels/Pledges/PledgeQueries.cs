using System.Data.Common;
using LinqToDB.Async;

namespace Township.Pledges;

/// <summary>A township's pledges of a month.</summary>
public sealed record PledgeMonthTotals(
    string Month, int Pledged, int Late, int Amended, int Exempt, int Missed, int Left, int Fulfilled, int Unfulfilled);

/// <summary>Queries on the table <c>pledge_months</c>, on any connection to the read models.</summary>
public static class PledgeQueries
{
    /// <summary>Returns the totals of each month, the earliest first.</summary>
    public static async Task<IReadOnlyList<PledgeMonthTotals>> PledgeTotals(
        this DbConnection connection, string township, CancellationToken cancellationToken = default)
    {
        using var tables = new ReadModelTables(connection);
        return await tables.Of<PledgeRow>().Where(r => r.Township == township).GroupBy(r => r.Month).OrderBy(g => g.Key)
            .Select(g => new PledgeMonthTotals(
            g.Key, g.Count(r => r.PledgedOn != null), g.Count(r => r.Late), g.Sum(r => r.Amended), g.Count(r => r.Exemption != null),
            g.Count(r => r.Missed),
            g.Count(r => r.ReleasedOn != null), g.Count(r => r.Verdict == Verdict.Fulfilled),
                g.Count(r => r.Verdict == Verdict.Unfulfilled))).ToListAsync(cancellationToken);
    }
}
