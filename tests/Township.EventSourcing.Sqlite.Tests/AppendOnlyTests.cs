using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class AppendOnlyTests : IAsyncLifetime
{
    readonly StoreFolder _folder = new();

    public async ValueTask InitializeAsync() => await _folder.Fill([.. Sample.Commits(Sample.Stream(), 2)]);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("UPDATE commits SET events = '[]' WHERE position = 1")]
    [InlineData("DELETE FROM commits WHERE position = 2")]
    [InlineData("UPDATE streams SET name = 'account/huimin/b'")]
    [InlineData("DELETE FROM streams")]
    [InlineData("UPDATE categories SET name = 'pledge'")]
    [InlineData("DELETE FROM categories")]
    public void History_is_never_changed(string sql) => IsRefused(sql, "history is append-only");

    [Theory]
    [InlineData("UPDATE history SET id = '00000000000000000000000000000000'")]
    [InlineData("DELETE FROM history")]
    [InlineData("INSERT INTO history VALUES ('00000000000000000000000000000000')")]
    [InlineData("INSERT OR REPLACE INTO history SELECT id FROM history")]
    public void A_store_never_holds_another_history(string sql) => IsRefused(sql, "a store holds one history");

    [Theory]
    [InlineData("2", "UNIQUE|not the next one")]
    [InlineData("4", "the position is not the next one")]
    [InlineData("0", "the position is not the next one")]
    public void A_position_is_the_next_one(string position, string reason) => IsRefused(Insert(position, "2", "3"), reason);

    [Theory, InlineData("1", "2"), InlineData("3", "4"), InlineData("0", "1")]
    public void A_commit_follows_the_stream(string previous, string version) => IsRefused(Insert("3", previous, version), "the stream is not at previous_version");

    [Fact]
    public void A_version_is_used_once_even_without_the_trigger()
    {
        _folder.Run("DROP TRIGGER commits_follow");
        IsRefused(Insert("3", "1", "2"), "UNIQUE constraint failed: commits.stream_id, commits.previous_version");
    }

    [Fact]
    public void A_command_id_is_used_once_in_a_stream() =>
        IsRefused(Insert("3", "2", "3", "command_id"), "UNIQUE constraint failed: commits.command_id, commits.stream_id");

    [Fact]
    public void Versions_and_number_of_events_agree() => IsRefused(Insert("3", "2", "4"), "CHECK constraint failed");

    [Fact]
    public void The_next_commit_is_taken()
    {
        _folder.Run(Insert("3", "2", "3"));
        using var connection = _folder.Connect();
        connection.Number("SELECT count(*) FROM commits").Should().Be(3);
    }

    static string Insert(string position, string previous, string version, string commandId = "randomblob(16)") => $"""
        INSERT INTO commits SELECT {position}, stream_id, {previous}, {version}, {commandId}, command_name, command_schema, command_data, actor,
            correlation_id, causation_id, decided_at, rules_version, policy_version, calendar_version, code_version, facts, events, event_count, hash, log_hash
        FROM commits WHERE position = 2
        """;

    void IsRefused(string sql, string reason)
    {
        var run = () => _folder.Run(sql);
        run.Should().Throw<SqliteException>().Which.Message.Should().MatchRegex(reason);
    }
}
