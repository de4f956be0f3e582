using Orleans.EventSourcing.Common;

namespace Township.EventSourcing;

/// <summary>
/// Passed to a grain's <c>OnConnectionIssue</c> when events could not be stored or read. They are not retried automatically, whatever the
/// issue's retry delay is: the awaiting caller gets the failure.
/// </summary>
[GenerateSerializer, Alias("township.store-failed")]
public sealed class StoreFailed : PrimaryOperationFailed
{
    /// <summary>Returns the message of the failure.</summary>
    public override string ToString() => $"{Exception?.Message}";
}
