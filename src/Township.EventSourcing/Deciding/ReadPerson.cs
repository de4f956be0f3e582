namespace Township.EventSourcing;

/// <summary>A person whom an aggregate concerns, for a <see cref="ReadRule{TState}"/>.</summary>
/// <typeparam name="TState">The aggregate's state.</typeparam>
public sealed class ReadPerson<TState> where TState : class
{
    readonly Func<TState, StreamId, Facts, string?> _id;

    /// <summary>A person whom the aggregate itself names.</summary>
    /// <param name="name">How lists and documents call the person, for example <c>owner</c>.</param>
    /// <param name="id">The person's id; null while there is none.</param>
    /// <param name="role">The role that the person must have as well; null for any.</param>
    public ReadPerson(string name, Func<TState, StreamId, string?> id, string? role = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        (Name, Role, _id) = (name, role, (state, stream, _) => id(state, stream));
    }

    internal ReadPerson(string name, Func<StreamId, FactRequest?> asks, Func<StreamId, Facts, string?> id, string? role) =>
        (Name, Role, Asks, _id) = (name, role, asks, (_, stream, facts) => id(stream, facts));

    /// <summary>How the person is called.</summary>
    public string Name { get; }

    internal string? Role { get; }

    internal Func<StreamId, FactRequest?>? Asks { get; }

    internal bool Is(Actor actor, TState state, StreamId stream, Facts facts) => _id(state, stream, facts) is { } id && actor.IsPerson(id, stream);
}

/// <summary>People whom an aggregate concerns though another one names them.</summary>
public static class ReadPerson
{
    /// <summary>
    /// A person whom a fact of another aggregate names; it is asked only when the rule admits the reader in no other way.
    /// </summary>
    /// <param name="name">How documents call the person.</param>
    /// <param name="other">The id of the other aggregate; null when there is none for this stream.</param>
    /// <param name="id">The person's id in the fact; null for nobody.</param>
    /// <param name="role">The role that the person must have as well; null for any.</param>
    /// <typeparam name="TState">The aggregate's state.</typeparam>
    /// <typeparam name="TFact">The fact.</typeparam>
    public static ReadPerson<TState> Of<TState, TFact>(string name, Func<StreamId, string?> other, Func<TFact, string?> id, string? role = null)
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
/// <param name="Name">How lists call it.</param>
/// <param name="Holds">Whether it holds for a state.</param>
/// <typeparam name="TState">The aggregate's state.</typeparam>
public sealed record ReadCondition<TState>(string Name, Func<TState, bool> Holds) where TState : class;

/// <summary>Which rows of a township's list a reader may see. A list cannot be asked for without one.</summary>
/// <param name="Township">The township.</param>
/// <param name="Subject">The reader's id.</param>
/// <param name="Only">Names of persons and conditions of the rule, one of which must fit a row; null when all rows are open.</param>
public sealed record ListScope(string Township, string Subject, EquatableList<string>? Only)
{
    /// <summary>All rows, for programs that read the tables themselves.</summary>
    public static ListScope Everything(string township) => new(township, "", null);
}
