using System.Data.Common;

namespace Township;

/// <summary>Writes the rows of streams: read once for a batch, changed in memory, written once.</summary>
abstract class StreamTables
{
    public abstract IReadOnlyList<ViewTable> Tables { get; }

    public abstract Task Apply(DbTransaction transaction, TableNames names, IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken);

    public static StreamTables Of<TRows, TEvent>(MessageCatalogue<TEvent> events)
        where TRows : class, IStreamRows<TRows, TEvent>
        where TEvent : class => new Typed<TRows, TEvent>(events);

    sealed class Typed<TRows, TEvent>(MessageCatalogue<TEvent> events) : StreamTables
        where TRows : class, IStreamRows<TRows, TEvent>
        where TEvent : class
    {
        public override IReadOnlyList<ViewTable> Tables => TRows.Tables;

        public override async Task Apply(DbTransaction transaction, TableNames names, IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
        {
            var streams = commits.ToLookup(c => TRows.KeyOf(c.Stream));
            var stored = new Dictionary<ViewTable, ILookup<EquatableList<string>, object[]>>();
            foreach (var table in Tables) stored[table] = await Find(transaction, names, table, streams, cancellationToken);

            var changed = streams.SelectMany(stream => Changes(stream, table => stored[table][stream.Key])).ToLookup(row => row.Table, row => row.Values);
            foreach (var table in Tables)
                await SqlRows.Upsert(transaction, names[table.Name], table.Columns, table.Key, [.. changed[table].Select(values => values.ToArray())], cancellationToken);
        }

        static async Task<ILookup<EquatableList<string>, object[]>> Find(
            DbTransaction transaction, TableNames names, ViewTable table, ILookup<EquatableList<string>, RecordedCommit> streams, CancellationToken cancellationToken)
        {
            object[][] keys = [.. streams.Select(s => (object[])[.. s.Key])];
            var rows = await SqlRows.Find(transaction, names[table.Name], table.Columns, keys, cancellationToken);
            return rows.ToLookup(row => row.Take(keys[0].Length).Cast<string>().ToEquatableList());
        }

        IEnumerable<ViewRow> Changes(IGrouping<EquatableList<string>, RecordedCommit> stream, Func<ViewTable, IEnumerable<object[]>> stored)
        {
            var before = TRows.From(stream.Key, table => stored(table).Select(values => new Cells(values)));
            var after = stream.SelectMany(c => c.Events).Aggregate(before, (rows, e) => rows.After(events.Deserialize(e)));
            return after.Rows.Except(before.Rows);
        }
    }
}
