using Orleans.Configuration;

namespace Township;

/// <summary>Adds Township to an Orleans client.</summary>
public static class TownshipClientHosting
{
    /// <summary>
    /// Lets a client app call Township's grains. Calls to aggregates without a caller fail at once, on the client, and traces go on in the
    /// silo. A call that was on its way to a silo that died is never answered: it fails with <see cref="TimeoutException"/> after 6 s, not
    /// after Orleans' 30 s; by then other silos have taken over, and the same command can be sent again. To wait otherwise, configure
    /// <see cref="MessagingOptions.ResponseTimeout"/> after this.
    /// </summary>
    public static IClientBuilder AddTownship(this IClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(6));
        return client.AddActivityPropagation().AddOutgoingGrainCallFilter<CallerRequired>();
    }

    sealed class CallerRequired : IOutgoingGrainCallFilter
    {
        public Task Invoke(IOutgoingGrainCallContext context) =>
            CallerContext.Current is not null || !IsAggregate(context.InterfaceMethod?.DeclaringType)
                ? context.Invoke()
                : throw new AggregateFailureException(FailureKind.InvalidCaller, "The call names no caller: use CallerContext.Use(actor).");

        static bool IsAggregate(Type? contract) =>
            contract is { IsGenericType: true } && contract.GetGenericTypeDefinition() == typeof(IAggregateGrain<,>);
    }
}
