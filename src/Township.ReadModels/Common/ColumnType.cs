using System.Collections;
using System.Globalization;

namespace Township;

/// <summary>
/// The storage of a type's values: dates and moments as texts that sort chronologically, flags as 0 or 1, enums by name.
/// </summary>
/// <param name="Sql">The SQL type of the column.</param>
/// <param name="Stored">The .NET type of the stored value.</param>
/// <param name="Read">Converts the value of a cell that is not null.</param>
sealed record ColumnType(string Sql, Type Stored, Func<object, object> Read)
{
    static readonly Dictionary<Type, ColumnType> Simple = new()
    {
        [typeof(string)] = new("TEXT", typeof(string), cell => cell),
        [typeof(int)] = new("INTEGER", typeof(int), cell => Convert.ToInt32(cell, CultureInfo.InvariantCulture)),
        [typeof(long)] = new("BIGINT", typeof(long), cell => Convert.ToInt64(cell, CultureInfo.InvariantCulture)),
        [typeof(decimal)] = new("NUMERIC", typeof(decimal), cell => Convert.ToDecimal(cell, CultureInfo.InvariantCulture)),
        [typeof(bool)] = new("INTEGER", typeof(int), cell => Convert.ToInt32(cell, CultureInfo.InvariantCulture) != 0),
        [typeof(DateOnly)] = new(
            "TEXT", typeof(string), cell => DateOnly.ParseExact((string)cell, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        [typeof(DateTimeOffset)] = new(
            "TEXT", typeof(string), cell => DateTimeOffset.ParseExact((string)cell, "O", CultureInfo.InvariantCulture)),
    };

    /// <summary>Returns the storage of a type; null when there is none. A nullable type is stored like its underlying type.</summary>
    public static ColumnType? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple.TryGetValue(type, out var simple)) return simple;
        if (type.IsEnum) return new("TEXT", typeof(string), cell => Enum.Parse(type, (string)cell));
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(EquatableList<>)) return null;
        var item = type.GetGenericArguments()[0];
        return item.IsEnum || item == typeof(int) ? new("TEXT", typeof(string), List(item)) : null;
    }

    /// <summary>Returns a value as stored.</summary>
    public static object? Cell(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        Enum name => name.ToString(),
        null or string or int or long or decimal => value,
        IEnumerable list => string.Join(',', list.Cast<object>().Select(Cell)),
        _ => throw new InvalidOperationException($"A row cannot hold a {value.GetType()}."),
    };

    static Func<object, object> List(Type item)
    {
        var (read, of) = (Of(item)!.Read, typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList))!.MakeGenericMethod(item));
        return cell =>
        {
            var texts = ((string)cell).Split(',', StringSplitOptions.RemoveEmptyEntries);
            var items = Array.CreateInstance(item, texts.Length);
            for (var i = 0; i < texts.Length; i++) items.SetValue(read(texts[i]), i);
            return of.Invoke(null, [items])!;
        };
    }
}
