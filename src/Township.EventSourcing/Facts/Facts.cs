namespace Township.EventSourcing;

/// <summary>The facts that a decision may use. Immutable; each fact is parsed at most once, when a rule first reads it.</summary>
public sealed class Facts
{
    sealed class Known(FactType type, CapturedFact captured)
    {
        bool _read;
        object? _value;

        public FactType Type => type;

        public CapturedFact Captured => captured;

        public object? Value
        {
            get
            {
                if (!_read) (_value, _read) = (type.Read(captured), true);
                return _value;
            }
        }
    }

    readonly Known[] _known;

    Facts(Known[] known) => _known = known;

    /// <summary>An empty instance.</summary>
    public static Facts None { get; } = new([]);

    /// <summary>The number of facts.</summary>
    public int Count => _known.Length;

    /// <summary>All facts as they are stored, in the order in which they were asked for.</summary>
    public EquatableList<CapturedFact> Captured => _known.Length == 0 ? [] : [.. _known.Select(k => k.Captured)];

    /// <summary>The version of the policy among the facts; empty when there is none.</summary>
    public string PolicyVersion =>
        string.Join(' ', _known.Where(k => k.Type.IsPolicy).Select(k => ((IPolicyFact?)k.Value)?.Version).Where(v => v is not null));

    /// <summary>Returns whether the fact was asked for, even when the other aggregate had no value for it.</summary>
    public bool IsKnown<TFact>(StreamId asking, string id) where TFact : class =>
        Find(Fact<TFact>.Type.Name, Fact<TFact>.Of(id).StreamFor(asking)) is not null;

    /// <summary>Returns the fact; null when the other aggregate does not exist or had no value for it.</summary>
    /// <param name="asking">The stream that decides.</param>
    /// <param name="id">The other aggregate's id.</param>
    /// <exception cref="KeyNotFoundException">The decider did not ask for the fact: a bug in <c>Needs</c>.</exception>
    /// <exception cref="UnknownMessageException">The fact was captured by a newer program.</exception>
    /// <exception cref="MessageFormatException">The stored data does not fit its schema.</exception>
    public TFact? Get<TFact>(StreamId asking, string id) where TFact : class
    {
        var stream = Fact<TFact>.Of(id).StreamFor(asking);
        var known = Find(Fact<TFact>.Type.Name, stream)
            ?? throw new KeyNotFoundException(
                $"The decision did not ask for the fact '{Fact<TFact>.Type.Name}' of {stream}. Add it to Needs.");
        return (TFact?)known.Value;
    }

    /// <summary>Like <see cref="Get{TFact}"/>, but returns null when the fact was not asked for.</summary>
    public TFact? Find<TFact>(StreamId asking, string id) where TFact : class => IsKnown<TFact>(asking, id) ? Get<TFact>(asking, id) : null;

    internal CapturedFact? Find(FactRequest request, StreamId asking) => Find(request.Name, request.StreamFor(asking))?.Captured;

    // A fact that is asked for twice, once guarded, is guarded.
    internal Facts With(FactRequest request, CapturedFact captured)
    {
        var index = Array.FindIndex(_known, k => k.Captured.Name == captured.Name && k.Captured.Stream == captured.Stream);
        Known known = new(request.Type, captured with { Guarded = request.IsGuarded });
        if (index < 0) return new([.. _known, known]);
        Known[] replaced = [.. _known];
        replaced[index] = known;
        return new(replaced);
    }

    Known? Find(string name, StreamId stream)
    {
        foreach (var known in _known)
            if (known.Captured.Name == name && known.Captured.Stream == stream) return known;
        return null;
    }
}
