using System.Text.RegularExpressions;

namespace Township.EventSourcing;

/// <summary>A change that an event makes to the deadlines of its stream.</summary>
public abstract partial record DeadlineChange
{
    /// <summary>The longest name of a deadline, in characters.</summary>
    public const int MaxNameLength = 64;

    private DeadlineChange() { }

    /// <summary>
    /// Sets a deadline; replaces one of the same name. A moment in the past is due at once.
    /// </summary>
    /// <param name="name">A stable, short name, unique within the stream, for example <c>overdue</c> or <c>feedback.3</c>; see
    /// <see cref="IsValidName"/>.</param>
    /// <param name="dueAt">The first moment at which the command may be accepted: for a last day, the beginning
    /// of the day after it.</param>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static DeadlineChange Set(string name, DateTimeOffset dueAt) =>
        new SetAt(Checked(name), Micros.Truncate(dueAt.ToUniversalTime()));

    /// <summary>Removes a deadline; does nothing when there is none of this name.</summary>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static DeadlineChange Clear(string name) => new Cleared(Checked(name));

    /// <summary>Removes all deadlines of the stream. Use it for events that end an aggregate's life.</summary>
    public static DeadlineChange ClearAll { get; } = new AllCleared();

    /// <summary>
    /// Makes a deadline due again at its original moment after its command was refused, because the reason for the refusal is gone. Does
    /// nothing when the deadline is not due yet or when there is none of this name.
    /// </summary>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static DeadlineChange Revive(string name) => new Revived(Checked(name));

    /// <summary>
    /// Returns whether a text is a valid name of a deadline: <c>a-z</c>, digits, <c>-</c> and <c>.</c>, starting with a letter, at most
    /// <see cref="MaxNameLength"/> characters.
    /// </summary>
    public static bool IsValidName(string? name) => name is { Length: <= MaxNameLength } && NameShape().IsMatch(name);

    static string Checked(string name) => IsValidName(name)
        ? name
        : throw new ArgumentException(
            $"'{name}' is not a name of a deadline: use a-z, 0-9, '-' and '.', starting with a letter, at most {MaxNameLength} characters.",
            nameof(name));

    [GeneratedRegex("^[a-z][a-z0-9.-]*$")]
    private static partial Regex NameShape();

    /// <summary>See <see cref="Set"/>.</summary>
    internal sealed record SetAt(string Name, DateTimeOffset DueAt) : DeadlineChange;

    /// <summary>See <see cref="Clear"/>.</summary>
    internal sealed record Cleared(string Name) : DeadlineChange;

    /// <summary>See <see cref="ClearAll"/>.</summary>
    internal sealed record AllCleared : DeadlineChange;

    /// <summary>See <see cref="Revive"/>.</summary>
    internal sealed record Revived(string Name) : DeadlineChange;
}
