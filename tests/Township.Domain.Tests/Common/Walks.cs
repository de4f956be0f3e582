namespace Township;

/// <summary>Long and tangled histories of one aggregate, for properties.</summary>
static class Walks
{
    /// <summary>The command was tried: carried out when it is accepted, and then it changes nothing a second time; else nothing has happened.</summary>
    /// <param name="spec">So far.</param>
    /// <param name="command">The command.</param>
    /// <param name="history">Gets its events.</param>
    /// <param name="anew">Whether it writes anew each time: no rule compares words, and one that is sent again is known by its id.</param>
    public static Spec<TState, TCommand, TEvent, TView> Tried<TState, TCommand, TEvent, TView>(
        this Spec<TState, TCommand, TEvent, TView> spec, TCommand command, List<TEvent>? history = null, bool anew = false)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var verdict = spec.When(command);
        if (verdict.Refusal is not null) return spec;
        history?.AddRange(verdict.Events);
        var after = verdict.ThenAccepted();
        if (!anew) after.When(command).Events.Should().BeEmpty();
        return after;
    }
}
