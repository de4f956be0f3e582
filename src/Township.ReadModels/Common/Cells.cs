using System.Globalization;

namespace Township;

/// <summary>The values of a row, read one after the other.</summary>
sealed class Cells(IReadOnlyList<object> values)
{
    int _next;

    public Cells Skip(int count)
    {
        _next += count;
        return this;
    }

    public string Text() => (string)values[_next++];

    public string? TextOrNull() => values[_next++] as string;

    public int Number() => Convert.ToInt32(values[_next++], CultureInfo.InvariantCulture);

    public int? NumberOrNull() => IsNull() ? null : Number();

    public long Long() => Convert.ToInt64(values[_next++], CultureInfo.InvariantCulture);

    public decimal Decimal() => Convert.ToDecimal(values[_next++], CultureInfo.InvariantCulture);

    public decimal? DecimalOrNull() => IsNull() ? null : Decimal();

    public bool Flag() => Number() != 0;

    public bool? FlagOrNull() => IsNull() ? null : Flag();

    public DateOnly Day() => DateOnly.ParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly? DayOrNull() => IsNull() ? null : Day();

    public DateTimeOffset Time() => DateTimeOffset.ParseExact(Text(), "O", CultureInfo.InvariantCulture);

    public DateTimeOffset? TimeOrNull() => IsNull() ? null : Time();

    public T Name<T>() where T : struct, Enum => Enum.Parse<T>(Text());

    public T? NameOrNull<T>() where T : struct, Enum => IsNull() ? null : Name<T>();

    public EquatableList<T> Names<T>() where T : struct, Enum => [.. Text().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];

    bool IsNull()
    {
        if (values[_next] is not DBNull) return false;
        _next++;
        return true;
    }
}
