namespace Township.EventSourcing;

/// <summary>A person whom an aggregate concerns, for a <see cref="ReadRule{TState}"/>.</summary>
/// <typeparam name="TState">The aggregate's state.</typeparam>
public sealed class ReadPerson<TState> where TState : class
{
    readonly Func<TState, StreamId, Facts, string?> _id;

    /// <summary>A person whom the aggregate itself names.</summary>
    /// <param name="name">How lists and documents call the person, for example <c>owner</c>.</param>
    /// <param name="id">Returns the person's id; null when there is none.</param>
    /// <param name="role">The role that the person must also hold; null for none.</param>
    public ReadPerson(string name, Func<TState, StreamId, string?> id, string? role = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        (Name, Role, _id) = (name, role, (state, stream, _) => id(state, stream));
    }

    internal ReadPerson(string name, Func<StreamId, FactRequest?> asks, Func<StreamId, Facts, string?> id, string? role) =>
        (Name, Role, Asks, _id) = (name, role, asks, (_, stream, facts) => id(stream, facts));

    /// <summary>The name of the person in lists and documents.</summary>
    public string Name { get; }

    internal string? Role { get; }

    internal Func<StreamId, FactRequest?>? Asks { get; }

    internal bool Is(Actor actor, TState state, StreamId stream, Facts facts) =>
        _id(state, stream, facts) is { } id && actor.IsPerson(id, stream);
}

/// <summary>People whom an aggregate concerns and another aggregate names.</summary>
public static class ReadPerson
{
    /// <summary>
    /// Returns a person whom a fact of another aggregate names. The fact is read only when the rule does not admit
    /// the reader in any other way.
    /// </summary>
    /// <param name="name">The name of the person in documents.</param>
    /// <param name="other">Returns the id of the other aggregate; null when there is none for this stream.</param>
    /// <param name="id">Returns the person's id in the fact; null when there is none.</param>
    /// <param name="role">The role that the person must also hold; null for none.</param>
    /// <typeparam name="TState">The aggregate's state.</typeparam>
    /// <typeparam name="TFact">The fact.</typeparam>
    public static ReadPerson<TState> Of<TState, TFact>(
        string name, Func<StreamId, string?> other, Func<TFact, string?> id, string? role = null)
        where TState : class
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(id);
        return new(
            name, stream => other(stream) is { } found ? Fact<TFact>.Of(found) : null,
            (stream, facts) => other(stream) is { } found && facts.Find<TFact>(stream, found) is { } fact ? id(fact) : null, role);
    }
}

/// <summary>A condition under which readers are admitted, for example that a text is published.</summary>
/// <param name="Name">The name of the condition in lists.</param>
/// <param name="Holds">Returns whether it holds for a state.</param>
/// <typeparam name="TState">The aggregate's state.</typeparam>
public sealed record ReadCondition<TState>(string Name, Func<TState, bool> Holds) where TState : class;

/// <summary>The rows of a township's list that a reader may see. Every list query requires one.</summary>
/// <param name="Township">The township.</param>
/// <param name="Subject">The reader's id.</param>
/// <param name="Only">Names of persons and conditions of the rule, at least one of which must apply to a row; null when
/// all rows are visible.</param>
public sealed record ListScope(string Township, string Subject, EquatableList<string>? Only)
{
    /// <summary>Returns a scope of all rows, for programs that read the tables directly.</summary>
    public static ListScope Everything(string township) => new(township, "", null);
}
