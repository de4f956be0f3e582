namespace Township.EventSourcing;

/// <summary>
/// What a program is made of is incomplete or contradictory: it must not start. The message names the type and what to do.
/// </summary>
public sealed class SetupException(string message, Exception? cause = null) : Exception(message, cause);
