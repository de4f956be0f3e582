namespace Township.EventSourcing.Sqlite.Tests;

public sealed class IntegrityTests : IAsyncLifetime
{
    readonly StoreFolder _folder = new();

    // Positions 1-3: a, b, a.
    public async ValueTask InitializeAsync() => await _folder.Fill(
        Sample.Commit(Sample.Stream("a"), ExpectedVersion.None, 1, events: 2),
        Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 2),
        Sample.Commit(Sample.Stream("a"), ExpectedVersion.Any, 3));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("UPDATE commits SET events = replace(events, '存入 1 元', '存入 9 元') WHERE position = 3", "*position 3*does not have the hash*")]
    [InlineData("UPDATE commits SET hash = zeroblob(32) WHERE position = 1", "*position 3*does not have the hash*")]
    [InlineData("UPDATE streams SET name = 'account/huimin/c' WHERE name = 'account/huimin/a'", "*does not have the hash*")]
    [InlineData("UPDATE commits SET log_hash = zeroblob(32) WHERE position = 2", "*log hash of the last commit (position 3)*")]
    [InlineData("UPDATE commits SET log_hash = zeroblob(32) WHERE position = 3", "*log hash of the last commit (position 3)*")]
    [InlineData("DELETE FROM commits WHERE position = 2", "*2 commits between positions 1 and 3*")]
    [InlineData("DELETE FROM commits WHERE position = 1", "*2 commits between positions 1 and 3*")]
    [InlineData("DELETE FROM commits WHERE position = 1; UPDATE commits SET position = position - 1", "*no commit that ends at version 2*")]
    public async Task A_head_that_does_not_follow_is_refused(string sql, string message)
    {
        _folder.Forge(sql);
        var open = () => _folder.Open();
        (await open.Should().ThrowAsync<StoreCorruptException>()).WithMessage(message);
        await using var unchecked_ = await _folder.Open(o => o.IntegrityCheck = SqliteIntegrityCheck.Never);
    }

    [Fact]
    public async Task A_copy_holds_the_same_history_and_a_new_store_another_one()
    {
        using var other = new StoreFolder();
        await using var store = await _folder.Open();
        _folder.Run($"VACUUM INTO '{other.Path}'");
        await using (var copy = await SqliteEventReader.Open(other.Path)) (await copy.ReadHistory()).Should().Be(await store.ReadHistory());
        using var empty = new StoreFolder();
        await using var another = await empty.Open();
        (await another.ReadHistory()).Should().NotBe(await store.ReadHistory());
    }

    [Theory]
    [InlineData("DELETE FROM history", "there are 0 ids of the history")]
    [InlineData("INSERT INTO history VALUES ('00000000000000000000000000000000')", "there are 2 ids of the history")]
    public async Task A_store_that_does_not_say_which_history_it_holds_is_found(string sql, string finding)
    {
        _folder.Forge(sql);
        await using var reader = await SqliteEventReader.Open(_folder.Path);
        (await reader.CheckStorage()).Should().Equal(finding);
    }

    [Theory]
    [InlineData("UPDATE categories SET name = 'pledge'")]
    [InlineData("DELETE FROM categories")]
    [InlineData("UPDATE streams SET stream_id = stream_id + 1; UPDATE commits SET stream_id = stream_id + 1")]
    public async Task Streams_that_are_not_of_the_category_in_their_id_are_found(string sql)
    {
        _folder.Forge("PRAGMA foreign_keys=OFF; " + sql);
        await using var reader = await SqliteEventReader.Open(_folder.Path);
        (await reader.CheckStorage()).Where(f => f.StartsWith("stream ", StringComparison.Ordinal)).Should().Equal(
            "stream account/huimin/a: its id is not one of its category", "stream account/huimin/b: its id is not one of its category");
    }

    [Fact]
    public async Task A_healthy_store_passes_every_check()
    {
        await using var store = await _folder.Open(o => o.IntegrityCheck = SqliteIntegrityCheck.Always);
        (await store.All()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Damage_far_from_the_head_is_found_after_a_stop_that_was_not_clean()
    {
        // A row that breaks a CHECK: what the whole-file check finds and the check of the head does not.
        _folder.Forge("PRAGMA ignore_check_constraints=ON; UPDATE commits SET version = 77 WHERE position = 2");
        await using (await _folder.Open()) { }
        _folder.Run("INSERT INTO meta VALUES ('opened_by', 'process 1 on elsewhere')");
        var open = () => _folder.Open();
        (await open.Should().ThrowAsync<StoreCorruptException>()).WithMessage("*CHECK constraint failed*");
    }

    [Fact]
    public async Task A_killed_holder_leaves_the_mark_and_a_clean_stop_takes_it_away()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        await holder.Kill();
        Mark().Should().Be($"process {holder.ProcessId} on {Environment.MachineName}");
        await using (await _folder.Open()) Mark().Should().StartWith($"process {Environment.ProcessId} ");
        Mark().Should().BeNull();
        _folder.Files.Should().Equal("township.db", "township.db.lock");
    }

    [Fact]
    public async Task A_store_in_which_damage_is_found_takes_nothing_any_more()
    {
        await using var store = await _folder.Open();
        // The commit of command 3 is no commit any more, which shows when the command comes again.
        await store.OnWriter(connection =>
        {
            connection.Run("DROP TRIGGER commits_never_change; PRAGMA ignore_check_constraints=ON; UPDATE commits SET hash = x'00' WHERE position = 3");
            return true;
        });
        var again = () => store.Append([Sample.Commit(Sample.Stream("a"), ExpectedVersion.None, 3)]);
        await again.Should().ThrowAsync<StoreCorruptException>();
        var other = () => store.Append([Sample.Commit(Sample.Stream("c"), ExpectedVersion.None, 4)]);
        await other.Should().ThrowAsync<StoreCorruptException>();
    }

    string? Mark()
    {
        using var connection = _folder.Connect();
        return StoreMarker.Read(connection);
    }
}
