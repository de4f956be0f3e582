namespace Township.Samples;

/// <summary>Sends any command to the grain that it is for, as a client app does with the ones it knows.</summary>
static class GrainCalls
{
    public static Task<Outcome> Execute(this IGrainFactory grains, string township, string id, Command command, CancellationToken cancellation)
    {
        var aggregate = TownshipAggregates.All.Find(command) ?? throw new System.Diagnostics.UnreachableException($"No aggregate takes {command.GetType().Name}.");
        return grains.GetGrain<ICommandTarget>(GrainId.Create(aggregate.Category, $"{township}/{id}")).ExecuteAny(command, cancellation);
    }
}
