using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What one round trip of a long read brings.</summary>
public sealed class PageTests : IAsyncLifetime
{
    readonly CommitQueries _queries = new(new("township"));

    StoreDatabase _database = null!;
    NpgsqlConnection _connection = null!;

    // Six commits of 1.2 MB: four of them reach 4 MiB.
    public async ValueTask InitializeAsync()
    {
        _database = await StoreDatabase.Create();
        await _database.Fill([.. Enumerable.Range(1, 6).Select(n => Sample.Commit(Sample.Stream(), ExpectedVersion.Any, n, note: new string('大', 200_000)))]);
        _connection = new(_database.Database.ConnectionString);
        await _connection.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_the_log_ends_where_it_gets_too_large()
    {
        Shape(await _queries.LogPage(_connection, 0, 6, 256, default)).Should().Be((4, false));
        Shape(await _queries.LogPage(_connection, 4, 6, 256, default)).Should().Be((2, true));
        Shape(await _queries.LogPage(_connection, 0, 6, 2, default)).Should().Be((2, false));
        Shape(await _queries.LogPage(_connection, 6, 6, 256, default)).Should().Be((0, true));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_page_of_a_stream_does_too_and_tells_the_end_that_it_saw(bool backward)
    {
        var page = await _queries.StreamPage(_connection, Sample.Stream(), new(Backward: backward), 256, default);
        Shape(page).Should().Be((4, false));
        page.End.Should().Be(backward ? long.MaxValue : 6, "only reads towards the end can meet what was written since");
    }

    [Fact]
    public async Task More_readers_than_connections_wait_for_each_other()
    {
        await using var reader = await _database.OpenReader(o => o.MaxReaders = 2);
        var heads = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => reader.ReadHead(Sample.Stream()))));
        heads.Should().OnlyContain(h => h.Version == 6);
        (await _database.Database.Value<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'township'")).Should().BeLessThanOrEqualTo(2);
    }

    static (int, bool) Shape(CommitPage page) => (page.Commits.Count, page.IsLast);
}
