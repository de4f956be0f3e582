namespace Township.EventSourcing;

/// <summary>Delivers due commands to aggregates. Thread-safe.</summary>
public interface IDeadlineSender
{
    /// <summary>
    /// Has an aggregate decide a command under the given id. A command that is sent again with the same id is carried out at most once.
    /// </summary>
    Task<Outcome> Send(StreamId stream, ICommand command, Guid commandId, Caller caller, CancellationToken cancellationToken);

    /// <summary>
    /// Returns whether a failure of <see cref="Send"/> is transient, such as an unreachable server. Any other failure is a bug.
    /// </summary>
    bool MayPass(Exception failure);
}
