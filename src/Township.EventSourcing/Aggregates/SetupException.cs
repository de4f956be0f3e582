namespace Township.EventSourcing;

/// <summary>
/// The types that make up a program are incomplete or contradict each other, so the program must not start. The message names
/// the type and says what to do.
/// </summary>
public sealed class SetupException(string message, Exception? cause = null) : Exception(message, cause);
