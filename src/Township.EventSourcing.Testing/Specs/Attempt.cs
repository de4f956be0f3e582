namespace Township.EventSourcing.Testing;

/// <summary>One command of a generated history, and what surrounds it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Actor">Who sends it.</param>
/// <param name="At">What the clock shows; it may run backwards.</param>
/// <param name="Facts">What the other aggregates say.</param>
public sealed record Attempt<TCommand>(TCommand Command, Actor Actor, DateTimeOffset At, EquatableList<GivenFact> Facts) where TCommand : class, ICommand
{
    /// <summary>An attempt without facts.</summary>
    public Attempt(TCommand command, Actor actor, DateTimeOffset at) : this(command, actor, at, []) { }
}
