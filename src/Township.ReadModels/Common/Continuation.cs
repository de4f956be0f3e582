using System.Buffers.Text;
using System.Text.Json;

namespace Township;

/// <summary>The token with which a list continues: the values by which the last item is ordered, as stored.</summary>
static class Continuation
{
    public static string Write(IReadOnlyList<string> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));

    /// <exception cref="QueryRefusedException">The text is not a token of this kind of list.</exception>
    public static T Read<T>(string text, Func<IReadOnlyList<string>, T> read, int count)
    {
        try
        {
            if (JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text)) is { } values && values.Length == count
                && !values.Contains(null))
                return read(values!);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Throws below.
        }

        throw Refused(nameof(PageRequest.After), "不是上一页给出的续页标记", "is not a token from a previous page");
    }

    /// <exception cref="QueryRefusedException">The limit is out of range.</exception>
    public static int Limit(PageRequest page) => page.Limit is >= 1 and <= PageRequest.MaxLimit
        ? page.Limit
        : throw Refused(nameof(PageRequest.Limit), $"应在 1 至 {PageRequest.MaxLimit} 之间", $"must be between 1 and {PageRequest.MaxLimit}");

    static QueryRefusedException Refused(string field, string chinese, string english) =>
        new(QueryRefusals.Malformed.With(field, chinese, english));
}
