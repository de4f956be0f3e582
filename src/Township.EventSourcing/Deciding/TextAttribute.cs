namespace Township.EventSourcing;

/// <summary>
/// Limits a text in a command. Without it a text has 1 to 200 characters on one line. On a list of texts it applies to each element.
/// </summary>
/// <param name="maxLength">The maximum length, in UTF-16 characters.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextAttribute(int maxLength = TextAttribute.DefaultMaxLength) : Attribute
{
    /// <summary>The maximum length without the attribute.</summary>
    public const int DefaultMaxLength = 200;

    /// <summary>The maximum length, in UTF-16 characters.</summary>
    public int MaxLength => maxLength;

    /// <summary>Whether line breaks and tabs are allowed.</summary>
    public bool MultiLine { get; init; }

    /// <summary>Whether the text may be empty.</summary>
    public bool AllowEmpty { get; init; }
}

/// <summary>
/// Marks a text that is compared with others, by a rule or as a name, so that texts that look the same must be the same
/// (<see cref="UnicodeText.IsCode"/>). A text without it is kept as written, and nothing depends on whether two such texts are equal. On a
/// list it applies to each element.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class CodeAttribute : Attribute;

/// <summary>
/// Marks the id of an aggregate in the same township, for example <c>c-017</c>. On a list it applies to each element.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class KeyAttribute : CodeAttribute
{
    /// <summary>The maximum length of an id in a command, in UTF-16 characters.</summary>
    public const int MaxLength = 64;
}

/// <summary>
/// Marks the id of a person. Personal texts beside it, and within the objects beside it, are about that person, whether or not the client
/// names the person: see <see cref="PersonalText"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonAttribute : KeyAttribute;

/// <summary>Limits the number of elements of a list in a command. Without it: 0 to 200.</summary>
/// <param name="min">The minimum.</param>
/// <param name="max">The maximum.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountAttribute(int min, int max) : Attribute
{
    /// <summary>The maximum without the attribute.</summary>
    public const int DefaultMax = 200;

    /// <summary>The minimum.</summary>
    public int Min => min;

    /// <summary>The maximum.</summary>
    public int Max => max;
}
