namespace Township.EventSourcing.Testing;

/// <summary>A specification or property does not hold; the message says what was expected and what came.</summary>
/// <param name="message">What was expected and what came.</param>
/// <param name="cause">What was thrown, when that is why.</param>
public sealed class SpecFailedException(string message, Exception? cause = null) : Exception(message, cause), Xunit.Sdk.IAssertionException;
