using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// Maps grain ids to streams. Every grain id has a stream of its own: a part of the id that is valid in a stream name is used unchanged;
/// otherwise it is escaped; if it is then too long, it is hashed.
/// </summary>
/// <remarks>
/// <para>The category is the grain type. Escaped, it begins with <c>x--</c>, and every byte but <c>a-z</c> and digits becomes <c>--</c>
/// with two hexadecimal digits. Hashed, it is <c>h--</c> with the first 60 digits of its SHA-256.</para>
/// <para>A key <c>township/id</c> names its township. For every other key the township is the provider's, and the id is the key. Escaped,
/// every byte but printable ASCII without <c>%</c> and <c>/</c> becomes <c>%</c> with two hexadecimal digits. Hashed, it is <c>%sha256-</c>
/// with the 64 digits of its SHA-256. An empty key is <c>%</c>.</para>
/// </remarks>
public static class GrainStreams
{
    /// <summary>Returns the stream of a grain.</summary>
    /// <param name="grain">A grain id.</param>
    /// <param name="township">The township for keys that name none.</param>
    /// <exception cref="FormatException"><paramref name="township"/> is not valid in a stream name.</exception>
    public static StreamId StreamOf(GrainId grain, string township)
    {
        var category = CategoryOf(grain.Type);
        var key = grain.Key.ToString() ?? "";
        if (IsText(grain.Key, key))
        {
            // Keys that name the provider's own township are escaped below, so that they never share a stream with keys that name none.
            if (StreamId.TryParse($"{category}/{key}", out var named) && named.Township != township && IsLiteral(named.Id)) return named;
            if (IsLiteral(key) && StreamId.TryParse($"{category}/{township}/{key}", out var plain)) return plain;
        }

        return new(category, township, Escaped(grain.Key.AsSpan()));
    }

    static string CategoryOf(GrainType type)
    {
        var name = type.ToString() ?? "";
        if (!name.Contains("--", StringComparison.Ordinal) && StreamId.TryParse($"{name}/a/a", out var stream) && stream.Category == name)
            return name;
        var escaped = new StringBuilder("x--");
        foreach (var b in type.AsSpan())
        {
            if (char.IsAsciiLetterLower((char)b) || char.IsAsciiDigit((char)b)) escaped.Append((char)b);
            else escaped.Append(CultureInfo.InvariantCulture, $"--{b:x2}");
        }

        return escaped.Length <= 64 ? escaped.ToString() : $"h--{Convert.ToHexStringLower(SHA256.HashData(type.AsSpan()))[..60]}";
    }

    static string Escaped(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) return "%";
        var escaped = new StringBuilder();
        foreach (var b in key)
        {
            if (b is > 0x20 and < 0x7F and not (byte)'%' and not (byte)'/') escaped.Append((char)b);
            else escaped.Append(CultureInfo.InvariantCulture, $"%{b:x2}");
        }

        return escaped.Length <= StreamId.MaxIdLength ? escaped.ToString() : $"%sha256-{Convert.ToHexStringLower(SHA256.HashData(key))}";
    }

    static bool IsLiteral(string id) => !id.Contains('%', StringComparison.Ordinal);

    // Invalid UTF-8 is decoded to replacement characters, so two different keys could look the same.
    static bool IsText(IdSpan key, string text) => key.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text));
}
