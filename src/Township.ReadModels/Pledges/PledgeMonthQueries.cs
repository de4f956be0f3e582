using System.Data.Common;

namespace Township.Pledges;

/// <summary>A township's pledges of a month.</summary>
public sealed record PledgeMonthTotals(string Month, int Pledged, int Late, int Amended, int Exempt, int Missed, int Left, int Fulfilled, int Unfulfilled);

/// <summary>Questions to <see cref="PledgeMonths"/>, on any connection to the views.</summary>
public static class PledgeMonthQueries
{
    /// <summary>The totals of each month, the earliest first.</summary>
    public static async Task<IReadOnlyList<PledgeMonthTotals>> PledgeTotals(this DbConnection views, string township, CancellationToken cancellationToken = default)
    {
        await using var query = views.Command(
            $"""
            SELECT month, count(pledged_on), coalesce(sum(late), 0), coalesce(sum(amended), 0), count(exemption), coalesce(sum(missed), 0), count(released_on),
                count(CASE verdict WHEN '{nameof(Verdict.Fulfilled)}' THEN 1 END), count(CASE verdict WHEN '{nameof(Verdict.Unfulfilled)}' THEN 1 END)
            FROM {PledgeMonths.Table} WHERE township = @township GROUP BY month ORDER BY month
            """, ("township", township));
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        var totals = new List<PledgeMonthTotals>();
        while (await rows.ReadAsync(cancellationToken))
        {
            int Number(int column) => Convert.ToInt32(rows.GetValue(column), null);
            totals.Add(new(rows.GetString(0), Number(1), Number(2), Number(3), Number(4), Number(5), Number(6), Number(7), Number(8)));
        }

        return totals;
    }
}
