using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Cli.Tests;

public sealed class VerifyingTests(StoreFile store) : IClassFixture<StoreFile>
{
    [Theory]
    [InlineData("verify", "en", "The history is consistent; no fault was found.")]
    [InlineData("verify", "zh-CN", "校验通过：未发现记录缺失或被改动。")]
    [InlineData("replay", "en", "The history is consistent, and every decision follows from the rules.")]
    [InlineData("replay", "zh-CN", "复核通过：未发现记录缺失或被改动，每个决定都能按规则重新得出。")]
    public async Task An_untouched_history_is_exit_code_0(string command, string culture, string verdict)
    {
        var answer = await Shell.Township(command, "--store", store.Option, "--culture", culture);
        (answer.Exit, answer.Error).Should().Be((0, ""));
        answer.Lines[^1].Should().EndWith(verdict);
        answer.Output.Should().NotContain("\u001b", "a pipe gets no colours and no progress");
    }

    /// <summary>Every column of the twelfth commit: draw/huimin/meeting.2026-01, version 2.</summary>
    [Theory]
    [InlineData("position = 19", "commit 12 [position]")]
    [InlineData("stream_id = (SELECT stream_id FROM commits WHERE position = 13)", "draw/huimin/meeting.2026-03, version 2, commit 12 [version]")]
    [InlineData("previous_version = 7", "draw/huimin/meeting.2026-01, version 8, commit 12 [version]")]
    [InlineData("version = 7", "store [storage]")]
    [InlineData("command_id = zeroblob(16)", "[commit-hash]")]
    [InlineData("command_id = x'00'", "commit 12 [row-unreadable]")]
    [InlineData("command_name = 'draw.void'", "[commit-hash]")]
    [InlineData("command_schema = 2", "[commit-hash]")]
    [InlineData("command_data = command_data || ' '", "[commit-hash]")]
    [InlineData("actor = replace(actor, 'c-001', 'c-002')", "[commit-hash]")]
    [InlineData("correlation_id = ''", "[commit-hash]")]
    [InlineData("causation_id = 'x'", "[commit-hash]")]
    [InlineData("decided_at = decided_at + 1", "[commit-hash]")]
    [InlineData("rules_version = 2", "[commit-hash]")]
    [InlineData("policy_version = '1'", "[commit-hash]")]
    [InlineData("calendar_version = ''", "[commit-hash]")]
    [InlineData("code_version = '2'", "[commit-hash]")]
    [InlineData("facts = '[ ]'", "[commit-hash]")]
    [InlineData("events = replace(events, '张三', '张四')", "[commit-hash]")]
    [InlineData("event_count = 2", "[event-count]")]
    [InlineData("hash = zeroblob(32)", "[commit-hash]")]
    [InlineData("hash = x'00'", "commit 12 [row-unreadable]")]
    [InlineData("log_hash = zeroblob(32)", "[log-hash]")]
    public async Task A_changed_column_is_exit_code_1_and_named(string change, string named)
    {
        var answer = await Shell.Township("verify", "--store", store.Tampered($"UPDATE commits SET {change} WHERE position = 12"));
        (answer.Exit, answer.Error).Should().Be((1, ""));
        answer.Output.Should().Contain(named.StartsWith('[') ? $"draw/huimin/meeting.2026-01, version 2, commit 12 {named}" : named);
    }

    [Theory]
    [InlineData("DELETE FROM commits WHERE position = 12", "commit 12 [position]")]
    [InlineData("DELETE FROM streams WHERE stream_id = (SELECT stream_id FROM commits WHERE position = 9)", "commit 9 [position]")]
    [InlineData("UPDATE streams SET name = 'draw/huimin/meeting.2026-05' WHERE stream_id = (SELECT stream_id FROM commits WHERE position = 9)",
        "draw/huimin/meeting.2026-05, version 1, commit 9 [commit-hash]")]
    [InlineData("UPDATE streams SET name = 'nonsense' WHERE stream_id = (SELECT stream_id FROM commits WHERE position = 9)", "[stream-list-unreadable]")]
    [InlineData("UPDATE streams SET category = 'pledge' WHERE stream_id = (SELECT stream_id FROM commits WHERE position = 9)", "store [storage]")]
    [InlineData("UPDATE commits SET position = 99 WHERE position = 11; UPDATE commits SET position = 11 WHERE position = 12; UPDATE commits SET position = 12 WHERE position = 99",
        "draw/huimin/meeting.2026-01, version 2, commit 11 [log-hash]")]
    public async Task Rows_that_vanish_move_or_change_their_stream_are_named(string sql, string named)
    {
        var answer = await Shell.Township("verify", "--store", store.Tampered(sql));
        answer.Exit.Should().Be(1);
        answer.Output.Should().Contain(named);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_by_the_noted_end_of_the_log()
    {
        var noted = (await Shell.Township("verify", "--store", store.Option)).Lines.Single(l => l.StartsWith("End of the log", StringComparison.Ordinal)).Split(' ')[^1];
        var cut = store.Tampered("DELETE FROM commits WHERE position = 13; DELETE FROM streams WHERE stream_id NOT IN (SELECT stream_id FROM commits)");
        (await Shell.Township("verify", "--store", cut)).Exit.Should().Be(0);
        var answer = await Shell.Township("verify", "--store", cut, "--checkpoint", noted);
        (answer.Exit, answer.Lines[0]).Should().Be((1, "commit 12 [checkpoint] The history does not fit the checkpoint kept outside: expected 13, found 12."));
    }

    [Fact]
    public async Task A_point_noted_from_another_history_is_told_as_such()
    {
        var noted = (await Shell.Township("verify", "--store", store.Option)).Lines.Single(l => l.StartsWith("End of the log", StringComparison.Ordinal)).Split(' ')[^1];
        (await Shell.Township("verify", "--store", store.Option, "--checkpoint", noted)).Exit.Should().Be(0);
        var other = noted.Replace(StoreFile.History, new string('0', 32), StringComparison.Ordinal);
        var answer = await Shell.Township("verify", "--store", store.Option, "--checkpoint", other);
        (answer.Exit, answer.Lines[0]).Should().Be(
            (1, $"store [history] This is another history than the checkpoint was noted from: expected {new string('0', 32)}, found {StoreFile.History}."));
    }

    [Fact]
    public async Task Replay_finds_a_changed_byte_too() =>
        (await Shell.Township("replay", "--store", store.Tampered("UPDATE commits SET events = replace(events, '张三', '张四') WHERE position = 9"))).Exit.Should().Be(1);

    /// <summary>In the file's header, its schema, an event's name, a stream's name, an event's text.</summary>
    [Theory]
    [InlineData("SQLite format 3", 3)]
    [InlineData("CREATE TABLE commits", 1)]
    [InlineData("draw.candidates-frozen", 1)]
    [InlineData("draw/huimin/", 1)]
    [InlineData("三楼会议室", 1)]
    [InlineData("双色球", 1)]
    public async Task One_changed_byte_is_exit_code_1_or_3(string text, int exit)
    {
        var path = store.Copy();
        var bytes = await File.ReadAllBytesAsync(path);
        // The last one: SQLite leaves the bytes of moved rows in pages that were split, and nothing reads those.
        bytes[bytes.AsSpan().LastIndexOf(System.Text.Encoding.UTF8.GetBytes(text))] ^= 0x01;
        await File.WriteAllBytesAsync(path, bytes);
        foreach (var command in (string[])["verify", "replay"])
            (await Shell.Township(command, "--store", $"sqlite:{path}")).Exit.Should().Be(exit, command);
    }

    [Fact]
    public async Task A_state_is_not_derived_from_a_changed_history()
    {
        var answer = await Shell.Township("state", DrawHistory.Drawn.ToString(), "--store", store.Tampered("UPDATE commits SET causation_id = 'x' WHERE position = 12"));
        (answer.Exit, answer.Output).Should().Be((1, ""));
        answer.Error.Should().StartWith("township: draw/huimin/meeting.2026-01, version 2, commit 12 [commit-hash] The commit does not match its hash");
    }

    [Fact]
    public async Task Single_streams_are_verified_alone()
    {
        var tampered = store.Tampered("UPDATE commits SET causation_id = 'x' WHERE position = 12");
        (await Shell.Township("verify", DrawHistory.Frozen.ToString(), DrawHistory.Void.ToString(), "--store", tampered)).Exit.Should().Be(0);
        (await Shell.Township("verify", DrawHistory.Drawn.ToString(), "--store", tampered)).Exit.Should().Be(1);
    }

    [Fact]
    public async Task The_JSON_document_has_the_documented_members()
    {
        var answer = await Shell.Township("verify", "--format", "json", "--store", store.Tampered("UPDATE commits SET causation_id = 'x' WHERE position = 12"));
        using var document = JsonDocument.Parse(answer.Output);
        document.RootElement.EnumerateObject().Select(m => m.Name).Should().Equal("faults", "faultCount", "notKnownCount", "commits", "events", "streams", "upcast", "journaled", "head");
        var fault = document.RootElement.GetProperty("faults").EnumerateArray().Should().ContainSingle().Subject;
        fault.EnumerateObject().Select(m => $"{m.Name}:{m.Value.ValueKind}").Should().Equal(
            "code:String", "stream:String", "version:Number", "position:Number", "expected:String", "found:String", "chinese:String", "english:String");
    }

    [Fact]
    public async Task A_history_is_verified_while_a_silo_writes_it()
    {
        var path = store.Copy();
        await using var writer = await SqliteEventStore.Open(new() { Path = path }, NullLogger<SqliteEventStore>.Instance);
        var before = await writer.ReadStream(DrawHistory.Drawn, StreamRange.All).Select(c => c.Content).FirstAsync();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 1; !done.IsCancellationRequested; i++)
                await writer.Append([new(new("draw", "huimin", $"new-{i}"), ExpectedVersion.None, before with { CommandId = Guid.CreateVersion7() })]);
        });
        Answer answer;
        do answer = await Shell.Township("verify", "--store", $"sqlite:{path}");
        while (answer.Exit == 0 && !writing.IsCompleted && (await writer.ReadLogHead()).Position < 20);
        await done.CancelAsync();
        await writing;
        answer.Should().Match<Answer>(a => a.Exit == 0, answer.Output);
        (await writer.ReadLogHead()).Position.Should().BeGreaterThan(14);
    }
}
