using System.Reflection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Metadata;
using Orleans.Serialization.Serializers;

namespace Township.EventSourcing;

/// <summary>
/// Finds the aggregates that a silo hosts by its grains. An incomplete aggregate fails the start of the silo, not a client's call.
/// </summary>
sealed class HostedAggregates(IOptions<GrainTypeOptions> grains, GrainTypeResolver names, ICodecProvider codecs)
{
    readonly List<(Type Grain, Type State)> _hosted =
        [.. grains.Value.Classes.Where(c => !c.IsAbstract).Select(c => (Grain: c, State: StateOf(c)))
            .Where(g => g.State is not null).Select(g => (g.Grain, g.State!))];

    /// <summary>The assemblies of the grains and of their aggregates, which are searched for reactions and read models.</summary>
    public IEnumerable<Assembly> Assemblies => _hosted.SelectMany(g => (Assembly[])[g.Grain.Assembly, g.State.Assembly]).Distinct();

    /// <summary>Returns the aggregates.</summary>
    /// <exception cref="SetupException">An aggregate or its grain is incomplete.</exception>
    public AggregateCatalogue Find()
    {
        var all = AggregateCatalogue.Of(_hosted.Select(g => g.State));
        foreach (var (grain, state) in _hosted) CheckName(grain, AggregateCatalogue.Of(state));
        foreach (var assembly in all.Select(a => a.Types.State.Assembly).Distinct())
            if (AggregateCatalogue.In(assembly).Except(all).FirstOrDefault() is { } forgotten)
                throw new SetupException(
                    $"The aggregate {forgotten.Types.State} has no grain: "
                        + $"add a class with [GrainType(\"{forgotten.Category}\")] that derives from EventSourcedGrain.");
        all.CheckFacts();
        foreach (var aggregate in all) CheckMessages(aggregate);
        return all;
    }

    // Facts, deadlines and reactions address a grain by the category.
    void CheckName(Type grain, IAggregateType aggregate)
    {
        var name = names.GetGrainType(grain).ToString();
        if (name != aggregate.Category)
            throw new SetupException(
                $"{grain} is called '{name}', and its aggregate '{aggregate.Category}': give it [GrainType(\"{aggregate.Category}\")].");
    }

    void CheckMessages(IAggregateType aggregate)
    {
        foreach (var type in aggregate.CommandNames.Select(c => c.Type).Append(aggregate.Types.View))
            if (codecs.TryGetCodec(type) is null)
                throw new SetupException($"{type} cannot be sent to a grain: give it [GenerateSerializer] and [Alias].");
    }

    static Type? StateOf(Type grain)
    {
        for (var type = grain.BaseType; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EventSourcedGrain<,,,>))
                return type.GetGenericArguments()[0];
        return null;
    }
}
