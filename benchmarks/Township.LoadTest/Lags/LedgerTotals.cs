using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace Township.LoadTest.Lags;

/// <summary>A projection as users write them: one row per ledger, from its events. Notes when each commit was in the rows.</summary>
sealed class LedgerTotals : IProjection<DbTransaction>
{
    public const string Table = "ledgers";

    static readonly string[] Columns = ["ledger", "entries", "total", "last"];

    static readonly AggregateType<Ledgers.Ledger, Ledgers.LedgerCommand, Ledgers.LedgerEvent, Ledgers.LedgerView> Type =
        AggregateType<Ledgers.Ledger, Ledgers.LedgerCommand, Ledgers.LedgerEvent, Ledgers.LedgerView>.Instance;

    readonly List<Handled> _handled = [];
    IReadOnlyList<RecordedCommit> _applied = [];

    public string Name => Table;

    public int Version => 1;

    public EquatableList<string> Tables => [Table];

    public EquatableList<string>? Categories => [Ledgers.Ledger.Category];

    /// <summary>Every commit in a row, when that was durable for readers.</summary>
    public IReadOnlyList<Handled> Committed => _handled;

    public int Transactions { get; private set; }

    public async Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"CREATE TABLE {tables[Table]} (ledger TEXT NOT NULL PRIMARY KEY, entries BIGINT NOT NULL, total BIGINT NOT NULL, last BIGINT NOT NULL)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store, CancellationToken cancellationToken)
    {
        var ledgers = commits.ToLookup(c => c.Stream.Id);
        var rows = (await SqlRows.Find(transaction, tables[Table], Columns, [.. ledgers.Select(l => new object[] { l.Key })], cancellationToken))
            .ToDictionary(row => (string)row[0], row => (Entries: Number(row[1]), Total: Number(row[2])));
        await SqlRows.Upsert(transaction, tables[Table], Columns, key: 1, [.. ledgers.Select(l => Row(l.Key, rows.GetValueOrDefault(l.Key), l))], cancellationToken);
        _applied = commits;
    }

    /// <summary>The transaction of the last commits that were applied has been committed.</summary>
    public void Noted()
    {
        var now = Stopwatch.GetTimestamp();
        var clock = DateTimeOffset.UtcNow;
        foreach (var commit in _applied) _handled.Add(new(commit.Stream, commit.LastVersion, now, clock - commit.DecidedAt));
        if (_applied.Count > 0) Transactions++;
        _applied = [];
    }

    static object?[] Row(string ledger, (long Entries, long Total) row, IEnumerable<RecordedCommit> commits)
    {
        var last = 0L;
        foreach (var commit in commits)
            foreach (var stored in commit.Events)
            {
                var entered = (Ledgers.LedgerEvent.Entered)Type.Events.Deserialize(stored);
                (row, last) = ((row.Entries + 1, row.Total + entered.Amount), commit.Position);
            }

        return [ledger, row.Entries, row.Total, last];
    }

    static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    /// <param name="Stream">Of the commit.</param>
    /// <param name="Version">Of the commit.</param>
    /// <param name="At">A time stamp of <see cref="Stopwatch"/>.</param>
    /// <param name="SinceDecided">How long ago the command was decided by then: more than since it was recorded.</param>
    internal readonly record struct Handled(StreamId Stream, long Version, long At, TimeSpan SinceDecided);
}
