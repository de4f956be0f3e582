using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

public sealed class MemoryEventStoreTests : EventStoreConformance
{
    // It lives as long as the process: closing it closes nothing.
    readonly MemoryEventStore _store = new();

    protected override Task<IEventStore> Open() => Task.FromResult<IEventStore>(_store);
}
