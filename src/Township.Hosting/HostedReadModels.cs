using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township;

/// <summary>The read models of the aggregates that a silo hosts, including those of teams. Found on first use.</summary>
sealed class HostedReadModels(AggregateCatalogue aggregates) : ISubscriptionSource
{
    /// <summary>All read models, in the order of their names.</summary>
    /// <exception cref="SetupException">A read model is incomplete, or two contradict each other.</exception>
    public IReadOnlyList<ReadModel> All => field ??= ReadModelCatalogue.Of(aggregates);

    public IEnumerable<Subscription> Subscriptions(IServiceProvider services) =>
        All.Select(model => Subscription.Of(model, services.GetRequiredService<ICheckpointStore<DbTransaction>>()));
}
