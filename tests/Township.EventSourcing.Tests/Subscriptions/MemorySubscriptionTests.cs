using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

public sealed class MemorySubscriptionTests : SubscriptionConformance<MemoryTables>
{
    readonly MemoryCheckpointStore _checkpoints = new();

    protected override int Interleavings => 200;

    protected override Task<ICheckpointStore<MemoryTables>> Open() => Task.FromResult<ICheckpointStore<MemoryTables>>(_checkpoints);

    protected override Task CreateTable(MemoryTables transaction, string table)
    {
        transaction.Create(table);
        return Task.CompletedTask;
    }

    protected override Task<string?> Get(MemoryTables transaction, string table, string key) =>
        Task.FromResult(transaction[table].TryGetValue(key, out var value) ? value : null);

    protected override Task Set(MemoryTables transaction, string table, string key, string value)
    {
        transaction[table][key] = value;
        return Task.CompletedTask;
    }

    protected override Task<IReadOnlyDictionary<string, string>?> Query(string table) =>
        Task.FromResult(_checkpoints.Tables.Find(table));
}
