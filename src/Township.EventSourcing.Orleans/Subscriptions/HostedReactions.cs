using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township.EventSourcing;

/// <summary>
/// The reactions of a silo: the public ones in the assemblies of its grains and of their aggregates.
/// </summary>
sealed class HostedReactions(HostedAggregates hosted) : ISubscriptionSource
{
    public IEnumerable<Subscription> Subscriptions(IServiceProvider services) => hosted.Assemblies.SelectMany(a => a.GetExportedTypes())
        .Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IReaction)))
        .Select(t => Subscription.Of(
            Make(t, services), services.GetRequiredService<ICheckpointStore<DbTransaction>>(), SubscriptionHosting.MayPass));

    static IReaction Make(Type type, IServiceProvider services)
    {
        try
        {
            return (IReaction)ActivatorUtilities.CreateInstance(services, type);
        }
        catch (InvalidOperationException e)
        {
            throw new SetupException(
                $"The reaction {type} cannot be created: {e.Message} Its constructor may only take registered services, "
                    + "such as IGrainFactory and IEventReader.",
                e);
        }
    }
}
