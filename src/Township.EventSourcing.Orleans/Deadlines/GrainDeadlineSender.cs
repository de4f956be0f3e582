namespace Township.EventSourcing;

/// <summary>Sends due commands to the grains of the aggregates. A stream's name is its grain's id.</summary>
sealed class GrainDeadlineSender(IGrainFactory grains) : IDeadlineSender
{
    public async Task<Outcome> Send(StreamId stream, ICommand command, Guid commandId, Caller caller, CancellationToken cancellationToken)
    {
        using var acting = CallerContext.Use(caller.Actor, caller.CorrelationId, caller.CausationId);
        var target = grains.GetGrain<ICommandTarget>(GrainId.Create(stream.Category, stream.Key));
        return await target.ExecuteAny((Command)command with { CommandId = commandId }, cancellationToken);
    }

    public bool MayPass(Exception failure) => SubscriptionHosting.MayPass(failure);
}
