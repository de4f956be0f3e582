namespace Township.EventSourcing;

/// <summary>Delivers due commands to aggregates. Thread-safe.</summary>
public interface IDeadlineSender
{
    /// <summary>Has an aggregate decide a command, under this id. Sent again, the same id is carried out at most once.</summary>
    Task<Outcome> Send(StreamId stream, ICommand command, Guid commandId, Caller caller, CancellationToken cancellationToken);

    /// <summary>
    /// Whether a failure of <see cref="Send"/> passes by itself, such as that of a server that is away; any other one is a bug.
    /// </summary>
    bool MayPass(Exception failure);
}
