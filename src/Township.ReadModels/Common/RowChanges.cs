using System.Data.Common;

namespace Township;

/// <summary>Collects the changes of a batch to the tables of a read model, and writes them in few statements.</summary>
sealed class RowChanges
{
    readonly List<object[]> _forgotten = [];
    readonly Dictionary<RowTable, (List<object?[]> Written, List<object[]> Gone)> _changes = [];

    /// <summary>
    /// Changes the rows of a stream from <paramref name="before"/> to <paramref name="after"/>, and writes only the differences.
    /// <paramref name="before"/> must be the stored rows.
    /// </summary>
    public void Change(RowTable table, StreamId stream, IEnumerable<object> before, IEnumerable<object> after)
    {
        var (written, gone) = Of(table);
        var (old, now) = (before.ToList(), after.ToList());
        var changed = (old.Count == 0 ? now : now.Except(old)).Select(table.Values).ToList();
        // Rows are found and removed by their stream.
        if (changed.FirstOrDefault(row => !Equals(row[0], stream.Township) || !Equals(row[1], stream.Id)) is { } stray)
            throw new InvalidOperationException(
                $"'{stream}' has a row of '{stray[0]}/{stray[1]}' in {table.Name}: "
                    + "a row must begin with the township and the id of its stream.");
        written.AddRange(changed);
        if (old.Count > 0) gone.AddRange(old.Select(table.KeyOf).Except(now.Select(table.KeyOf)).Select(key => key.ToArray()));
    }

    /// <summary>Removes all rows of a stream before others are written.</summary>
    public void Forget(StreamId stream) => _forgotten.Add([stream.Township, stream.Id]);

    public async Task Write(
        DbTransaction transaction, TableNames names, IReadOnlyList<RowTable> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            var (written, gone) = Of(table);
            await SqlRows.Delete(transaction, names[table.Name], [.. table.ColumnNames.Take(2)], _forgotten, cancellationToken);
            await SqlRows.Delete(transaction, names[table.Name], [.. table.ColumnNames.Take(table.Key)], gone, cancellationToken);
            await SqlRows.Upsert(transaction, names[table.Name], table.ColumnNames, table.Key, written, cancellationToken);
        }
    }

    (List<object?[]> Written, List<object[]> Gone) Of(RowTable table)
    {
        if (!_changes.TryGetValue(table, out var changes)) _changes[table] = changes = ([], []);
        return changes;
    }
}
