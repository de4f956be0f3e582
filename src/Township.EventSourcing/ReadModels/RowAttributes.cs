namespace Township.EventSourcing;

/// <summary>
/// Marks a record as the row of an SQL table: a column for each parameter of its constructor, in their order, called as the parameter in
/// snake case without <c>Id</c> at its end (<c>OwnerId</c> is <c>owner</c>). The first two, township and id of the stream, begin the key.
/// Types: texts, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="bool"/> (0 or 1), <see cref="DateOnly"/> and
/// <see cref="DateTimeOffset"/> (ISO texts, UTC), enums (their names), lists of enums or numbers (with commas). Which rows a stream has is
/// said by its aggregate: by public static functions of the state, or of state and stream, that return <c>IEnumerable</c> of such a record.
/// </summary>
/// <param name="name">The name of the table in queries; see <see cref="TableNames.IsValid"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RowTableAttribute(string name) : Attribute
{
    /// <summary>The name of the table.</summary>
    public string Name => name;

    /// <summary>
    /// The version of the whole read model, stated by its table with one row per stream. Raise it when the same history leads
    /// to other values in the same columns: the tables are then rebuilt beside the old ones. A changed set of columns is
    /// detected without it. Default 1.
    /// </summary>
    public int Version { get; set; } = 1;
}

/// <summary>Marks a column of the key, in addition to the township and the id of the stream, which need no attribute.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class RowKeyAttribute : Attribute;

/// <summary>Declares an index. The township is always its first column.</summary>
/// <param name="columns">The names of the other columns.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RowIndexAttribute(params string[] columns) : Attribute
{
    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => columns;
}

/// <summary>
/// Marks a column for reports on the database; lists return null in it. Use it for data that the aggregate's view does not show.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class NotListedAttribute : Attribute;
