using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township;

/// <summary>The read models of the aggregates that a silo hosts, those of teams too. Found once, when first asked for.</summary>
sealed class HostedReadModels(AggregateCatalogue aggregates) : ISubscriptionSource
{
    /// <summary>All of them.</summary>
    /// <exception cref="SetupException">One is incomplete, or two contradict each other.</exception>
    public IReadOnlyList<ReadModel> All => field ??= ReadModelCatalogue.Of(aggregates);

    public IEnumerable<Subscription> Subscriptions(IServiceProvider services) =>
        All.Select(model => Subscription.Of(model, services.GetRequiredService<ICheckpointStore<DbTransaction>>()));
}
