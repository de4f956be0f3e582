using System.Data.Common;

namespace Township;

/// <summary>
/// A view whose rows each follow from one stream. Dates and times are ISO texts, times in UTC, flags 0 or 1, kinds by their name in code;
/// see docs/views.md for every column.
/// </summary>
public abstract class StreamView : IProjection<DbTransaction>
{
    readonly StreamTables _tables;
    readonly string _category;

    private protected StreamView(string name, int version, string category, StreamTables tables) =>
        (Name, Version, _category, _tables) = (name, version, category, tables);

    public string Name { get; }

    public int Version { get; }

    public EquatableList<string> Tables => [.. _tables.Tables.Select(t => t.Name)];

    public EquatableList<string>? Categories => [_category];

    public async Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken)
    {
        foreach (var table in _tables.Tables) await transaction.Run(table.Create(tables), cancellationToken);
    }

    public Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken) =>
        _tables.Apply(transaction, tables, commits, cancellationToken);
}
