namespace Township.EventSourcing;

/// <summary>Captures the facts that a decider asks for, in rounds, until it asks for nothing new.</summary>
sealed class FactGathering<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    /// <summary>
    /// Returns the context with every fact that the command needs on this state; null when some of them are not in the pool.
    /// </summary>
    public DecisionContext? Context(
        TCommand command, Caller caller, (TState State, DateTimeOffset Now) deciding, FactPool pool, out IReadOnlyList<FactRequest> missing)
    {
        var context = new DecisionContext(
            stream, deciding.Now, caller.Actor, type.RulesVersion, services.Environment.CalendarVersion, Facts.None);
        (var facts, missing) = pool.Gather(
            stream, known => TState.Needs(command, deciding.State, known.Count == 0 ? context : context with { Facts = known }));
        return missing.Count > 0 ? null : facts.Count == 0 ? context : context with { Facts = facts };
    }

    /// <summary>
    /// Captures facts into the pool until none is missing. The state may have moved on before the caller continues: the caller then calls
    /// <see cref="Context"/>, and captures again when it returns null.
    /// </summary>
    /// <exception cref="FactRoundsException">The decider asks for more facts in every round.</exception>
    public async ValueTask Capture(
        TCommand command, Caller caller, Func<(TState State, DateTimeOffset Now)> deciding, FactPool pool,
        CancellationToken cancellationToken)
    {
        for (var round = 0; round < services.Options.MaxFactRounds; round++)
        {
            if (Context(command, caller, deciding(), pool, out var missing) is not null) return;
            await pool.Capture(missing, stream, services.Facts, cancellationToken);
        }

        throw new FactRoundsException(stream, type.Commands.Serialize(command).Name, services.Options.MaxFactRounds);
    }
}
