using System.Collections;
using System.Collections.Frozen;
using System.Reflection;

namespace Township.EventSourcing;

/// <summary>
/// The aggregates of a set of assemblies, found by their types; nothing is registered by hand. Immutable and thread-safe.
/// </summary>
public sealed class AggregateCatalogue : IReadOnlyList<IAggregateType>
{
    readonly IReadOnlyList<IAggregateType> _all;
    readonly FrozenDictionary<string, IAggregateType> _byCategory;

    AggregateCatalogue(IEnumerable<IAggregateType> types)
    {
        _all = [.. types.OrderBy(t => t.Category, StringComparer.Ordinal)];
        for (var i = 1; i < _all.Count; i++)
            if (_all[i].Category == _all[i - 1].Category)
                throw new SetupException(
                    $"{_all[i - 1].Types.State} and {_all[i].Types.State} both have the category '{_all[i].Category}': "
                        + "change one of them.");
        _byCategory = _all.ToFrozenDictionary(t => t.Category, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public int Count => _all.Count;

    /// <summary>The aggregates, in the order of their categories.</summary>
    public IAggregateType this[int index] => _all[index];

    /// <summary>Returns the aggregates of the given assemblies. Duplicates are ignored.</summary>
    /// <exception cref="SetupException">An aggregate is incomplete, or two aggregates contradict each other.</exception>
    public static AggregateCatalogue In(params IEnumerable<Assembly> assemblies) =>
        new(assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(IsAggregate).Select(Of));

    /// <summary>Returns the aggregates of the given state types.</summary>
    /// <exception cref="SetupException">A type is not an aggregate or is incomplete, or two aggregates contradict each other.</exception>
    public static AggregateCatalogue Of(IEnumerable<Type> states) => new(states.Distinct().Select(Of));

    /// <summary>Returns the aggregate with the given state type.</summary>
    /// <exception cref="SetupException">The type is not an aggregate, or is incomplete.</exception>
    public static IAggregateType Of(Type state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var arguments = InterfaceOf(state)?.GetGenericArguments()
            ?? throw new SetupException($"{state} is not an aggregate: it does not implement IAggregate.");
        try
        {
            return (IAggregateType)typeof(AggregateType<,,,>).MakeGenericType(arguments).GetProperty(nameof(AggregateType<,,,>.Instance))!
                .GetValue(null)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is TypeInitializationException { InnerException: { } reason })
        {
            throw new SetupException($"The aggregate {state} is incomplete: {reason.Message}", reason);
        }
    }

    /// <summary>Returns these aggregates together with those of another catalogue.</summary>
    /// <exception cref="SetupException">Two different types have the same category.</exception>
    public AggregateCatalogue With(AggregateCatalogue others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new(_all.Union(others._all));
    }

    /// <summary>The aggregate with this stream category; null when there is none.</summary>
    public IAggregateType? Find(string category) => _byCategory.GetValueOrDefault(category);

    /// <summary>The aggregate that handles a command; null when there is none.</summary>
    public IAggregateType? Find(ICommand command) => _all.FirstOrDefault(a => a.Types.Command.IsInstanceOfType(command));

    /// <summary>Checks that every fact declared in the assemblies of these aggregates is offered by one of the aggregates.</summary>
    /// <exception cref="SetupException">No aggregate offers a declared fact, so a decision that asks for it could never be made.
    /// </exception>
    public void CheckFacts()
    {
        var offered = _all.SelectMany(a => a.FactNames).Select(f => f.Type).ToHashSet();
        var assemblies = _all.SelectMany(a => (Assembly[])[a.Types.State.Assembly, a.Types.Command.Assembly]).Distinct();
        foreach (var fact in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsDefined(typeof(FactNameAttribute), inherit: false)))
            if (!offered.Contains(fact))
                throw new SetupException($"No aggregate offers the fact {fact} ('{FactType.For(fact).Name}'): "
                    + "add a public static function of the state that returns it, "
                    + $"to the aggregate with the category '{FactType.For(fact).Category}'.");
    }

    /// <inheritdoc />
    public IEnumerator<IAggregateType> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static bool IsAggregate(Type type) =>
        type is { IsClass: true, ContainsGenericParameters: false } && InterfaceOf(type)?.GetGenericArguments()[0] == type;

    static Type? InterfaceOf(Type type) =>
        type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregate<,,,>));
}
