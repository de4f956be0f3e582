using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Township;

/// <summary>A table as its record declares it; see <see cref="RowTableAttribute"/>. Immutable; one per record.</summary>
sealed partial class RowTable
{
    readonly Func<object, object?>[] _values;
    readonly Lazy<Func<object[], object>> _read;

    /// <exception cref="SetupException">The record does not declare a table.</exception>
    public RowTable(Type row)
    {
        Row = row;
        Declaration = row.GetCustomAttribute<RowTableAttribute>(inherit: false) ?? throw Wrong("is no row: mark it with [RowTable(\"…\")]");
        if (!TableNames.IsValid(Declaration.Name))
            throw Wrong($"has the table '{Declaration.Name}': use a-z, 0-9 and '_', at most {TableNames.MaxLength} characters");
        var constructor = row.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw Wrong("has no public constructor: write it as a record with parameters");
        Columns = [.. constructor.GetParameters().Select(Column)];
        if (Columns is not [{ Property.Name: "Township" } first, var second, ..]
            || (first.Property.PropertyType, second.Property.PropertyType) != (typeof(string), typeof(string)))
            throw Wrong("has no key: begin it with string Township and the string id of the stream");
        Key = 2 + Columns.Skip(2).TakeWhile(c => c.IsKey).Count();
        if (Columns.Skip(Key).FirstOrDefault(c => c.IsKey) is { } late)
            throw Wrong($"has the key {late.Property.Name} behind other columns: put [RowKey] columns behind the id of the stream");
        if (Columns.Take(Key).FirstOrDefault(c => c.IsNullable) is { } open)
            throw Wrong($"has the key {open.Property.Name}, which may be null: a key never is");
        if (Columns.FirstOrDefault(c => c is { IsUnlisted: true, IsNullable: false }) is { } shown)
            throw Wrong($"has the [NotListed] property {shown.Property.Name}, which cannot be null in lists: make it nullable");
        if (Columns.GroupBy(c => c.Name).FirstOrDefault(c => c.Count() > 1) is { } twice)
            throw Wrong($"names the column '{twice.Key}' twice: rename a property");
        Indexes = [.. row.GetCustomAttributes<RowIndexAttribute>(inherit: false).Select(i => i.Columns)];
        if (Indexes.SelectMany(i => i).FirstOrDefault(c => Columns.All(column => column.Name != c)) is { } unknown)
            throw Wrong($"has an index on '{unknown}', which is none of its columns");
        _values = [.. Columns.Select(c => Getter(row, c.Property))];
        _read = new(() => Reader(constructor, Columns));
    }

    public Type Row { get; }

    public RowTableAttribute Declaration { get; }

    public string Name => Declaration.Name;

    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>The number of key columns.</summary>
    public int Key { get; }

    public IReadOnlyList<IReadOnlyList<string>> Indexes { get; }

    public IReadOnlyList<string> ColumnNames => field ??= [.. Columns.Select(c => c.Name)];

    /// <summary>Returns the statements that create the table under a name.</summary>
    public string Create(string table) =>
        $"CREATE TABLE {table} ({string.Join(", ", Columns.Select(c => c.Declaration))}, "
        + $"PRIMARY KEY ({string.Join(", ", ColumnNames.Take(Key))}));"
        + string.Concat(Indexes.Select(
            (columns, n) => FormattableString.Invariant($" CREATE INDEX {table}_i{n} ON {table} (township, {string.Join(", ", columns)});")));

    /// <summary>Returns a row as stored.</summary>
    public object?[] Values(object row) => Array.ConvertAll(_values, value => ColumnType.Cell(value(row)));

    /// <summary>Reads a stored row.</summary>
    public object Read(object[] cells) => _read.Value(cells);

    /// <summary>Returns a row without the columns that lists do not show.</summary>
    public object Listed(object row)
    {
        if (!Columns.Any(c => c.IsUnlisted)) return row;
        var cells = Values(row);
        for (var i = 0; i < cells.Length; i++) cells[i] = Columns[i].IsUnlisted ? DBNull.Value : cells[i] ?? DBNull.Value;
        return Read(cells!);
    }

    /// <summary>Returns the key of a row, as stored.</summary>
    public EquatableList<object> KeyOf(object row) => [.. _values.Take(Key).Select(value => ColumnType.Cell(value(row))!)];

    RowColumn Column(ParameterInfo parameter)
    {
        var property = Row.GetProperty(parameter.Name!) ?? throw Wrong($"has the parameter {parameter.Name} and no property of this name");
        var type = ColumnType.Of(property.PropertyType)
            ?? throw Wrong(
                $"has the property {property.Name} of type {property.PropertyType.Name}, which no column can hold: "
                    + "see [RowTable] for the types");
        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(parameter).ReadState is NullabilityState.Nullable;
        return new(NameOf(property.Name), property, type, isNullable, Has<RowKeyAttribute>(), Has<NotListedAttribute>());

        bool Has<T>() where T : Attribute => parameter.IsDefined(typeof(T)) || property.IsDefined(typeof(T));
    }

    SetupException Wrong(string what) => new($"{Row.Name} {what}.");

    static string NameOf(string property) =>
        Words().Replace(property.Length > 2 && property.EndsWith("Id", StringComparison.Ordinal) ? property[..^2] : property, "_$0")
            .ToLowerInvariant();

    static Func<object, object?> Getter(Type row, PropertyInfo property)
    {
        var parameter = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(parameter, row), property), typeof(object)), parameter).Compile();
    }

    static Func<object[], object> Reader(ConstructorInfo constructor, IReadOnlyList<RowColumn> columns)
    {
        var cells = Expression.Parameter(typeof(object[]));
        var values = columns.Select((column, i) => Expression.Convert(
            Expression.Call(Expression.Constant(column), nameof(RowColumn.Read), null, Expression.ArrayIndex(cells, Expression.Constant(i))),
            column.Property.PropertyType));
        return Expression.Lambda<Func<object[], object>>(Expression.New(constructor, values), cells).Compile();
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Words();
}

/// <summary>A column of a table.</summary>
/// <param name="Name">The name.</param>
/// <param name="Property">The property that holds its value.</param>
/// <param name="Type">How values are stored.</param>
/// <param name="IsNullable">Whether it is nullable.</param>
/// <param name="IsKey">Whether it is marked as part of the key.</param>
/// <param name="IsUnlisted">Whether lists omit it.</param>
sealed record RowColumn(string Name, PropertyInfo Property, ColumnType Type, bool IsNullable, bool IsKey, bool IsUnlisted)
{
    public string Declaration => $"{Name} {Type.Sql}{(IsNullable ? "" : " NOT NULL")}";

    public object? Read(object cell) => cell is DBNull ? null : Type.Read(cell);
}
