namespace Township.EventSourcing;

/// <summary>Sends due commands to the aggregates' grains: their ids are the names of the streams.</summary>
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
