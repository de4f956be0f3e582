namespace Township;

/// <summary>A table of a view. Columns are declared as in SQL, the key first, and that begins with the key of the stream.</summary>
sealed class ViewTable(string name, int key, string[] declarations, params string[] indexes)
{
    public string Name => name;

    /// <summary>How many of the columns are the key.</summary>
    public int Key => key;

    public IReadOnlyList<string> Columns { get; } = [.. declarations.Select(d => d.Split(' ')[0])];

    /// <summary>The statements that make a build's table.</summary>
    public string Create(TableNames tables) =>
        $"CREATE TABLE {tables[name]} ({string.Join(", ", declarations)}, PRIMARY KEY ({string.Join(", ", Columns.Take(key))}));"
        + string.Concat(indexes.Select((columns, n) => FormattableString.Invariant($" CREATE INDEX {tables[name]}_i{n} ON {tables[name]} ({columns});")));
}
