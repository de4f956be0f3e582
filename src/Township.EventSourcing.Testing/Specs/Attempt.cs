namespace Township.EventSourcing.Testing;

/// <summary>One command of a generated history, with its environment.</summary>
/// <param name="Command">The command.</param>
/// <param name="Actor">The sender.</param>
/// <param name="At">The time of the clock; it may go backwards.</param>
/// <param name="Facts">The facts of the other aggregates.</param>
public sealed record Attempt<TCommand>(TCommand Command, Actor Actor, DateTimeOffset At, EquatableList<GivenFact> Facts)
    where TCommand : class, ICommand
{
    /// <summary>Creates an attempt without facts.</summary>
    public Attempt(TCommand command, Actor actor, DateTimeOffset at) : this(command, actor, at, []) { }
}
