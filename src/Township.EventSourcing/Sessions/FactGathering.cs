namespace Township.EventSourcing;

/// <summary>Captures what a decider asks for, in rounds, until it wants nothing more.</summary>
sealed class FactGathering<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    /// <summary>
    /// The context with every fact that the command needs on the state of the last round. Where it completes without awaiting, as
    /// it does when the pool holds them all, that is still the state.
    /// </summary>
    /// <exception cref="FactRoundsException">The decider asks for ever more facts.</exception>
    public async ValueTask<DecisionContext> Gather(
        TCommand command, Caller caller, Func<(TState State, DateTimeOffset Now)> deciding, FactPool pool, CancellationToken cancellationToken)
    {
        for (var round = 0; round < services.Options.MaxFactRounds; round++)
        {
            var (state, now) = deciding();
            var context = new DecisionContext(stream, now, caller.Actor, type.RulesVersion, services.Environment.CalendarVersion, Facts.None);
            var (facts, missing) = pool.Gather(stream, known => TState.Needs(command, state, known.Count == 0 ? context : context with { Facts = known }));
            if (missing.Count == 0) return facts.Count == 0 ? context : context with { Facts = facts };
            await pool.Capture(missing, stream, services.Facts, cancellationToken);
        }

        throw new FactRoundsException(stream, type.Commands.Serialize(command).Name, services.Options.MaxFactRounds);
    }
}
