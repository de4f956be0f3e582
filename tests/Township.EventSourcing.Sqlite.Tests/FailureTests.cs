using SQLitePCL;

namespace Township.EventSourcing.Sqlite.Tests;

public sealed class FailureTests : IDisposable
{
    static readonly StreamId Stream = Sample.Stream();

    readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_stores_nothing_by_halves_and_the_store_works_again_when_there_is_room()
    {
        SqliteStoreOptions? options = null;
        await using var store = await _folder.Open(o => (options = o).MaxFileBytes = 200 * 1024);
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        var before = await store.All();
        Commit[] batch = [Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2), Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 3, note: new('大', 100_000))];

        var append = () => store.Append(batch);
        var fault = (await append.Should().ThrowAsync<StoreUnavailableException>()).Which;
        fault.Message.Should().Contain("full");
        fault.MayHaveCommitted.Should().BeFalse();
        (await store.All()).Should().Equal(before);
        (await store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 4)])).Should().AllBeOfType<AppendResult.Committed>("a small one still fits");

        await append.Should().ThrowAsync<StoreUnavailableException>();
        options!.MaxFileBytes = null;
        (await append()).Should().SatisfyRespectively(
            stale => stale.Should().Be(new AppendResult.Conflict(ExpectedVersion.Exactly(1), 2)),
            large => large.Should().BeOfType<AppendResult.Committed>().Which.Position.Should().Be(3));
    }

    [Fact]
    public async Task A_database_that_another_program_holds_fails_the_append_and_works_afterwards()
    {
        await using var store = await _folder.Open(o => o.BusyTimeout = TimeSpan.FromMilliseconds(1));
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        using (var other = _folder.Connect())
        {
            other.Run("BEGIN IMMEDIATE");
            (await append.Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeFalse();
        }

        (await append()).Should().AllBeOfType<AppendResult.Committed>();
    }

    [Fact]
    public async Task A_commit_that_the_database_refuses_leaves_nothing_and_is_forgotten()
    {
        await using var store = await _folder.Open();
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        await store.OnWriter(connection =>
        {
            raw.sqlite3_commit_hook(connection.Handle, _ => 1, null);
            return true;
        });
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2), Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 3)]);
        (await append.Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeFalse();
        (await store.ReadLogHead()).Position.Should().Be(1);
        (await append()).Should().AllBeOfType<AppendResult.Committed>();
        (await store.ReadLogHead()).Position.Should().Be(3);
    }

    [Fact]
    public async Task What_another_writer_did_is_noticed()
    {
        await using var store = await _folder.Open();
        await store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        using (var session = new WriteSession(new(_folder.Connect()), 1))
        {
            session.Begin();
            session.Append(Sample.Commit(Stream, ExpectedVersion.Exactly(1), 2));
            session.Commit();
        }

        (await store.Append([Sample.Commit(Stream, ExpectedVersion.Exactly(1), 3), Sample.Commit(Stream, ExpectedVersion.Exactly(2), 4)])).Should().SatisfyRespectively(
            stale => stale.Should().Be(new AppendResult.Conflict(ExpectedVersion.Exactly(1), 2)),
            next => next.Should().BeOfType<AppendResult.Committed>().Which.Position.Should().Be(3));
    }

    [Fact]
    public async Task More_streams_than_are_remembered_are_appended_to()
    {
        await using var store = await _folder.Open(o => o.CachedHeads = 4);
        for (var round = 0; round < 3; round++)
        {
            var version = ExpectedVersion.Exactly(round);
            var batch = Enumerable.Range(1, 20).Select(n => Sample.Commit(Sample.Stream($"s-{n}"), version, round * 20 + n)).ToArray();
            (await store.Append(batch)).Should().AllBeOfType<AppendResult.Committed>();
        }
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await _folder.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();
        var append = () => store.Append([Sample.Commit(Stream, ExpectedVersion.None, 1)]);
        await append.Should().ThrowAsync<ObjectDisposedException>();
        var read = () => store.ReadLogHead();
        await read.Should().ThrowAsync<ObjectDisposedException>();
    }
}
