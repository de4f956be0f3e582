namespace Township;

/// <summary>Long and tangled histories of one aggregate, for properties.</summary>
static class Walks
{
    /// <summary>The command was tried: carried out when it is accepted, and then it changes nothing a second time; else nothing has happened.</summary>
    public static Spec<TState, TCommand, TEvent, TView> Tried<TState, TCommand, TEvent, TView>(
        this Spec<TState, TCommand, TEvent, TView> spec, TCommand command, List<TEvent>? history = null)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var verdict = spec.When(command);
        if (verdict.Refusal is not null) return spec;
        history?.AddRange(verdict.Events);
        var after = verdict.ThenAccepted();
        after.When(command).Events.Should().BeEmpty();
        return after;
    }
}
