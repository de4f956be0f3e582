using Orleans.Configuration;

namespace Township;

/// <summary>Adds Township to an Orleans client.</summary>
public static class TownshipClientHosting
{
    /// <summary>
    /// Lets a client application call Township's grains. A call to an aggregate without a caller fails at once, on the client. Traces
    /// continue in the silo. A call in flight to a silo that dies is never answered: it fails with <see cref="TimeoutException"/> after 6
    /// s, instead of Orleans' 30 s. By then other silos have taken over, and the same command can be sent again. For another limit,
    /// configure <see cref="MessagingOptions.ResponseTimeout"/> after this call.
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
