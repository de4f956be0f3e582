namespace Township.EventSourcing.Testing;

/// <summary>
/// The behaviour of every event store. Derive one class per store; each test runs on an empty store.
/// </summary>
/// <example><code>
/// public sealed class MyStoreTests : EventStoreConformance
/// {
///     protected override Task&lt;IEventStore&gt; Open() =&gt; …;
/// }
/// </code></example>
public abstract partial class EventStoreConformance : EventStoreTests;
