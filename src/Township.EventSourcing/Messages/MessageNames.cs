namespace Township.EventSourcing;

/// <summary>
/// The stored name and schema version of an event. Part of the storage format: never change a released name; raise the version and add an
/// <see cref="Upcaster"/> instead.
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

/// <summary>The stored name and schema version of a command, in the commit that it caused.</summary>
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
/// The stored name and schema version of a fact, in the commits whose decisions depend on it. A change of its shape or meaning needs a new
/// schema version; keep the function of each older one, because audits compute every stored fact again.
/// </summary>
/// <param name="name">The stable name, <c>category.name</c> with the category of the aggregate that offers it, for example
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
