namespace Township.EventSourcing.Testing;

/// <summary>A fact of another aggregate, given to decisions that ask for it.</summary>
public sealed record GivenFact
{
    readonly FactType _type;
    readonly string? _id;
    readonly object? _fact;

    GivenFact(FactType type, string? id, object? fact) => (_type, _id, _fact) = (type, id, fact);

    /// <summary>Creates a fact of every aggregate that is asked for it.</summary>
    /// <param name="fact">The fact; null for aggregates that do not exist or have no value for it.</param>
    public static GivenFact Of<TFact>(TFact? fact) where TFact : class => new(Fact<TFact>.Type, null, fact);

    /// <summary>Creates a fact of the aggregate with this id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="fact">The fact; null when the aggregate does not exist or has no value for it.</param>
    public static GivenFact Of<TFact>(string id, TFact? fact) where TFact : class => new(Fact<TFact>.Type, id, fact);

    // A fact given for one aggregate takes precedence over one given for all; a later one over an earlier one.
    internal static CapturedFact Capture(string name, StreamId stream, IReadOnlyList<GivenFact> given, long version)
    {
        var fitting = given.Where(f => f._type.Name == name).ToList();
        var fact = fitting.LastOrDefault(f => f._id == stream.Id) ?? fitting.LastOrDefault(f => f._id is null)
            ?? throw new SpecFailedException(
                $"The decision needs the fact '{name}' of {stream}, which was not given. Add .With(…) or .Without<…>().");
        return new(name, fact._type.Schema, stream, fact._fact is null ? 0 : version, Guarded: false, fact._type.Write(fact._fact));
    }
}
