using System.Data.Common;

namespace Township.EventSourcing;

/// <summary>
/// The table <c>deadlines</c>: one row for each deadline that is set and not cleared. The set of rows follows from the history alone. The
/// result of sending a command is noted in its row; after a rebuild of the table it is found out again.
/// </summary>
/// <remarks>Moments are microseconds since 1970-01-01T00:00:00Z. See docs/deadlines.md for the columns.</remarks>
/// <param name="aggregates">The aggregates; those without deadlines are ignored.</param>
public sealed class DeadlineProjection(IEnumerable<IAggregateType> aggregates) : IProjection<DbTransaction>
{
    /// <summary>The name of the subscription and of its table in queries.</summary>
    public const string Table = "deadlines";

    readonly Dictionary<string, IDeadlineType> _types = aggregates.Select(a => a.Deadlines).OfType<IDeadlineType>()
        .ToDictionary(t => t.Category, StringComparer.Ordinal);

    /// <inheritdoc />
    public string Name => Table;

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public string? Content => string.Join(' ', _types.Values.OrderBy(t => t.Category, StringComparer.Ordinal)
        .Select(t => FormattableString.Invariant($"{t.Category}.{t.Version}")));

    /// <inheritdoc />
    public EquatableList<string> Tables => [Table];

    /// <inheritdoc />
    public EquatableList<string>? Categories => _types.Keys.Order(StringComparer.Ordinal).ToEquatableList();

    /// <summary>Signals the earliest due time of rows that were set.</summary>
    internal DeadlineSignal Signal { get; } = new();

    /// <summary>The deadline type of a category; null when this program does not know it.</summary>
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
        // Settled rows are not in the index, so that the cost of finding due rows does not depend on how many were settled.
        await DeadlineRows.Run(
            transaction, $"CREATE INDEX {table}_due ON {table} (try_at, position) WHERE try_at IS NOT NULL", cancellationToken);
        await DeadlineRows.Run(
            transaction, $"CREATE INDEX {table}_tried ON {table} (due_at) WHERE tried_at IS NOT NULL", cancellationToken);
    }

    /// <inheritdoc />
    public async Task Apply(
        DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(commits);
        var changes = commits.SelectMany(c => _types[c.Stream.Category].Changes(c), (commit, change) => (commit, change)).ToList();
        if (changes.Count == 0) return;
        var streams = changes.Select(c => c.commit.Stream).Distinct();
        var rows = await SqlRows.Find(
            transaction, tables[Table], DeadlineRow.Columns, [.. streams.Select(s => (object[])[s.ToString()])], cancellationToken);
        var deadlines = new StreamDeadlines([.. rows.Select(DeadlineRow.From)]);
        foreach (var (commit, change) in changes) deadlines.Apply(commit, change);
        await SqlRows.Delete(
            transaction, tables[Table], DeadlineRow.Columns[..DeadlineRow.KeyLength], [.. deadlines.Removed.Select(r => r.KeyValues)],
            cancellationToken);
        var changed = deadlines.Changed;
        await SqlRows.Upsert(
            transaction, tables[Table], DeadlineRow.Columns, DeadlineRow.KeyLength, [.. changed.Select(r => r.Values)], cancellationToken);
        // Before the transaction ends: a dispatcher that looks now waits for it, because both lock the subscription's record.
        if (changed.Count > 0) Signal.Raise(changed.Min(r => r.DueAt));
    }
}
