namespace Township.EventSourcing;

/// <summary>
/// What a text in a command may be. Without it a text has 1 to 200 characters on one line.
/// On a list of texts it holds for each element.
/// </summary>
/// <param name="maxLength">The most UTF-16 characters.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextAttribute(int maxLength = TextAttribute.DefaultMaxLength) : Attribute
{
    /// <summary>The most characters where no attribute says otherwise.</summary>
    public const int DefaultMaxLength = 200;

    /// <summary>The most UTF-16 characters.</summary>
    public int MaxLength => maxLength;

    /// <summary>Whether line breaks and tabs are allowed.</summary>
    public bool MultiLine { get; init; }

    /// <summary>Whether the text may be empty.</summary>
    public bool AllowEmpty { get; init; }
}

/// <summary>
/// The text is compared with others, by a rule or as a name: what looks the same must be the same
/// (<see cref="UnicodeText.IsCode"/>). A text without this is what people write: it is kept as it is, and nothing depends on whether
/// two of them are equal. On a list it holds for each element.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class CodeAttribute : Attribute;

/// <summary>
/// The text is the id of an aggregate in the same township, for example <c>c-017</c>; on a list it holds for each element.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class KeyAttribute : CodeAttribute
{
    /// <summary>The longest id that a command may name, in UTF-16 characters.</summary>
    public const int MaxLength = 64;
}

/// <summary>
/// The text is the id of a person, and the texts about people beside it and within what stands beside it are about that person,
/// whether or not the client says so: see <see cref="PersonalText"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonAttribute : KeyAttribute;

/// <summary>How many elements a list in a command may have. Without it: 0 to 200.</summary>
/// <param name="min">The fewest.</param>
/// <param name="max">The most.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CountAttribute(int min, int max) : Attribute
{
    /// <summary>The most elements where no attribute says otherwise.</summary>
    public const int DefaultMax = 200;

    /// <summary>The fewest elements.</summary>
    public int Min => min;

    /// <summary>The most elements.</summary>
    public int Max => max;
}
