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
}
