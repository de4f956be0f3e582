namespace Township.EventSourcing.Testing;

/// <summary>Gathers the facts of a decision as a session does, for tests with their own surroundings.</summary>
public static class Gathering
{
    /// <summary>Returns the context with all facts that the decider asks for; it is asked until it asks for nothing new.</summary>
    /// <param name="command">The command.</param>
    /// <param name="state">The state on which it is decided.</param>
    /// <param name="context">The context without facts.</param>
    /// <param name="capture">Returns a fact of the other aggregate, in the request's schema version.</param>
    /// <exception cref="SpecFailedException">The decider asks for more facts in every round.</exception>
    public static DecisionContext Of<TState, TCommand, TEvent, TView>(
        TCommand command, TState state, DecisionContext context, Func<FactRequest, CapturedFact> capture)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var captured = new List<CapturedFact>();
        for (var round = 0; round < new SessionOptions().MaxFactRounds; round++)
        {
            var (facts, missing) = new FactPool(captured.ToEquatableList()).Gather(
                context.Stream, known => TState.Needs(command, state, context with { Facts = known }));
            if (missing.Count == 0) return context with { Facts = facts };
            captured.AddRange(missing.DistinctBy(r => (r.Name, r.Id)).Select(capture));
        }

        throw new SpecFailedException($"{command.GetType().Name} asks for more facts in every round.");
    }
}
