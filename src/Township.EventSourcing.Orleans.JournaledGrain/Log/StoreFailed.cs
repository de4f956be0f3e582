using Orleans.EventSourcing.Common;

namespace Township.EventSourcing;

/// <summary>
/// What <c>OnConnectionIssue</c> of a grain is told when events could not be stored or read. They are not tried again
/// behind the grain's back, whatever the retry delay says: who waits for them gets the failure.
/// </summary>
[GenerateSerializer, Alias("township.store-failed")]
public sealed class StoreFailed : PrimaryOperationFailed
{
    /// <summary>The failure in words.</summary>
    public override string ToString() => $"{Exception?.Message}";
}
