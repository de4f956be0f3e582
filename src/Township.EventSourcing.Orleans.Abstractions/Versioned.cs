namespace Township.EventSourcing;

/// <summary>A view and the version for which it holds.</summary>
/// <param name="Version">The number of events folded; 0 when the stream has no events.</param>
/// <param name="View">The view.</param>
[GenerateSerializer, Immutable, Alias("township.versioned`1")]
public sealed record Versioned<TView>(long Version, TView View) where TView : class;
