namespace Township;

/// <summary>Adds Township to an Orleans client.</summary>
public static class TownshipClientHosting
{
    /// <summary>
    /// Lets a client app call Township's grains. Calls to aggregates without a caller fail at once, on the client,
    /// and traces go on in the silo.
    /// </summary>
    public static IClientBuilder AddTownship(this IClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
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
