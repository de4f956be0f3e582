using System.Globalization;

namespace Township;

/// <summary>The rows of a stream as texts, one per row, without what is null: <c>promises township=huimin promise=2026-01.1 status=Made …</c>.</summary>
static class RowFold
{
    /// <summary>The rows after these events, each in a commit and a batch of its own, as they stand in the database.</summary>
    public static IReadOnlyList<string> Of<TEvent>(Type aggregate, MessageCatalogue<TEvent> catalogue, string stream, params TEvent[] events) where TEvent : class
    {
        // Memory answers at once.
        return Task.Run(async () =>
        {
            var store = new MemoryEventStore();
            using var database = await ReadModelDatabase.With(ReadModelCatalogue.Of(aggregate)!, store);
            foreach (var e in events)
            {
                await store.Append([Happenings.Commit(catalogue, stream, e)]);
                await database.Apply(await store.After(database.Position));
            }

            return database.Shown();
        }).GetAwaiter().GetResult();
    }

    /// <summary>The commits after a position.</summary>
    public static async Task<IReadOnlyList<RecordedCommit>> After(this MemoryEventStore store, long position = 0)
    {
        var commits = new List<RecordedCommit>();
        await foreach (var commit in store.ReadAll(position)) commits.Add(commit);
        return commits;
    }

    /// <summary>A row as a text.</summary>
    public static string Show(string table, IEnumerable<(string Column, object? Value)> cells) => string.Join(
        " ", cells.Where(c => c.Value is not (null or DBNull)).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Column}={c.Value}")).Prepend(table));
}
