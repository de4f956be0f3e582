namespace Township.EventSourcing;

/// <summary>Who sent a command, and which conversation it belongs to.</summary>
/// <param name="Actor">The person or system that acts.</param>
/// <param name="CorrelationId">Groups everything that one request of a client caused.</param>
/// <param name="CausationId">What caused the command: another command or event; the command itself when null.</param>
public sealed record Caller(
    Actor Actor,
    [Text(Caller.MaxIdLength, AllowEmpty = true)] string CorrelationId,
    [Text(Caller.MaxIdLength)] string? CausationId = null)
{
    /// <summary>The longest correlation or causation id, in characters.</summary>
    public const int MaxIdLength = 128;
}
