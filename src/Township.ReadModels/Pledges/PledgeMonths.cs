using System.Data.Common;

namespace Township.Pledges;

/// <summary>
/// The table <c>pledge_months</c>: one row per cadre and month, with where the pledge stands. Dates are ISO texts, flags 0 or 1.
/// </summary>
public sealed class PledgeMonths : IProjection<DbTransaction>
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "pledge_months";

    static readonly MessageCatalogue<PledgeEvent> Events = AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance.Events;

    public string Name => Table;

    public int Version => 1;

    public EquatableList<string> Tables => [Table];

    public EquatableList<string>? Categories => [Pledge.Category];

    public Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken) => transaction.Run(
        $"""
        CREATE TABLE {tables[Table]} (
            township TEXT NOT NULL, cadre TEXT NOT NULL, month TEXT NOT NULL,
            written_on TEXT, stated_on TEXT, pledged_on TEXT, released_on TEXT,
            late INTEGER NOT NULL DEFAULT 0, amended INTEGER NOT NULL DEFAULT 0, missed INTEGER NOT NULL DEFAULT 0,
            exemption TEXT, verdict TEXT,
            PRIMARY KEY (township, month, cadre))
        """, cancellationToken);

    public async Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
    {
        var pledges = commits.ToLookup(c => RowOf(c.Stream));
        // Read once, changed in memory, written once.
        var stored = (await SqlRows.Find(transaction, tables[Table], PledgeMonth.Columns, [.. pledges.Select(p => p.Key.KeyValues)], cancellationToken))
            .Select(PledgeMonth.From).ToDictionary(row => new PledgeMonth(row.Township, row.Month, row.Cadre));
        var changed = pledges.Select(p => (Before: stored.GetValueOrDefault(p.Key, p.Key), Commits: p))
            .Select(p => (p.Before, After: p.Commits.SelectMany(c => c.Events).Aggregate(p.Before, (row, e) => row.After(Events.Deserialize(e)))))
            .Where(p => p.After != p.Before);
        await SqlRows.Upsert(transaction, tables[Table], PledgeMonth.Columns, PledgeMonth.Key.Length, [.. changed.Select(p => p.After.Values)], cancellationToken);
    }

    static PledgeMonth RowOf(StreamId stream)
    {
        var id = PledgeId.Find(stream.Id) ?? throw new FormatException($"'{stream}' is not the stream of a pledge.");
        return new(stream.Township, id.Month.ToString(), id.CadreId);
    }
}
