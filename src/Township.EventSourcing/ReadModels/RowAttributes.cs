namespace Township.EventSourcing;

/// <summary>
/// Marks a record as the row of an SQL table: a column for each parameter of its constructor, in their order, called as the parameter in
/// snake case without <c>Id</c> at its end (<c>OwnerId</c> is <c>owner</c>). The first two, township and id of the stream, begin the key.
/// Types: texts, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="bool"/> (0 or 1), <see cref="DateOnly"/> and
/// <see cref="DateTimeOffset"/> (ISO texts, UTC), enums (their names), lists of enums or numbers (with commas). Which rows a stream has is
/// said by its aggregate: by public static functions of the state, or of state and stream, that return <c>IEnumerable</c> of such a record.
/// </summary>
/// <param name="name">The table, as queries know it; see <see cref="TableNames.IsValid"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RowTableAttribute(string name) : Attribute
{
    /// <summary>The table.</summary>
    public string Name => name;

    /// <summary>
    /// The version of the whole read model, stated by its table with one row per stream. Raise it when the same history gives other values
    /// in the same columns: the tables are then made anew beside the old ones. Another set of columns is noticed by itself. Default 1.
    /// </summary>
    public int Version { get; set; } = 1;
}

/// <summary>Marks a column of the key, behind township and id of the stream, which need no mark.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class RowKeyAttribute : Attribute;

/// <summary>An index; the township is its first column by itself.</summary>
/// <param name="columns">The names of the other columns.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RowIndexAttribute(params string[] columns) : Attribute
{
    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => columns;
}

/// <summary>
/// Marks a column that reports on the database see and lists do not: it is null there. For what the aggregate's view does not show its
/// readers.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotListedAttribute : Attribute;
