using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using LinqToDB.Metadata;

namespace Township;

/// <summary>Describes to linq2db the tables and columns that <see cref="RowTable"/> finds in records, and how values are stored.</summary>
sealed class RowMapping : IMetadataReader
{
    static readonly ConcurrentDictionary<Type, RowTable> Tables = [];

    public static MappingSchema Schema { get; } = Made();

    public static RowTable TableOf(Type row) => Tables.GetOrAdd(row, static r => new(r));

    public MappingAttribute[] GetAttributes(Type type) => Find(type) is { } table ? [new TableAttribute(table.Name)] : [];

    public MappingAttribute[] GetAttributes(Type type, MemberInfo memberInfo)
    {
        if (Find(type)?.Columns.FirstOrDefault(c => c.Property.Name == memberInfo.Name) is not { } column) return [];
        var attribute = new ColumnAttribute(column.Name) { CanBeNull = column.IsNullable };
        var value = Nullable.GetUnderlyingType(column.Property.PropertyType) ?? column.Property.PropertyType;
        return value == column.Type.Stored
            ? [attribute]
            : [attribute, new ValueConverterAttribute { ValueConverter = new Converter(value, column.Type) }];
    }

    public MemberInfo[] GetDynamicColumns(Type type) => [];

    public string GetObjectID() => nameof(RowMapping);

    static RowTable? Find(Type type) => type.IsDefined(typeof(RowTableAttribute), inherit: false) ? TableOf(type) : null;

    static MappingSchema Made()
    {
        var schema = new MappingSchema();
        schema.AddMetadataReader(new RowMapping());
        // Also for values without a column, such as the ordering values of a page.
        AsText<DateOnly>(schema);
        AsText<DateTimeOffset>(schema);
        schema.SetValueToSqlConverter(typeof(bool), (sql, _, flag) => sql.Append((bool)flag ? '1' : '0'));
        return schema;
    }

    static void AsText<T>(MappingSchema schema)
    {
        schema.SetDataType(typeof(T), DataType.NVarChar);
        schema.SetConverter<T, DataParameter>(value => new(null, ColumnType.Cell(value), DataType.NVarChar));
    }

    sealed class Converter(Type value, ColumnType type) : IValueConverter
    {
        public bool HandlesNulls => false;

        public LambdaExpression ToProviderExpression { get; } =
            Lambda(value, type.Stored, of => Expression.Call(typeof(ColumnType), nameof(ColumnType.Cell), null, of));

        public LambdaExpression FromProviderExpression { get; } =
            Lambda(type.Stored, value, of => Expression.Invoke(Expression.Constant(type.Read), of));

        static LambdaExpression Lambda(Type from, Type to, Func<Expression, Expression> convert)
        {
            var parameter = Expression.Parameter(from);
            return Expression.Lambda(Expression.Convert(convert(Expression.Convert(parameter, typeof(object))), to), parameter);
        }
    }
}
