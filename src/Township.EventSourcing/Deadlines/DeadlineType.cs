namespace Township.EventSourcing;

/// <summary>A kind of aggregate that has deadlines, for callers that do not know its types.</summary>
public interface IDeadlineType
{
    /// <summary>The stream category.</summary>
    string Category { get; }

    /// <summary>See <see cref="IDeadlineAggregate{TCommand,TEvent}.DeadlinesVersion"/>.</summary>
    int Version { get; }

    /// <summary>Returns the changes that a commit makes to the deadlines of its stream, in order.</summary>
    /// <exception cref="UnknownMessageException">An event is not known to this program.</exception>
    /// <exception cref="MessageFormatException">An event's data is damaged.</exception>
    IEnumerable<DeadlineChange> Changes(RecordedCommit commit);

    /// <summary>Returns the command that is due, without its id.</summary>
    ICommand Due(DueDeadline deadline);

    /// <summary>Returns whether a refusal means that the moment has not come yet.</summary>
    bool IsEarly(Refusal refusal);
}

/// <summary>Finds the deadlines of an aggregate by the interface of its state type.</summary>
static class DeadlineType
{
    /// <summary>Returns the deadline type of the aggregate; null when the aggregate has no deadlines.</summary>
    /// <exception cref="InvalidOperationException">The deadlines are declared for commands or events other than the
    /// aggregate's own.</exception>
    public static IDeadlineType? Of<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        if (!typeof(TState).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDeadlineAggregate<,>)))
            return null;
        if (!typeof(TState).IsAssignableTo(typeof(IDeadlineAggregate<TCommand, TEvent>)))
            throw new InvalidOperationException(
                $"{typeof(TState)} declares deadlines for messages other than its own: "
                    + $"implement IDeadlineAggregate<{typeof(TCommand).Name}, {typeof(TEvent).Name}>.");
        return (IDeadlineType)Activator.CreateInstance(
            typeof(DeadlineType<,,,>).MakeGenericType(typeof(TState), typeof(TCommand), typeof(TEvent), typeof(TView)), type)!;
    }
}

/// <summary>One kind of aggregate that has deadlines. Immutable; thread-safe.</summary>
sealed class DeadlineType<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type) : IDeadlineType
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>, IDeadlineAggregate<TCommand, TEvent>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    /// <inheritdoc />
    public string Category => TState.Category;

    /// <inheritdoc />
    public int Version => TState.DeadlinesVersion;

    /// <inheritdoc />
    public IEnumerable<DeadlineChange> Changes(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var (events, source) = (type.Events, new DeadlineSource(commit.Stream, commit.DecidedAt));
        return commit.Events.SelectMany(e => TState.Deadlines(events.Deserialize(e), source));
    }

    /// <inheritdoc />
    public ICommand Due(DueDeadline deadline) => TState.Due(deadline);

    /// <inheritdoc />
    public bool IsEarly(Refusal refusal) => TState.IsEarly(refusal);
}
