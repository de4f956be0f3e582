using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Township;

/// <summary>The read models of the aggregates that a silo hosts, those of teams too: what says rows is found, and kept.</summary>
sealed class HostedReadModels : ISubscriptionSource
{
    /// <summary>All of them.</summary>
    /// <exception cref="SetupException">One is incomplete, or two contradict each other.</exception>
    public static IReadOnlyList<ReadModel> Of(IServiceProvider services) =>
        ReadModelCatalogue.In(services.GetRequiredService<AggregateCatalogue>().Select(a => a.Types.State.Assembly));

    public IEnumerable<Subscription> Subscriptions(IServiceProvider services) =>
        Of(services).Select(model => Subscription.Of(model, services.GetRequiredService<ISubscriptionPlace<DbTransaction>>()));
}
