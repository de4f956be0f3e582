using System.Data.Common;

namespace Township;

/// <summary>
/// Rows that each event changes: they are read once per batch and changed in memory, and the differences are written. Stores no states.
/// </summary>
sealed class EventReadModel<TRows, TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type)
    : ReadModel(typeof(TState), type.Category, [.. TRows.RowTypes.Select(t => new RowTable(t))])
    where TRows : class, IStreamRows<TRows, TEvent>
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    public override async Task Apply(
        DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commits);
        var streams = commits.GroupBy(c => c.Stream).Select(s => s.ToList()).ToList();
        var stored = await Stored(
            transaction, tables, streams.Where(s => s[0].FirstVersion > 1).Select(s => s[0].Stream), cancellationToken);
        var changes = new RowChanges();
        foreach (var stream in streams)
        {
            var (id, rows) = (stream[0].Stream, stored[(stream[0].Stream.Township, stream[0].Stream.Id)]);
            var before = TRows.From(id, new(rows));
            var after = stream.SelectMany(c => c.Events).Aggregate(before, (all, e) => all.After(type.Events.Deserialize(e)));
            var (old, now) = (rows.ToLookup(r => r.GetType()), after.Rows.ToLookup(r => r.GetType()));
            foreach (var table in RowTables) changes.Change(table, id, old[table.Row], now[table.Row]);
        }

        await changes.Write(transaction, tables, RowTables, cancellationToken);
    }

    async Task<ILookup<(string, string), object>> Stored(
        DbTransaction transaction, TableNames tables, IEnumerable<StreamId> streams, CancellationToken cancellationToken)
    {
        object[][] keys = [.. streams.Select(s => (object[])[s.Township, s.Id])];
        var found = new List<((string, string) Stream, object Row)>();
        foreach (var table in RowTables)
            foreach (var cells in await SqlRows.Find(transaction, tables[table.Name], table.ColumnNames, keys, cancellationToken))
                found.Add((((string)cells[0], (string)cells[1]), table.Read(cells)));
        return found.ToLookup(f => f.Stream, f => f.Row);
    }
}
