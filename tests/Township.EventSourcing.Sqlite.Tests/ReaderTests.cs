namespace Township.EventSourcing.Sqlite.Tests;

public sealed class ReaderTests : IDisposable
{
    static readonly StreamId Stream = Sample.Stream();

    readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reading_a_closed_store_creates_and_changes_no_file()
    {
        await _folder.Fill([.. Sample.Commits(Stream, 3)]);
        var before = await File.ReadAllBytesAsync(_folder.Path);
        string[] files;
        await using (var reader = await _folder.OpenReader())
        {
            (await reader.All()).Should().HaveCount(3);
            files = _folder.Files;
        }

        files.Should().Equal("township.db", "township.db.lock");
        _folder.Files.Should().Equal(files);
        (await File.ReadAllBytesAsync(_folder.Path)).Should().Equal(before);
    }

    [Fact]
    public async Task Reading_after_a_kill_sees_the_log_and_leaves_it()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        await holder.Append();
        await holder.Kill();
        var (database, log) = (await File.ReadAllBytesAsync(_folder.Path), await File.ReadAllBytesAsync(_folder.Path + "-wal"));
        await using (var reader = await _folder.OpenReader()) (await reader.All()).Should().HaveCount(1);
        (await File.ReadAllBytesAsync(_folder.Path)).Should().Equal(database);
        (await File.ReadAllBytesAsync(_folder.Path + "-wal")).Should().Equal(log);
    }

    [Fact]
    public async Task Commits_of_a_category_are_found_by_index_alone()
    {
        await _folder.Fill([.. Sample.Commits(Stream, 3)]);
        using var connection = _folder.Connect();
        using var plan = new Statement(connection, "EXPLAIN QUERY PLAN " + CommitQueries.PositionsOfCategory);
        plan.Step().Should().BeTrue();
        plan.Text(3).Should().Be("SEARCH commits USING COVERING INDEX commits_category (<expr>=? AND rowid>? AND rowid<?)");
        plan.Step().Should().BeFalse("nothing is sorted");
    }

    [Fact]
    public async Task A_commit_that_only_the_index_knows_is_damage_at_its_place()
    {
        await _folder.Fill(Sample.Commit(Stream, ExpectedVersion.None, 1), Sample.Commit(Stream, ExpectedVersion.Any, 2), Sample.Commit(Stream, ExpectedVersion.Any, 3));
        string index;
        using (var connection = _folder.Connect())
            index = connection.Text("SELECT rootpage || ', ' || quote(sql) FROM sqlite_schema WHERE name = 'commits_category'")!;
        // A row is deleted while the index is out of sight, as when the page that it is on is lost.
        _folder.Run("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name = 'commits_category'");
        _folder.Forge("DELETE FROM commits WHERE position = 2");
        _folder.Run($"PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES ('index', 'commits_category', 'commits', {index})");
        await using var reader = await _folder.OpenReader();
        var slice = await reader.ReadSlice(0, [Stream.Category], 10);
        (slice.Commits.Single().Position, slice.To.Position, slice.IsLast).Should().Be((1, 1, false));
        var read = () => reader.ReadSlice(1, [Stream.Category], 10);
        (await read.Should().ThrowAsync<StoreCorruptException>()).Which.Position.Should().Be(2);
    }

    [Fact]
    public async Task A_reader_follows_a_store_that_another_process_writes()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        await using var reader = await _folder.OpenReader();
        for (var n = 1; n <= 3; n++)
        {
            await holder.Append();
            (await reader.ReadHead(Stream)).Version.Should().Be(n);
        }
    }

    [Fact]
    public async Task A_file_copied_after_a_clean_stop_is_whole_although_an_auditor_still_reads()
    {
        using var copy = new StoreFolder();
        var store = await _folder.Open();
        await store.Append([.. Sample.Commits(Stream, 3)]);
        await using var auditor = await _folder.OpenReader();
        (await auditor.All()).Should().HaveCount(3);
        await store.DisposeAsync();
        File.Copy(_folder.Path, copy.Path);
        await using var reader = await copy.OpenReader();
        (await reader.All()).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_reader_of_a_closed_store_notices_that_a_silo_has_begun_to_write()
    {
        await _folder.Fill([.. Sample.Commits(Stream, 600)]);
        await using var reader = await _folder.OpenReader();
        var read = reader.ReadAll().GetAsyncEnumerator();
        await using (read)
        {
            (await read.MoveNextAsync()).Should().BeTrue();
            await using (var store = await _folder.Open())
            {
                await store.Append([.. Sample.Commits(Stream, 300, first: 1001)]);
                (await reader.ReadHead(Stream)).Version.Should().Be(900);
            }

            var count = 1;
            while (await read.MoveNextAsync()) read.Current.Position.Should().Be(++count);
            count.Should().Be(600);
        }

        (await reader.All()).Should().HaveCount(900);
    }

    [Fact]
    public async Task A_reader_that_is_busy_does_not_hold_up_the_writer()
    {
        await using var store = await _folder.Open(o => (o.MaxReaders, o.ReadPageCommits) = (1, 2));
        await store.Append([.. Sample.Commits(Stream, 10)]);
        var slow = store.ReadAll().GetAsyncEnumerator();
        await using (slow)
        {
            (await slow.MoveNextAsync()).Should().BeTrue();
            // Neither the writer nor the only connection for reading waits for the slow consumer.
            (await store.Append([.. Sample.Commits(Stream, 1, first: 11)])).Should().AllBeOfType<AppendResult.Committed>();
            (await store.All()).Should().HaveCount(11);
            var count = 1;
            while (await slow.MoveNextAsync()) count++;
            count.Should().Be(10);
        }
    }

    [Fact]
    public async Task There_must_be_a_store_to_read()
    {
        var open = () => _folder.OpenReader();
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage($"There is no store at '{_folder.Path}'.");
        await File.WriteAllBytesAsync(_folder.Path, []);
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage($"'{_folder.Path}' is empty: no silo has opened it yet.");
        await File.WriteAllTextAsync(_folder.Path, new string('x', 5000));
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage($"'{_folder.Path}' is not a SQLite database.");
    }

    [Theory, InlineData("100%.db"), InlineData("what? #1 & 2.db"), InlineData("惠民镇.db"), InlineData("a b;c=d.db")]
    public async Task Names_of_files_are_taken_as_they_are(string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(_folder.Path)!, name);
        await using (var store = await SqliteEventStore.Open(new() { Path = path }, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteEventStore>.Instance))
            await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        await using var reader = await SqliteEventReader.Open(path);
        (await reader.All()).Should().HaveCount(1);
        _folder.Files.Should().Equal(name, name + ".lock");
    }
}
