namespace Township.EventSourcing.PostgreSql.Tests;

public class PostgreSqlConformanceTests : EventStoreConformance
{
    static int _count;

    // A schema of its own is made faster than a database.
    readonly string _schema = $"township_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    StoreDatabase? _database;

    protected virtual int Partitions => 1;

    protected override async Task<IEventStore> Open()
    {
        _database ??= new(await PostgresDatabase.Existing());
        return await _database.Open(o => (o.Schema, o.Partitions) = (_schema, Partitions));
    }

    protected override async Task<IEventStore> OpenAnother() => await _database!.Open(o => o.Schema = _schema);

    protected override async Task<IEventReader> OpenReader() => await _database!.OpenReader(o => o.Schema = _schema);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null) await _database.Run($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same with the commits split into parts.</summary>
public sealed class PartitionedConformanceTests : PostgreSqlConformanceTests
{
    protected override int Partitions => 4;
}

public sealed class PostgreSqlLargeNumberTests : LargeNumberConformance
{
    StoreDatabase? _database;

    protected override async Task<IEventStore> Open() => await (_database ??= await StoreDatabase.Create()).Open(o => o.CheckHead = false);

    protected override async Task Seed(RecordedCommit commit)
    {
        var content = commit.Content;
        await _database!.Run($"""
            INSERT INTO township.categories (name) VALUES ('{commit.Stream.Category}');
            INSERT INTO township.streams SELECT 1024 + category_id, '{commit.Stream}', name FROM township.categories;
            INSERT INTO township.commits (position, stream_id, previous_version, event_count, command_schema, rules_version, decided_at, command_id, hash, log_hash, command_name,
                correlation_id, causation_id, policy_version, calendar_version, code_version, command_data, actor, facts, events)
            SELECT {commit.Position}, stream_id, {commit.PreviousVersion}, {content.EventCount}, {content.CommandSchema}, {content.Rules.Rules}, {content.DecidedAtMicros}, '{content.CommandId}',
                '\x{commit.Hash}', '\x{commit.LogHash}', '{content.CommandName}', '{content.CorrelationId}', '{content.CausationId}',
                '{content.Rules.Policy}', '{content.Rules.Calendar}', '{content.Rules.Code}', '{content.CommandData}', '{content.Actor}', '{content.Facts}', '{content.Events}'
            FROM township.streams
            """);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
