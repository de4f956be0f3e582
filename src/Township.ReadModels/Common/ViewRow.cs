using System.Globalization;

namespace Township;

/// <summary>A row as it is stored. Two are equal when they are of the same table and hold the same.</summary>
sealed record ViewRow(ViewTable Table, EquatableList<object?> Values)
{
    /// <summary>A row from typed values, in the order of the columns.</summary>
    public static ViewRow Of(ViewTable table, params ReadOnlySpan<object?> values)
    {
        var cells = new object?[values.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = Cell(values[i]);
        return cells.Length == table.Columns.Count
            ? new(table, [.. cells])
            : throw new InvalidOperationException($"'{table.Name}' has {table.Columns.Count} columns, the row {cells.Length} values.");
    }

    /// <summary>A value as it is stored: days and times are texts that sort as they follow each other, flags 0 or 1.</summary>
    public static object? Cell(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        Enum name => $"{name}",
        null or string or int or long or decimal => value,
        _ => throw new InvalidOperationException($"A row cannot hold a {value.GetType()}."),
    };
}
