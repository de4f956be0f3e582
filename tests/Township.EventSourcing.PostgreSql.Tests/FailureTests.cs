using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

public sealed class FailureTests : IAsyncLifetime
{
    static readonly StreamId Stream = Sample.Stream();

    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_writer_that_does_not_get_its_turn_fails_with_nothing_written_and_works_afterwards()
    {
        await using var store = await _database.Open(o => o.CommandTimeout = TimeSpan.FromSeconds(1));
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        await using (var other = new NpgsqlConnection(_database.Database.ConnectionString))
        {
            await other.OpenAsync();
            await using var transaction = await other.BeginTransactionAsync();
            await using var turn = new NpgsqlCommand("SELECT township.take_turn()", other);
            await turn.ExecuteNonQueryAsync();
            var fault = (await append.Should().ThrowAsync<StoreUnavailableException>()).Which;
            fault.MayHaveCommitted.Should().BeFalse("the server itself said so");
            fault.Message.Should().MatchRegex("57014|55P03");
        }

        (await append()).Should().AllBeOfType<AppendResult.Committed>();
    }

    [Fact]
    public async Task The_connection_of_a_writer_that_failed_is_closed_with_all_its_settings()
    {
        await using var store = await _database.Open();
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        var writer = store.WriterProcessId;
        // The server refuses the batch, and the connection lives.
        await _database.Run("ALTER TABLE township.commits ADD CONSTRAINT refused CHECK (previous_version <> 1)");
        await store.Invoking(s => s.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2)])).Should().ThrowAsync<EventStoreException>();

        await _database.Run("ALTER TABLE township.commits DROP CONSTRAINT refused");
        (await store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2)])).Should().AllBeOfType<AppendResult.Committed>();
        store.WriterProcessId.Should().NotBeNull().And.NotBe(writer);
    }

    [Fact]
    public async Task An_answer_that_is_lost_may_have_committed_and_the_retry_finds_the_commit()
    {
        await using var network = _database.Database.Network();
        await using var store = await _database.Open(o => o.ConnectionString = _database.Database.Through(network));
        Commit[] batch = [Sample.Commit(Stream, ExpectedVersion.None, 1), Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 2)];
        await store.Append([Sample.Commit(Sample.Stream("c"), ExpectedVersion.None, 3)]);

        network.Traffic = Traffic.AnswersVanish;
        // It waits on the calling thread.
        var append = Task.Run(() => store.Append(batch));
        await Eventually.Holds(async () => await _database.Database.Value<long>("SELECT count(*) FROM township.commits") == 3);
        network.Cut();
        network.Traffic = Traffic.Passes;
        var waiting = () => append;
        (await waiting.Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeTrue();

        var again = await store.Append(batch);
        again.Select(r => ((AppendResult.Duplicate)r).Original.Position).Should().Equal(2, 3);
        (await store.ReadLogHead()).Position.Should().Be(3);
    }

    [Fact]
    public async Task A_network_that_swallows_everything_fails_the_append_in_time_and_is_recovered_from()
    {
        await using var network = _database.Database.Network();
        await using var store = await _database.Open(o => (o.ConnectionString, o.CommandTimeout, o.ConnectTimeout) = (_database.Database.Through(network), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        network.Traffic = Traffic.Vanishes;
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2)]);
        (await append.Should().ThrowWithinAsync<StoreUnavailableException>(TimeSpan.FromSeconds(10))).Which.MayHaveCommitted.Should().BeTrue();
        var read = () => store.ReadHead(Stream);
        await read.Should().ThrowAsync<StoreUnavailableException>();

        network.Cut();
        network.Traffic = Traffic.Passes;
        (await append()).Should().AllBeOfType<AppendResult.Committed>();
        (await read()).Version.Should().Be(2);
    }

    [Fact]
    public async Task Nothing_is_taken_for_the_stream_it_was_after_a_failover_that_lost_it()
    {
        await using var store = await _database.Open();
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        var lost = await store.ReadHead(Stream);
        // The history is gone and another one has taken its ids, without the connection having noticed.
        await _database.Forge("DELETE FROM township.commits; DELETE FROM township.streams; ALTER SEQUENCE township.stream_numbers RESTART");
        await _database.Fill(Sample.Commit(Sample.Stream("other"), ExpectedVersion.None, 2));

        var expected = ExpectedVersion.Exactly(lost);
        await using (var fresh = await _database.Open())
            (await fresh.Append([Sample.Commit(Stream, expected, 3)])).Should().Equal(new AppendResult.Conflict(expected, 0));
        (await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 4)])).Should().AllBeOfType<AppendResult.Committed>();
        (await store.All()).Select(c => (c.Position, c.Stream.Id)).Should().Equal((1, "other"), (2, Stream.Id));
        (await store.CheckStorage()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_acknowledged_is_durable_whatever_the_role_was_configured_to()
    {
        await _database.Run("ALTER ROLE CURRENT_USER IN DATABASE " + new NpgsqlConnectionStringBuilder(_database.Database.ConnectionString).Database + " SET synchronous_commit = off");
        await using var store = await _database.Open();
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        (await store.WriterSetting("synchronous_commit")).Should().Be("on");
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await _database.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        await append.Should().ThrowAsync<ObjectDisposedException>();
        var read = () => store.ReadLogHead();
        await read.Should().ThrowAsync<ObjectDisposedException>();
    }
}
