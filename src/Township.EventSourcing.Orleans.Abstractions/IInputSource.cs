using Orleans.Concurrency;

namespace Township.EventSourcing;

/// <summary>How one aggregate grain reads another as an input of its decision. Not for clients: it asks for no rights.</summary>
[Alias("township.input-source")]
public interface IInputSource : IGrainWithStringKey
{
    /// <summary>The durable view as JSON, with its version; version 0 when nothing has happened yet.</summary>
    [ReadOnly, Alias("capture")]
    Task<CapturedView> Capture(CancellationToken cancellationToken = default);
}

/// <summary>A durable view as JSON.</summary>
/// <param name="Version">The version for which it holds.</param>
/// <param name="Data">UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("township.captured-view")]
public sealed record CapturedView(long Version, ReadOnlyMemory<byte> Data);
