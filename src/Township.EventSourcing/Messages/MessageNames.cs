namespace Township.EventSourcing;

/// <summary>
/// The name and schema version under which an event is stored. Part of the storage format:
/// never change a name that was released; raise the version and add an <see cref="Upcaster"/> instead.
/// </summary>
/// <param name="name">Stable name, <c>aggregate.past-tense</c>, for example <c>draw.drawn</c>.</param>
/// <param name="schema">Schema version, from 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name, int schema = 1) : Attribute, IMessageName
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public int Schema => schema;
}

/// <summary>The name and schema version under which a command is stored in the commit that it caused.</summary>
/// <param name="name">Stable name, <c>aggregate.imperative</c>, for example <c>draw.freeze</c>.</param>
/// <param name="schema">Schema version, from 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CommandNameAttribute(string name, int schema = 1) : Attribute, IMessageName
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public int Schema => schema;
}

/// <summary>
/// The name and schema version under which a fact is stored in the commits whose decisions rest on it. A change of its shape or of its
/// meaning is a new schema version: the function of each older one is kept, because audits work every stored fact out again.
/// </summary>
/// <param name="name">Stable name, <c>category.name</c> with the category of the aggregate that offers it, for example
/// <c>cadre.standing</c>.</param>
/// <param name="schema">Schema version, from 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactNameAttribute(string name, int schema = 1) : Attribute, IMessageName
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public int Schema => schema;
}

/// <summary>A stored message's name and schema version.</summary>
public interface IMessageName
{
    /// <summary>The stable name.</summary>
    string Name { get; }

    /// <summary>The schema version, from 1.</summary>
    int Schema { get; }
}
