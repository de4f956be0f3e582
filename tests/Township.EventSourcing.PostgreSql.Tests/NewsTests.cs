namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What a silo is told of other silos' commits.</summary>
public sealed class NewsTests : IAsyncLifetime
{
    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_another_silo_writes_is_told()
    {
        await using var here = await _database.Open();
        await using var there = await _database.Open();
        await here.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1)]);
        await there.Append([Sample.Commit(new("pledge", "huimin", "p"), ExpectedVersion.None, 2), Sample.Commit(new("draw", "huimin", "d"), ExpectedVersion.None, 3)]);
        var news = (await here.ReadNews(1))!;
        news.Last.Should().Be(new LogMark(3, (await there.All())[2].Hash));
        news.Categories.Should().BeEquivalentTo("draw", "pledge");
    }

    [Fact]
    public async Task What_is_remembered_of_streams_is_forgotten_with_the_server_that_told_it()
    {
        await using var store = await _database.Open();
        await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1)]);
        (await store.ReadNews(0))!.Categories.Should().Equal("account");
        // As after a fail-over that lost the stream and gave its id to another one.
        await _database.Forge("UPDATE township.streams SET name = 'pledge/huimin/p', category = 'pledge'");
        (await store.ReadNews(0))!.Categories.Should().Equal("account");
        await _database.Run("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'township'");
        (await store.ReadNews(0))!.Categories.Should().Equal("pledge");
    }
}
