using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Polls;

/// <summary>Rows follow from the folded state, also when the code that folds, or the tables, have changed meanwhile. In a real file.</summary>
public sealed class ChangedRulesTests : IDisposable
{
    static readonly MessageCatalogue<PollEvent> Events = Poll.Type.Events;

    readonly string _file = Path.Combine(Path.GetTempPath(), $"polls-{Guid.CreateVersion7():N}.db");
    readonly MemoryEventStore _store = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*")) File.Delete(file);
    }

    [Fact]
    public async Task After_a_change_of_the_rules_a_restart_and_one_more_event_all_rows_of_the_stream_are_right()
    {
        MendedPoll.Type.FoldVersion.Should().NotBe(Poll.Type.FoldVersion);
        await Voted("p-1", "a", 5);
        await Voted("p-1", "b", 7);
        await Voted("p-2", "a", 9);
        await Run(typeof(Poll));
        Shown().Should().Equal("polls huimin p-1 2", "polls huimin p-2 1", "poll_options huimin p-1 a0", "poll_options huimin p-1 b1", "poll_options huimin p-2 a0");

        await Voted("p-1", "a", 1);
        await Run(typeof(MendedPoll));
        // Nothing has happened to the second one: it is right with its next event, or when everything is made anew.
        Shown().Should().Equal("polls huimin p-1 13", "polls huimin p-2 1", "poll_options huimin p-1 a", "poll_options huimin p-1 b", "poll_options huimin p-2 a0");

        await Voted("p-2", "a", 1);
        await Voted("p-1", "a", 1);
        await Run(typeof(MendedPoll));
        Shown().Should().Equal("polls huimin p-1 14", "polls huimin p-2 10", "poll_options huimin p-1 a", "poll_options huimin p-1 b", "poll_options huimin p-2 a");
    }

    [Fact]
    public async Task A_row_that_the_state_no_longer_says_is_removed()
    {
        await Voted("p-1", "a", 5);
        await Voted("p-1", "b", 5);
        await Run(typeof(MendedPoll));
        await Voted("p-1", "a", 0);
        await Run(typeof(MendedPoll));
        Shown().Should().Equal("polls huimin p-1 10", "poll_options huimin p-1 b");
    }

    [Fact]
    public async Task A_kept_state_that_cannot_be_read_or_lacks_a_commit_is_folded_anew()
    {
        await Voted("p-1", "a", 5);
        await Voted("p-2", "a", 5);
        await Run(typeof(Poll));
        Do("UPDATE polls_states SET state = 'x' WHERE id = 'p-1'", "UPDATE polls_states SET version = 0, state = replace(state, '1', '9') WHERE id = 'p-2'");
        await Voted("p-1", "b", 5);
        await Voted("p-2", "b", 5);
        await Run(typeof(Poll));
        Shown().Should().Equal(
            "polls huimin p-1 2", "polls huimin p-2 2", "poll_options huimin p-1 a0", "poll_options huimin p-1 b1", "poll_options huimin p-2 a0", "poll_options huimin p-2 b1");
    }

    [Fact]
    public async Task Other_columns_are_noticed_without_a_new_version_and_the_tables_made_anew()
    {
        await Voted("p-1", "a", 5);
        await Run(typeof(Poll));
        await Run(typeof(Poll));
        Builds().Should().Be("[1]", "the same code makes nothing anew");

        await Voted("p-1", "a", 5);
        await Run(typeof(WiderPoll));
        Read("SELECT * FROM polls").Should().Equal("huimin p-1 2 2");
        Builds().Should().Be("[2]");
    }

    [Fact]
    public async Task What_fails_half_way_leaves_states_rows_and_position_as_they_were()
    {
        await Voted("p-1", "a", 5);
        await Run(typeof(Poll));
        var (rows, states) = (Shown(), Read("SELECT * FROM polls_states__b1"));
        // The states are written last.
        Do("CREATE TRIGGER broken BEFORE UPDATE ON polls_states__b1 BEGIN SELECT RAISE(ABORT, 'broken'); END");
        await Voted("p-1", "b", 5);
        await Run(typeof(Poll));
        (Shown(), Read("SELECT * FROM polls_states__b1")).Should().BeEquivalentTo((rows, states));
        await using (var checkpoints = new SqliteCheckpointStore(_file)) (await checkpoints.Find("polls"))!.Live.Should().Match<SubscriptionBuild>(b => b.Position == 1 && b.Failure != null);

        Do("DROP TRIGGER broken");
        await Run(typeof(Poll));
        Shown().Should().Equal("polls huimin p-1 2", "poll_options huimin p-1 a0", "poll_options huimin p-1 b1");
    }

    async Task Voted(string poll, string option, int votes) =>
        (await _store.Append([Happenings.Commit(Events, $"poll/huimin/{poll}", new PollEvent.Voted(option, votes))])).Should().ContainSingle(r => r is AppendResult.Committed);

    // As a process that starts, handles what there is and ends.
    async Task Run(Type aggregate)
    {
        await using var checkpoints = new SqliteCheckpointStore(_file);
        var worker = new SubscriptionWorker(Subscription.Of(ReadModelCatalogue.Of(aggregate)!, checkpoints), _store, new() { Retries = 0 }, TimeProvider.System, NullLogger.Instance);
        await worker.Take("test");
        while (await worker.Work()) { }
    }

    IReadOnlyList<string> Shown() => [.. Read("SELECT 'polls', p.* FROM polls p ORDER BY poll"), .. Read("SELECT 'poll_options', o.* FROM poll_options o ORDER BY poll, option")];

    string Builds() => Read("SELECT '[' || group_concat(b.value ->> 'number') || ']' FROM township_subscriptions, json_each(record, '$.builds') b")[0];

    void Do(params string[] statements)
    {
        foreach (var statement in statements) Read(statement.Replace("polls_states SET", "polls_states__b1 SET"));
    }

    List<string> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) found.Add(string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)));
        return found;
    }
}
