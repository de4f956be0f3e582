namespace Township.EventSourcing.Testing;

/// <summary>The result of a command, with assertions about it.</summary>
public sealed class Verdict<TState, TCommand, TEvent, TView>
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    static readonly AggregateType<TState, TCommand, TEvent, TView> Type = AggregateType<TState, TCommand, TEvent, TView>.Instance;

    readonly Spec<TState, TCommand, TEvent, TView> _before;
    readonly TCommand _command;
    readonly EquatableList<StoredMessage> _stored;

    internal Verdict(
        Spec<TState, TCommand, TEvent, TView> before, TCommand command, EquatableList<StoredMessage> stored, Refusal? refusal) =>
        (_before, _command, _stored, Refusal, Events) =
            (before, command, stored, refusal, stored.Select(Type.Events.Deserialize).ToEquatableList());

    /// <summary>All events, as read back; empty when refused or when nothing changed.</summary>
    public EquatableList<TEvent> Events { get; }

    /// <summary>The refusal; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Asserts that exactly these events follow, in this order.</summary>
    /// <returns>The specification with these events given, to continue with.</returns>
    /// <exception cref="SpecFailedException">The command was refused, or the events differ.</exception>
    public Spec<TState, TCommand, TEvent, TView> Then(params ReadOnlySpan<TEvent> events)
    {
        if (events.IsEmpty) throw new SpecFailedException("Then needs at least one event; use ThenNothing for none.");
        var expected = EquatableList.Create(events);
        return Refusal is null && Events.Equals(expected)
            ? _before.Folded(_stored)
            : throw Unlike(Agreement.Shown(expected.Select(Type.Events.Serialize).ToEquatableList()));
    }

    /// <summary>Asserts that the command is accepted without events.</summary>
    /// <exception cref="SpecFailedException">The command was refused, or there are events.</exception>
    public Spec<TState, TCommand, TEvent, TView> ThenNothing() =>
        Refusal is null && Events.Count == 0 ? _before : throw Unlike("no events");

    /// <summary>Asserts that the command is accepted, with any events; prefer <see cref="Then"/>.</summary>
    /// <exception cref="SpecFailedException">The command was refused.</exception>
    public Spec<TState, TCommand, TEvent, TView> ThenAccepted() =>
        Refusal is null ? _before.Folded(_stored) : throw Unlike("an accepted command");

    /// <summary>Asserts that the command is refused for exactly this reason with these arguments.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="arguments">The arguments of its texts: all of them, or none to ignore them.</param>
    /// <exception cref="SpecFailedException">The command was accepted, or refused for another reason.</exception>
    public Spec<TState, TCommand, TEvent, TView> ThenRefused(RefusalReason reason, params ReadOnlySpan<object> arguments)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var fits = arguments.IsEmpty ? Refusal?.Code == reason.Code : Refusal == reason.With(arguments);
        return fits ? _before : throw Unlike($"refused: {(arguments.IsEmpty ? reason.Code : reason.With(arguments))}");
    }

    /// <summary>Asserts that the command is refused with this code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="arguments">The arguments: all of them, or none to ignore them.</param>
    /// <exception cref="SpecFailedException">The command was accepted, or refused for another reason.</exception>
    public Spec<TState, TCommand, TEvent, TView> ThenRefused(string code, params ReadOnlySpan<string> arguments)
    {
        var expected = EquatableList.Create(arguments);
        return Refusal?.Code == code && (arguments.IsEmpty || Refusal.Arguments.Equals(expected))
            ? _before
            : throw Unlike($"refused: {code} {expected}");
    }

    /// <summary>
    /// Asserts that the command is refused before any rule is evaluated, because of this field, for example <c>candidates[2].name</c>.
    /// </summary>
    /// <exception cref="SpecFailedException">The command was accepted, or refused for another reason.</exception>
    public Spec<TState, TCommand, TEvent, TView> ThenMalformed(string field) =>
        Refusal?.Code == KernelRefusals.Malformed.Code && Refusal.Arguments[0] == field
            ? _before
            : throw Unlike($"refused: {KernelRefusals.Malformed.Code} [{field}, …]");

    SpecFailedException Unlike(string expected)
    {
        var actual = Refusal is null && Events.Count == 0 ? "no events" : Agreement.Shown(_stored, Refusal);
        var name = _command is null ? "null" : Type.Commands.Serialize(_command).Name;
        var hint = actual == expected
            ? "\nThey look the same, but their members are not equal. Is there a list that is not an EquatableList?"
            : "";
        return new($"{name} on {Type.WriteState(_before.State)}\nExpected:\n{expected}\nActual:\n{actual}{hint}");
    }
}
