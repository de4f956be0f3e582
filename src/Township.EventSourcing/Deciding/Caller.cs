namespace Township.EventSourcing;

/// <summary>The sender of a command and its correlation.</summary>
/// <param name="Actor">The acting person or system.</param>
/// <param name="CorrelationId">Groups all commands that one request of a client caused.</param>
/// <param name="CausationId">What caused the command: another command or event; the command itself when null.</param>
public sealed record Caller(
    Actor Actor,
    [Text(Caller.MaxIdLength, AllowEmpty = true)] string CorrelationId,
    [Text(Caller.MaxIdLength)] string? CausationId = null)
{
    /// <summary>The maximum length of a correlation or causation id, in characters.</summary>
    public const int MaxIdLength = 128;
}
