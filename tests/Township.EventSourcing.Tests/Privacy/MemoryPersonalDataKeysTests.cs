using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

public sealed class MemoryPersonalDataKeysTests : PersonalDataKeysConformance
{
    readonly MemoryPersonalDataKeys _keys = new(TimeProvider.System);

    // It lives as long as its process, and so does everything that it sealed in memory.
    protected override Task<IPersonalDataKeys> Open() => Task.FromResult<IPersonalDataKeys>(_keys);
}
