namespace Township.EventSourcing;

/// <summary>A kind of aggregate that has deadlines, for those who know no types.</summary>
public interface IDeadlineType
{
    /// <summary>The stream category.</summary>
    string Category { get; }

    /// <summary>What a commit changes about the deadlines of its stream, in order.</summary>
    /// <exception cref="UnknownMessageException">An event is not known to this program.</exception>
    /// <exception cref="MessageFormatException">An event's data is damaged.</exception>
    IEnumerable<DeadlineChange> Changes(RecordedCommit commit);

    /// <summary>The command that is due, without its id.</summary>
    ICommand Due(DueDeadline deadline);

    /// <summary>Whether a refusal means that the moment has not come yet.</summary>
    bool IsEarly(Refusal refusal);
}

/// <summary>One kind of aggregate that has deadlines. Immutable; one per process; thread-safe.</summary>
public sealed class DeadlineType<TState, TCommand, TEvent, TView> : IDeadlineType
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>, IDeadlineAggregate<TCommand, TEvent>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    DeadlineType() { }

    /// <summary>The one instance.</summary>
    public static DeadlineType<TState, TCommand, TEvent, TView> Instance { get; } = new();

    /// <inheritdoc />
    public string Category => TState.Category;

    /// <inheritdoc />
    public IEnumerable<DeadlineChange> Changes(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var (events, source) = (AggregateType<TState, TCommand, TEvent, TView>.Instance.Events, new DeadlineSource(commit.Stream, commit.DecidedAt));
        return commit.Events.SelectMany(e => TState.Deadlines(events.Deserialize(e), source));
    }

    /// <inheritdoc />
    public ICommand Due(DueDeadline deadline) => TState.Due(deadline);

    /// <inheritdoc />
    public bool IsEarly(Refusal refusal) => TState.IsEarly(refusal);
}
