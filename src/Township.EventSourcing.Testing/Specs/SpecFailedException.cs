namespace Township.EventSourcing.Testing;

/// <summary>A specification or property does not hold. The message states the expected and the actual result.</summary>
/// <param name="message">The expected and the actual result.</param>
/// <param name="cause">The exception that caused it, if any.</param>
public sealed class SpecFailedException(string message, Exception? cause = null) : Exception(message, cause), Xunit.Sdk.IAssertionException;
