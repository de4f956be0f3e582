namespace Township.EventSourcing;

/// <summary>
/// Lets the system send an aggregate grain a command whose type it does not know. The caller's rights apply as in any other call. Not for
/// clients: they call typed grain interfaces.
/// </summary>
[Alias("township.command-target")]
public interface ICommandTarget : IGrainWithStringKey
{
    /// <summary>Like <see cref="IAggregateGrain{TCommand,TView}.Execute"/> for any command.</summary>
    /// <exception cref="AggregateFailureException">As for <see cref="IAggregateGrain{TCommand,TView}.Execute"/>, and when the command is
    /// not one of the aggregate's (<see cref="FailureKind.Internal"/>).</exception>
    [Alias("execute-any")]
    Task<Outcome> ExecuteAny(Command command, CancellationToken cancellationToken = default);
}
