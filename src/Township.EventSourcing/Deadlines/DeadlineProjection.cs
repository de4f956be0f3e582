using System.Data.Common;

namespace Township.EventSourcing;

/// <summary>
/// The table <c>deadlines</c>: one row for each deadline that is set and not cleared. Which rows there are follows from the
/// history alone. What came of sending a command is noted in its row, and is found out again when the rows are made anew.
/// </summary>
/// <remarks>Moments are microseconds since 1970-01-01T00:00:00Z. See docs/deadlines.md for the columns.</remarks>
/// <param name="aggregates">Aggregates; those count that have deadlines.</param>
public sealed class DeadlineProjection(IEnumerable<IAggregateType> aggregates) : IProjection<DbTransaction>
{
    /// <summary>The subscription and its table, as queries know them.</summary>
    public const string Table = "deadlines";

    readonly Dictionary<string, IDeadlineType> _types = aggregates.Select(a => a.Deadlines).OfType<IDeadlineType>().ToDictionary(t => t.Category, StringComparer.Ordinal);

    /// <inheritdoc />
    public string Name => Table;

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public string? Content => string.Join(' ', _types.Values.OrderBy(t => t.Category, StringComparer.Ordinal).Select(t => FormattableString.Invariant($"{t.Category}.{t.Version}")));

    /// <inheritdoc />
    public EquatableList<string> Tables => [Table];

    /// <inheritdoc />
    public EquatableList<string>? Categories => _types.Keys.Order(StringComparer.Ordinal).ToEquatableList();

    /// <summary>Tells when rows were set that are due at a moment or later.</summary>
    internal DeadlineSignal Signal { get; } = new();

    /// <summary>The kind with this category; null when this program knows none.</summary>
    internal IDeadlineType? Find(string category) => _types.GetValueOrDefault(category);

    /// <inheritdoc />
    public async Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var table = tables[Table];
        await DeadlineRows.Run(transaction,
            $"""
            CREATE TABLE {table} (
                stream TEXT NOT NULL, name TEXT NOT NULL, due_at BIGINT NOT NULL, position BIGINT NOT NULL,
                command_id TEXT NOT NULL, correlation_id TEXT NOT NULL, causation_id TEXT NOT NULL,
                state TEXT NOT NULL, try_at BIGINT, attempts INTEGER NOT NULL, tried_at BIGINT, note TEXT,
                PRIMARY KEY (stream, name))
            """, cancellationToken);
        // What is settled is not in it: looking for what is due costs the same however much there was.
        await DeadlineRows.Run(transaction, $"CREATE INDEX {table}_due ON {table} (try_at, position) WHERE try_at IS NOT NULL", cancellationToken);
        await DeadlineRows.Run(transaction, $"CREATE INDEX {table}_tried ON {table} (due_at) WHERE tried_at IS NOT NULL", cancellationToken);
    }

    /// <inheritdoc />
    public async Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(commits);
        var changes = commits.SelectMany(c => _types[c.Stream.Category].Changes(c), (commit, change) => (commit, change)).ToList();
        if (changes.Count == 0) return;
        var streams = changes.Select(c => c.commit.Stream).Distinct();
        var rows = await SqlRows.Find(transaction, tables[Table], DeadlineRow.Columns, [.. streams.Select(s => (object[])[s.ToString()])], cancellationToken);
        var deadlines = new StreamDeadlines([.. rows.Select(DeadlineRow.From)]);
        foreach (var (commit, change) in changes) deadlines.Apply(commit, change);
        await SqlRows.Delete(transaction, tables[Table], DeadlineRow.Columns[..DeadlineRow.KeyLength], [.. deadlines.Removed.Select(r => r.KeyValues)], cancellationToken);
        var changed = deadlines.Changed;
        await SqlRows.Upsert(transaction, tables[Table], DeadlineRow.Columns, DeadlineRow.KeyLength, [.. changed.Select(r => r.Values)], cancellationToken);
        // Before the transaction ends: whoever looks now waits for it, as both lock the record.
        if (changed.Count > 0) Signal.Raise(changed.Min(r => r.DueAt));
    }
}
