namespace Township.EventSourcing.PostgreSql.Tests;

public sealed class IntegrityTests : IAsyncLifetime
{
    StoreDatabase _database = null!;

    // Positions 1-3: a, b, a.
    public async ValueTask InitializeAsync()
    {
        _database = await StoreDatabase.Create();
        await _database.Fill(
            Sample.Commit(Sample.Stream("a"), ExpectedVersion.None, 1, events: 2),
            Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 2),
            Sample.Commit(Sample.Stream("a"), ExpectedVersion.Any, 3));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("UPDATE township.commits SET events = replace(events, '存入 1 元', '存入 9 元') WHERE position = 3", "*position 3*does not have the hash*")]
    [InlineData("UPDATE township.commits SET hash = decode(repeat('00', 32), 'hex') WHERE position = 1", "*position 3*does not have the hash*")]
    [InlineData("UPDATE township.streams SET name = 'account/huimin/c' WHERE name = 'account/huimin/a'", "*does not have the hash*")]
    [InlineData("UPDATE township.commits SET log_hash = decode(repeat('00', 32), 'hex') WHERE position = 2", "*log hash of the last commit (position 3)*")]
    [InlineData("DELETE FROM township.commits WHERE position = 2", "*2 commits between positions 1 and 3*")]
    [InlineData("DELETE FROM township.commits WHERE position = 1; UPDATE township.commits SET position = position - 1", "*no commit that ends at version 2*")]
    [InlineData("DELETE FROM township.streams WHERE name = 'account/huimin/a'", "*position 3*is stored as a stream name, but is not one*")]
    public async Task A_head_that_does_not_follow_is_refused(string sql, string message)
    {
        await _database.Forge(sql);
        var open = () => _database.Open();
        (await open.Should().ThrowAsync<StoreCorruptException>()).WithMessage(message);
        await using var unchecked_ = await _database.Open(o => o.CheckHead = false);
    }

    [Theory]
    [InlineData("DELETE FROM township.commits WHERE position = 2", "there are 2 commits, but the last position is 3|stream account/huimin/b has no commits")]
    [InlineData("DROP INDEX township.commits_position; UPDATE township.commits SET position = 1 WHERE position = 2", "position 1 is there 2 times")]
    [InlineData("DELETE FROM township.streams WHERE name = 'account/huimin/b'", "position 2: there is no stream 2049")]
    [InlineData("ALTER TABLE township.streams DROP CONSTRAINT streams_check; UPDATE township.streams SET category = 'x' WHERE name = 'account/huimin/a'",
        "stream account/huimin/a: its category is not x|stream account/huimin/a: its id is not one of its category")]
    [InlineData("UPDATE township.categories SET name = 'pledge'",
        "stream account/huimin/a: its id is not one of its category|stream account/huimin/b: its id is not one of its category")]
    public async Task What_the_hash_chain_does_not_cover_is_found(string sql, string findings)
    {
        await using var reader = await _database.OpenReader();
        (await reader.CheckStorage()).Should().BeEmpty();
        await _database.Forge(sql);
        (await reader.CheckStorage()).Should().Equal(findings.Split('|'));
    }

    [Fact]
    public async Task What_is_readable_before_a_damaged_commit_is_read()
    {
        await _database.Forge("ALTER TABLE township.commits DROP CONSTRAINT commits_shape; UPDATE township.commits SET event_count = 0 WHERE position = 2");
        await using var reader = await _database.OpenReader();
        var read = new List<long>();
        var all = async () =>
        {
            await foreach (var commit in reader.ReadAll()) read.Add(commit.Position);
        };
        (await all.Should().ThrowAsync<StoreCorruptException>()).Which.Position.Should().Be(2);
        read.Should().Equal(1);
    }

    [Fact]
    public async Task A_store_in_which_damage_is_found_takes_nothing_any_more()
    {
        await using var store = await _database.Open();
        // The commit of command 3 is no commit any more, which shows when the command comes again.
        await _database.Forge("ALTER TABLE township.commits DROP CONSTRAINT commits_shape; UPDATE township.commits SET hash = '\\x00' WHERE position = 3");
        var again = () => store.Append([Sample.Commit(Sample.Stream("a"), ExpectedVersion.None, 3)]);
        await again.Should().ThrowAsync<StoreCorruptException>();
        var other = () => store.Append([Sample.Commit(Sample.Stream("c"), ExpectedVersion.None, 4)]);
        await other.Should().ThrowAsync<StoreCorruptException>();
    }
}
