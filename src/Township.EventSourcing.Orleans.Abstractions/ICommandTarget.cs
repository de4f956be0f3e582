namespace Township.EventSourcing;

/// <summary>
/// How the system sends an aggregate grain a command whose type it does not know, with the rights of the caller like any other.
/// Not for clients: they call typed grain interfaces.
/// </summary>
[Alias("township.command-target")]
public interface ICommandTarget : IGrainWithStringKey
{
    /// <summary>The same as <see cref="IAggregateGrain{TCommand,TView}.Execute"/>.</summary>
    /// <exception cref="AggregateFailureException">As there, and when the command is not one of the aggregate's
    /// (<see cref="FailureKind.Internal"/>).</exception>
    [Alias("execute-any")]
    Task<Outcome> ExecuteAny(Command command, CancellationToken cancellationToken = default);
}
