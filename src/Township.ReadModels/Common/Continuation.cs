using System.Buffers.Text;
using System.Text.Json;

namespace Township;

/// <summary>Where a list goes on: the order's values of the last item, as they are stored.</summary>
static class Continuation
{
    public static string Write(IReadOnlyList<string> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));

    /// <exception cref="QueryRefusedException">No list of this kind has given that out.</exception>
    public static T Read<T>(string text, Func<IReadOnlyList<string>, T> read, int count)
    {
        try
        {
            if (JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text)) is { } values && values.Length == count && !values.Contains(null)) return read(values!);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Told below.
        }

        throw Refused(nameof(PageRequest.After), "不是上一页给出的位置", "not what a part before has given");
    }

    /// <exception cref="QueryRefusedException">Too few or too many.</exception>
    public static int Limit(PageRequest page) => page.Limit is >= 1 and <= PageRequest.MaxLimit
        ? page.Limit
        : throw Refused(nameof(PageRequest.Limit), $"应为 1–{PageRequest.MaxLimit}", $"must be 1–{PageRequest.MaxLimit}");

    static QueryRefusedException Refused(string field, string chinese, string english) => new(QueryRefusals.Malformed.With(field, chinese, english));
}
