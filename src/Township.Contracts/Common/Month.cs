using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Township;

/// <summary>A calendar month in Asia/Shanghai, written <c>2026-03</c>.</summary>
/// <param name="Year">From 1900 to 2100.</param>
/// <param name="Number">1 to 12.</param>
[GenerateSerializer, Immutable, Alias("township.month"), JsonConverter(typeof(MonthJsonConverter))]
public readonly record struct Month(int Year, int Number) : IComparable<Month>, ICheckedValue
{
    /// <inheritdoc />
    public bool IsValid => Year is >= 1900 and <= 2100 && Number is >= 1 and <= 12;

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => new(Year, Number, 1);

    /// <summary>The last day.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>The month of a date.</summary>
    public static Month Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>Reads <c>yyyy-MM</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var parsed = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2100;
        month = parsed ? Of(date) : default;
        return parsed;
    }

    /// <summary>The month that is so many months later; earlier for a negative number.</summary>
    public Month Plus(int months) => Of(FirstDay.AddMonths(months));

    /// <summary>Whether a date lies within.</summary>
    public bool Contains(DateOnly date) => Of(date) == this;

    /// <inheritdoc />
    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>Earlier.</summary>
    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    /// <summary><c>yyyy-MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}

/// <summary>Writes a <see cref="Month"/> as <c>"yyyy-MM"</c>.</summary>
public sealed class MonthJsonConverter : JsonConverter<Month>
{
    /// <inheritdoc />
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Month.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("Expected a month, yyyy-MM.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
