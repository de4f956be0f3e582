using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

public sealed class PartitionTests : IAsyncLifetime
{
    const int Parts = 8;

    StoreDatabase _database = null!;
    PostgreSqlEventStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await StoreDatabase.Create();
        _store = await _database.Open(o => o.Partitions = Parts);
        await _store.Append([.. Enumerable.Range(0, 400).Select(n => Sample.Commit(Sample.Stream($"s-{n % 100}"), ExpectedVersion.Exactly(n / 100), n))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Every_part_holds_some_streams_and_the_order_of_all_is_one()
    {
        for (var part = 0; part < Parts; part++)
            (await _database.Database.Value<long>($"SELECT count(DISTINCT stream_id) FROM township.commits_{part}")).Should().BePositive();
        (await _database.Database.Value<long>("SELECT count(*) FROM ONLY township.commits")).Should().Be(0);
        (await _store.All()).Select(c => c.Position).Should().Equal(Enumerable.Range(1, 400).Select(n => (long)n));
        (await _store.CheckStorage()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SELECT * FROM township.commits WHERE stream_id = (SELECT stream_id FROM township.streams WHERE name = 'account/huimin/s-7') ORDER BY previous_version DESC LIMIT 1")]
    [InlineData("SELECT * FROM township.commits WHERE stream_id = (SELECT stream_id FROM township.streams WHERE name = 'account/huimin/s-7') AND command_id = '00000007-0000-7000-8000-000000000000'")]
    public async Task A_stream_is_looked_for_in_its_part_only(string sql)
    {
        var plan = await Plan(sql);
        plan.Split("never executed").Should().HaveCount(Parts, "all parts but one are left alone");
    }

    [Fact]
    public async Task The_newest_commit_and_pages_are_found_by_index()
    {
        (await Plan("SELECT position FROM township.commits ORDER BY position DESC LIMIT 1")).Should().NotContain("Seq Scan").And.NotContain("Sort  ");
        (await Plan("SELECT position FROM township.commits WHERE position > 100 AND position <= 300 ORDER BY position LIMIT 20")).Should().NotContain("Seq Scan");
    }

    [Fact]
    public async Task An_existing_store_keeps_its_parts()
    {
        await using var store = await _database.Open(o => o.Partitions = 1);
        (await store.Append([Sample.Commit(Sample.Stream("s-1"), ExpectedVersion.Exactly(4), 1000)])).Should().AllBeOfType<AppendResult.Committed>();
        (await _database.Database.Value<long>("SELECT count(*) FROM pg_inherits WHERE inhparent = 'township.commits'::regclass")).Should().Be(Parts);
    }

    async Task<string> Plan(string sql)
    {
        await _database.Run("ANALYZE");
        await using var connection = new NpgsqlConnection(_database.Database.ConnectionString);
        await connection.OpenAsync();
        // So few rows would be read in one go otherwise.
        await using var settings = new NpgsqlCommand("SET enable_seqscan = off; SET enable_bitmapscan = off", connection);
        await settings.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {sql}", connection);
        await using var lines = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await lines.ReadAsync()) plan.Add(lines.GetString(0));
        return string.Join('\n', plan);
    }
}
