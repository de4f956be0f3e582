using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Whatever the server believes of tables that it has never analysed, or planned for when they were empty: what is needed is looked up.</summary>
public sealed class PlanningTests : IAsyncLifetime
{
    const int Rounds = 20, Streams = 20, Others = 2000;

    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_store_in_use_never_reads_all_streams_or_all_commits()
    {
        await using (await _database.Open()) { }

        var before = await ReadThrough();
        await using (var store = await _database.Open(o => o.CheckHead = false))
        {
            for (var round = 0; round < Rounds; round++)
            {
                Commit[] batch = [.. Enumerable.Range(0, Streams).Select(n => Sample.Commit(Sample.Stream($"{round}-{n}"), ExpectedVersion.None, (round * Streams) + n))];
                (await store.Append(batch)).Should().AllBeOfType<AppendResult.Committed>();
                // A repetition, a stale commit and one more: decided under the lock, one by one.
                (await store.Append([batch[0], Sample.Commit(batch[1].Stream, ExpectedVersion.None, 10_000 + round), Sample.Commit(batch[2].Stream, ExpectedVersion.Any, 20_000 + round)]))
                    .Select(r => r.GetType().Name).Should().Equal("Duplicate", "Conflict", "Committed");
                // A guard that stands, checked by the server, and one whose stream has moved on, asked what followed.
                Commit[] guarded = [Sample.Commit(batch[4].Stream, ExpectedVersion.Any, 30_000 + round), Sample.Commit(batch[5].Stream, ExpectedVersion.Any, 40_000 + round)];
                (await store.Append([guarded[0] with { Guards = [new(await store.ReadHead(batch[6].Stream))] }])).Should().AllBeOfType<AppendResult.Committed>();
                (await store.Append([guarded[1] with { Guards = [new(batch[4].HeadAfter(new(batch[4].Stream, 0, CommitHash.Zero)), commits => commits is [_])] }]))
                    .Should().AllBeOfType<AppendResult.Committed>();
                var position = (await store.ReadLogHead()).Position;
                await Task.WhenAll(batch.Select(c => store.ReadHead(c.Stream)));
                (await store.ReadStream(batch[2].Stream, StreamRange.All).ToListAsync()).Should().HaveCount(2);
                (await store.FindCommand(batch[3].Stream, batch[3].Content.CommandId)).Should().NotBeNull();
                (await store.ReadSlice(position - Streams, ["account"], 5)).Commits.Should().HaveCount(5);
                (await store.ReadSlice(position - Streams, ["elsewhere"], 5)).Commits.Should().BeEmpty();
                (await store.ReadNews(position - Streams))!.Categories.Should().Equal("account");
                (await store.ReadAll(position - 5).ToListAsync()).Should().HaveCount(5);
            }
        }

        (await ReadThrough()).Should().Be(before);
    }

    [Theory, InlineData(1), InlineData(4)]
    public async Task Commits_of_other_categories_are_not_looked_at(int partitions)
    {
        await using (var store = await _database.Open(o => o.Partitions = partitions))
        {
            // Prepared, and used often enough to have its plan for good, while there is nothing but what is asked for.
            await store.Append([.. Enumerable.Range(0, Streams).Select(n => Sample.Commit(new("pledge", "huimin", $"{n}"), ExpectedVersion.None, n))]);
            for (var round = 0; round < Rounds; round++) await store.ReadSlice(0, ["pledge"], 5);
            await store.Append([.. Enumerable.Range(0, Others).Select(n => Sample.Commit(Sample.Stream($"{n}"), ExpectedVersion.None, Streams + n))]);
            await store.Append([Sample.Commit(new("pledge", "huimin", "last"), ExpectedVersion.None, Streams + Others)]);
        }

        var before = await LookedUp();
        await using (var store = await _database.Open(o => o.CheckHead = false))
        {
            for (var round = 0; round < Rounds; round++) (await store.ReadSlice(Streams, ["pledge", "elsewhere"], 5)).Commits.Select(c => c.Position).Should().Equal(Streams + Others + 1);
        }

        ((await LookedUp()) - before).Should().BeLessThan(Rounds * 10);
    }

    [Fact]
    public async Task A_check_of_the_whole_store_is_planned_freely()
    {
        var before = await ReadThrough();
        await using (var store = await _database.Open())
        {
            await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1)]);
            (await store.CheckStorage()).Should().BeEmpty();
            (await store.WriterSetting("enable_seqscan")).Should().Be("off");
        }

        (await ReadThrough()).Should().BeGreaterThan(before);
    }

    [Fact]
    public async Task A_statement_that_reads_a_small_table_whole_is_not_compiled()
    {
        await using var connection = new NpgsqlConnection(_database.Database.ConnectionString);
        await connection.OpenAsync();
        await Planning.LookUpRowByRow(connection);
        await using var explain = new NpgsqlCommand("CREATE TEMPORARY TABLE small (n int); EXPLAIN ANALYZE SELECT max(n) FROM small", connection);
        var plan = new List<string>();
        await using (var lines = await explain.ExecuteReaderAsync())
            while (await lines.ReadAsync()) plan.Add(lines.GetString(0));
        plan.Should().Contain(l => l.Contains("Seq Scan on small", StringComparison.Ordinal))
            .And.NotContain(l => l.Contains("JIT", StringComparison.Ordinal));
    }

    // Sessions tell their figures when they end, a moment after their connections were closed.
    Task<long> ReadThrough() => Figure("sum(seq_tup_read)", "relname IN ('streams', 'commits')");

    Task<long> LookedUp() => Figure("sum(idx_tup_fetch)", "relname LIKE 'commits%'");

    async Task<long> Figure(string figure, string tables)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await _database.Database.Value<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'township'") > 0) await pace.WaitForNextTickAsync(deadline.Token);
        return await _database.Database.Value<long>($"SELECT coalesce({figure}, 0)::bigint FROM pg_stat_user_tables WHERE schemaname = 'township' AND {tables}");
    }
}
