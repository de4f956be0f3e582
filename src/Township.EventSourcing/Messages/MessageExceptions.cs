namespace Township.EventSourcing;

/// <summary>
/// A stored message has a name or schema version that this program does not know. It can be kept and shown, but not folded.
/// </summary>
public sealed class UnknownMessageException(string name, int schema, Type hierarchy)
    : Exception($"'{name}' (schema {schema}) is not known to {hierarchy.Name}. Was it written by a newer version of the program?")
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;

    /// <summary>The stored schema version.</summary>
    public int Schema { get; } = schema;
}

/// <summary>The data of a stored message does not fit its schema.</summary>
public sealed class MessageFormatException(string name, int schema, Exception cause)
    : Exception($"The data of '{name}' (schema {schema}) does not fit its schema: {cause.Message}", cause);
