using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Township.EventSourcing;

/// <summary>Selects deadlines.</summary>
/// <param name="State">The state to select; null for all deadlines that are not settled.</param>
/// <param name="Township">The township to select; null for all.</param>
/// <param name="DueBefore">Selects deadlines due at this moment or before; null for all.</param>
/// <param name="Most">The maximum number of deadlines.</param>
public sealed record DeadlineFilter(
    DeadlineState? State = null, string? Township = null, DateTimeOffset? DueBefore = null, int Most = 1000);

/// <summary>The number of deadlines and how late they are.</summary>
/// <param name="States">The number of deadlines in each state.</param>
/// <param name="Overdue">The number of deadlines that are due and not settled.</param>
/// <param name="OverdueSince">The due time of the first of them; null when there are none.</param>
/// <param name="NextAt">The next due time; null when no deadline is pending.</param>
public sealed record DeadlineTotals(
    EquatableList<(DeadlineState State, long Count)> States, long Overdue, DateTimeOffset? OverdueSince, DateTimeOffset? NextAt);

/// <summary>Queries on the table of <see cref="DeadlineProjection"/>, on any connection to the read models.</summary>
public static class DeadlineQueries
{
    /// <summary>Returns deadlines, the earliest first.</summary>
    public static async IAsyncEnumerable<DeadlineRow> List(
        DbConnection connection, DbTransaction? transaction, DeadlineFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (conditions, order) = filter.State switch
        {
            null => ("try_at IS NOT NULL", "try_at"),
            DeadlineState.Pending => ("try_at IS NOT NULL AND state = @state", "try_at"),
            _ => ("tried_at IS NOT NULL AND state = @state", "due_at"),
        };
        if (filter.Township is not null) conditions += " AND stream LIKE @township";
        if (filter.DueBefore is not null) conditions += " AND due_at <= @before";
        await using var query = DeadlineRows.Command(connection, transaction,
            $"SELECT {DeadlineRow.ColumnList} FROM {DeadlineProjection.Table} WHERE {conditions} ORDER BY {order}, position "
                + $"LIMIT {filter.Most.ToString(CultureInfo.InvariantCulture)}",
            [
                .. filter.State is { } state ? [("state", DeadlineRow.NameOf(state))] : Array.Empty<(string, object)>(),
                // Townships and categories consist of a-z, digits and hyphens, so they hold no wildcard characters.
                .. filter.Township is { } township ? [("township", $"%/{township}/%")] : Array.Empty<(string, object)>(),
                .. filter.DueBefore is { } before ? [("before", Micros.Of(before))] : Array.Empty<(string, object)>(),
            ]);
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        var values = new object[DeadlineRow.Columns.Length];
        while (await reader.ReadAsync(cancellationToken))
        {
            reader.GetValues(values);
            var row = DeadlineRow.From(values);
            // The pattern also matches an id that contains the same text.
            if (filter.Township is null || row.Stream.Township == filter.Township) yield return row;
        }
    }

    /// <summary>Returns the totals at a moment. Reads every row.</summary>
    public static async Task<DeadlineTotals> Totals(
        DbConnection connection, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var counts = new List<(DeadlineState, long)>();
        await using (var query = DeadlineRows.Command(
            connection, null, $"SELECT state, count(*) FROM {DeadlineProjection.Table} GROUP BY state ORDER BY state"))
        await using (var rows = await query.ExecuteReaderAsync(cancellationToken))
            while (await rows.ReadAsync(cancellationToken))
                counts.Add((DeadlineRow.StateOf(rows.GetString(0)), DeadlineRows.Number(rows.GetValue(1))));
        await using var overdue = DeadlineRows.Command(connection, null,
            $"""
            SELECT count(*), min(due_at), (SELECT min(try_at) FROM {DeadlineProjection.Table} WHERE try_at > @now)
            FROM {DeadlineProjection.Table} WHERE try_at IS NOT NULL AND due_at <= @now
            """, ("now", Micros.Of(now)));
        await using var row = await overdue.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(
            counts.ToEquatableList(), DeadlineRows.Number(row.GetValue(0)), DeadlineRows.Moment(row.GetValue(1)),
            DeadlineRows.Moment(row.GetValue(2)));
    }
}
