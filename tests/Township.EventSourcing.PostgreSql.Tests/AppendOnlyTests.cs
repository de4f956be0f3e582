using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What the database itself refuses, even to the owner of the tables.</summary>
public sealed class AppendOnlyTests : IAsyncLifetime
{
    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await StoreDatabase.Create();
        await using var store = await _database.Open(o => o.Partitions = 2);
        await store.Append([.. Sample.Commits(Sample.Stream(), 2)]);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("UPDATE township.commits SET events = '[]' WHERE position = 1")]
    [InlineData("DELETE FROM township.commits WHERE position = 2")]
    [InlineData("DELETE FROM township.commits_0; DELETE FROM township.commits_1")]
    [InlineData("TRUNCATE township.commits")]
    [InlineData("TRUNCATE township.commits_0")]
    [InlineData("UPDATE township.streams SET name = 'account/huimin/b'")]
    [InlineData("DELETE FROM township.streams")]
    [InlineData("TRUNCATE township.streams")]
    [InlineData("UPDATE township.categories SET name = 'pledge'")]
    [InlineData("DELETE FROM township.categories")]
    [InlineData("TRUNCATE township.categories")]
    [InlineData("UPDATE township.history SET id = gen_random_uuid()")]
    [InlineData("DELETE FROM township.history")]
    [InlineData("TRUNCATE township.history")]
    public Task History_is_never_changed(string sql) => IsRefused(sql, "history is append-only");

    [Fact]
    public Task A_store_holds_one_history() => IsRefused("INSERT INTO township.history VALUES (gen_random_uuid())", "history_is_one");

    [Fact]
    public Task A_version_is_used_once() => IsRefused(Insert("3", "1"), "_stream_id_previous_version_key|commits_version");

    [Fact]
    public Task A_command_id_is_used_once_in_a_stream() => IsRefused(Insert("3", "2", "command_id"), "_command_id_stream_id_key|commits_command");

    [Fact]
    public Task A_position_is_used_once_in_a_part() => IsRefused(Insert("2", "2"), "commits_[01]_position");

    [Theory]
    [InlineData("0", "2", "1", "hash")]
    [InlineData("3", "-1", "1", "hash")]
    [InlineData("3", "2", "0", "hash")]
    [InlineData("3", "2", "1", "'\\x00'")]
    public Task Numbers_and_hashes_have_their_shape(string position, string previous, string count, string hash) =>
        IsRefused(Insert(position, previous, count: count, hash: hash), "commits_shape");

    [Fact]
    public Task A_stream_has_the_category_of_its_name() => IsRefused("INSERT INTO township.streams VALUES (1, 'a/huimin/1', 'b')", "streams_check");

    [Fact]
    public async Task The_next_commit_is_taken()
    {
        await _database.Run(Insert("3", "2"));
        (await _database.Database.Value<long>("SELECT count(*) FROM township.commits")).Should().Be(3);
    }

    static string Insert(string position, string previous, string commandId = "gen_random_uuid()", string count = "1", string hash = "hash") => $"""
        INSERT INTO township.commits SELECT {position}, stream_id, {previous}, {count}, command_schema, rules_version, decided_at, {commandId}, {hash}, log_hash,
            command_name, correlation_id, causation_id, policy_version, calendar_version, code_version, command_data, actor, facts, events
        FROM township.commits WHERE position = 2
        """;

    async Task IsRefused(string sql, string reason)
    {
        var run = () => _database.Run(sql);
        (await run.Should().ThrowAsync<PostgresException>()).Which.MessageText.Should().MatchRegex(reason);
    }
}
