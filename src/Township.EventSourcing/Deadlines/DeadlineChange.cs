using System.Text.RegularExpressions;

namespace Township.EventSourcing;

/// <summary>What an event changes about the deadlines of its stream.</summary>
public abstract partial record DeadlineChange
{
    /// <summary>The longest name of a deadline, in characters.</summary>
    public const int MaxNameLength = 64;

    private DeadlineChange() { }

    /// <summary>
    /// A deadline that is due at a moment; one of the same name is replaced. A moment in the past is due at once.
    /// </summary>
    /// <param name="name">Stable and short, unique within the stream, for example <c>overdue</c> or <c>feedback.3</c>; see
    /// <see cref="IsValidName"/>.</param>
    /// <param name="dueAt">The first moment at which the command may be accepted: for a last day, the begin of the day after it.</param>
    /// <exception cref="ArgumentException">The name does not have the documented shape.</exception>
    public static DeadlineChange Set(string name, DateTimeOffset dueAt) => new SetAt(Checked(name), Micros.Truncate(dueAt.ToUniversalTime()));

    /// <summary>No longer due; nothing when there is none of this name.</summary>
    /// <exception cref="ArgumentException">The name does not have the documented shape.</exception>
    public static DeadlineChange Clear(string name) => new Cleared(Checked(name));

    /// <summary>Nothing of this stream is due any more: what ends a life says so.</summary>
    public static DeadlineChange ClearAll { get; } = new AllCleared();

    /// <summary>
    /// Due again at the moment that it was set for, where its command was refused meanwhile: the reason for the refusal is
    /// gone. Changes nothing about one that is not due yet; nothing when there is none of this name.
    /// </summary>
    /// <exception cref="ArgumentException">The name does not have the documented shape.</exception>
    public static DeadlineChange Revive(string name) => new Revived(Checked(name));

    /// <summary>
    /// Whether a text can be the name of a deadline: <c>a-z</c>, digits, <c>-</c> and <c>.</c>, starting with a letter, at most
    /// <see cref="MaxNameLength"/>.
    /// </summary>
    public static bool IsValidName(string? name) => name is { Length: <= MaxNameLength } && NameShape().IsMatch(name);

    static string Checked(string name) => IsValidName(name)
        ? name
        : throw new ArgumentException($"'{name}' is no name of a deadline: use a-z, 0-9, '-' and '.', at most {MaxNameLength}.", nameof(name));

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
