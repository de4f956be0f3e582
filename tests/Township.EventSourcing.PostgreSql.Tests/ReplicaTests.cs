using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>A primary and a real replica.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    static readonly StreamId Stream = Sample.Stream();

    PostgresServer _primary = null!, _replica = null!;
    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _primary = await PostgresServer.Start();
        _database = await StoreDatabase.Create(_primary);
        await _database.Fill(Sample.Commit(Stream, ExpectedVersion.None, 1));
        _replica = await _primary.StartReplica();
    }

    public async ValueTask DisposeAsync()
    {
        await _replica.DisposeAsync();
        await _primary.DisposeAsync();
    }

    [Fact]
    public async Task Long_reads_come_from_the_replica_and_what_decisions_rest_on_from_the_primary()
    {
        await PostgresDatabase.Run(_replica.ConnectionString, "SELECT pg_wal_replay_pause()");
        await using var store = await _database.Open(o => o.ReplicaConnectionString = On(_replica.Address));
        await store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2), Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 3)]);

        (await store.All()).Should().HaveCount(1, "the replica lags");
        (await store.FindCommand(Stream, Sample.CommandId(2))).Should().NotBeNull("a command that was carried out is never 'not found'");
        (await store.ReadHead(Stream)).Version.Should().Be(2);
        (await store.ReadLogHead()).Position.Should().Be(3);
        (await store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2)])).Should().AllBeOfType<AppendResult.Duplicate>();

        await PostgresDatabase.Run(_replica.ConnectionString, "SELECT pg_wal_replay_resume()");
        await Eventually.Holds(async () => (await store.All()).Count == 3);
    }

    [Fact]
    public async Task An_auditor_reads_a_replica_and_a_silo_does_not_write_to_one()
    {
        await using (var reader = await _database.OpenReader(o => o.ConnectionString = On(_replica.Address))) (await reader.All()).Should().HaveCount(1);
        var open = () => _database.Open(o => o.ConnectionString = On(_replica.Address));
        await open.Should().ThrowAsync<StoreOpenException>();
    }

    [Fact]
    public async Task When_the_primary_dies_and_the_replica_takes_over_the_store_goes_on_there()
    {
        await using var store = await _database.Open(o => o.ConnectionString = On($"{_primary.Address},{_replica.Address}"));
        await store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2)]);
        await using (var copied = await _database.OpenReader(o => o.ConnectionString = On(_replica.Address)))
            await Eventually.Holds(async () => (await copied.ReadLogHead()).Position == 2);
        await _primary.Stop();
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(2), 3)]);
        await append.Should().ThrowAsync<StoreUnavailableException>("the replica takes no writes yet");
        await _replica.Promote();
        (await append()).Should().AllBeOfType<AppendResult.Committed>();
        (await store.All()).Select(c => c.Position).Should().Equal(1, 2, 3);
    }

    string On(string hosts)
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.Database.ConnectionString);
        settings.Remove("Port");
        settings.Host = hosts;
        return settings.ToString();
    }
}
