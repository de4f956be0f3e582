using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// The name of one stream: <c>category/township/id</c>, for example <c>pledge/huimin/c-017.2026-11</c>.
/// </summary>
/// <remarks>
/// <para>Category and township: <c>a-z</c>, digits and hyphens, starting with a letter. Id: any Unicode text in normalisation form C
/// without control characters, other invisible characters (<see cref="UnicodeText.HoldsInvisible"/>), lone surrogates, white space or
/// <c>/</c>. The whole name has at most <see cref="MaxUtf8Length"/> bytes in UTF-8.</para>
/// <para>Equality is ordinal: ids that differ only in case name two streams. Ids that are not in form C or hold invisible characters are
/// refused, so that two ids that look alike cannot differ.</para>
/// </remarks>
public sealed record StreamId
{
    /// <summary>The longest stream name, in bytes of UTF-8.</summary>
    public const int MaxUtf8Length = 512;

    /// <summary>The longest id, in UTF-16 characters.</summary>
    public const int MaxIdLength = 256;

    readonly string _name;

    /// <summary>Creates the id from its three parts.</summary>
    /// <exception cref="FormatException">A part is not valid.</exception>
    public StreamId(string category, string township, string id)
    {
        _name = $"{category}/{township}/{id}";
        if (Fault(category, township, id, _name) is { } fault) throw new FormatException(fault);
        (Category, Township, Id) = (category, township, id);
    }

    /// <summary>The kind of aggregate, for example <c>pledge</c>.</summary>
    public string Category { get; }

    /// <summary>The tenant. The same id in two townships names two streams.</summary>
    public string Township { get; }

    /// <summary>The aggregate's own id within category and township.</summary>
    public string Id { get; }

    /// <summary>The grain key of the aggregate: <c>township/id</c>.</summary>
    public string Key => $"{Township}/{Id}";

    /// <summary>Parses a name of the form <c>category/township/id</c>.</summary>
    /// <exception cref="FormatException">The text is not a valid stream name.</exception>
    public static StreamId Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var parts = name.Split('/', 3);
        return parts.Length == 3
            ? new StreamId(parts[0], parts[1], parts[2])
            : throw new FormatException($"'{Shown(name)}' is not a stream name: expected category/township/id.");
    }

    /// <summary>Like <see cref="Parse"/>, but returns false instead of throwing.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out StreamId? stream)
    {
        stream = null;
        if (name?.Split('/', 3) is not [var category, var township, var id]) return false;
        if (Fault(category, township, id, name) is not null) return false;
        stream = new StreamId(category, township, id);
        return true;
    }

    /// <summary>Returns whether a text is a valid id part of a stream name.</summary>
    public static bool IsValidId(string? id) => id is not null && FaultOfId(id, id) is null;

    /// <summary>
    /// Returns whether a text is a valid category or township of a stream name: <c>a-z</c>, <c>0-9</c> and <c>-</c>, starting with a
    /// letter, at most 64 characters.
    /// </summary>
    public static bool IsValidCategory(string? category) => category is not null && IsSlug(category);

    /// <inheritdoc />
    public bool Equals(StreamId? other) => other is not null && string.Equals(_name, other._name, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => _name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The whole name, <c>category/township/id</c>.</summary>
    public override string ToString() => _name;

    static string? Fault(string category, string township, string id, string name)
    {
        if (!IsSlug(category)) return $"'{Shown(category)}' is not a stream category: use a-z, 0-9 and '-', starting with a letter.";
        if (!IsSlug(township)) return $"'{Shown(township)}' is not a township id: use a-z, 0-9 and '-', starting with a letter.";
        return FaultOfId(id, name)
            ?? (Encoding.UTF8.GetByteCount(name) > MaxUtf8Length ? $"The stream name '{Shown(name)}' is longer than {MaxUtf8Length} "
                + "bytes." : null);
    }

    static string? FaultOfId(string id, string name)
    {
        if (string.IsNullOrEmpty(id)) return $"The stream name '{Shown(name)}' has no id.";
        if (id.Length > MaxIdLength) return $"The stream name '{Shown(name)}' is longer than {MaxIdLength} characters in its id.";
        if (!UnicodeText.IsWellFormed(id)) return $"The stream id '{Shown(id)}' holds a lone surrogate.";
        if (id.Any(c => char.IsWhiteSpace(c) || c == '/')) return $"The stream id '{Shown(id)}' holds white space or '/'.";
        return UnicodeText.IsCode(id)
            ? null
            : $"The stream id '{Shown(id)}' holds a character that cannot be seen, or is not in Unicode normalisation form C.";
    }

    static bool IsSlug(string part) =>
        part is [>= 'a' and <= 'z', ..] && part.Length <= 64 && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    static string Shown(string text) => UnicodeText.Printable(text, 80);
}
