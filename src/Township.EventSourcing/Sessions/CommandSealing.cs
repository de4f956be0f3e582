namespace Township.EventSourcing;

/// <summary>Seals the personal texts of a command before it is decided.</summary>
sealed class CommandSealing<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, SessionServices services)
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    /// <summary>
    /// Returns the ids of the people whom the aggregate names for the command's texts; empty when the command holds none.
    /// </summary>
    public EquatableList<string> PersonsOf(TCommand command, TState state, Actor actor) =>
        type.Commands.MayHoldPersonalTexts(command) ? TState.PersonsOf(command, state, stream, actor).ToEquatableList() : [];

    /// <summary>Returns the command with its texts sealed, or the refusal when a text cannot be sealed.</summary>
    /// <exception cref="InvalidOperationException">The command may hold personal texts, and there is no vault to seal them.</exception>
    public ValueTask<(TCommand, Refusal?)> Seal(
        TCommand command, EquatableList<string> persons, Actor actor, CancellationToken cancellationToken)
    {
        if (!type.Commands.MayHoldPersonalTexts(command)) return new((command, null));
        var vault = services.PersonalData
            ?? throw new InvalidOperationException(
                $"{stream}: {command.GetType().Name} may hold personal texts, and no vault of keys is configured.");
        return type.Commands.ChangePersonalTexts(
            command, texts => vault.Seal(texts, stream, persons, command.CommandId, actor, cancellationToken));
    }
}
