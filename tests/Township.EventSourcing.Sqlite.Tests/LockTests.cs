namespace Township.EventSourcing.Sqlite.Tests;

public sealed class LockTests : IDisposable
{
    readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_that_another_process_holds_is_refused_and_the_holder_named()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        var open = () => _folder.Open();
        (await open.Should().ThrowAsync<StoreOpenException>())
            .WithMessage($"'{_folder.Path}' is in use by process {holder.ProcessId} on {Environment.MachineName}.");
        await holder.Append();
    }

    [Fact]
    public async Task A_store_is_free_when_its_holder_has_stopped()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        await holder.Append();
        await holder.Stop();
        await using var store = await _folder.Open();
        (await store.All()).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_store_is_free_when_its_holder_was_killed_and_has_everything_that_was_answered()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        for (var n = 0; n < 20; n++) await holder.Append();
        await holder.Kill();
        await using var store = await _folder.Open();
        (await store.All()).Select(c => c.LastVersion).Should().Equal(Enumerable.Range(1, 20).Select(n => (long)n));
    }

    [Fact]
    public async Task A_second_store_in_the_same_process_is_refused()
    {
        await using var store = await _folder.Open();
        var open = () => _folder.Open();
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage($"*in use by process {Environment.ProcessId} on *");
    }

    [Fact]
    public async Task A_store_that_is_held_is_refused_under_another_name_too()
    {
        await using var store = await _folder.Open();
        var link = _folder.Path + ".link";
        File.CreateSymbolicLink(link, _folder.Path);
        var open = () => SqliteEventStore.Open(new() { Path = link }, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteEventStore>.Instance);
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage("*in use by process*");
    }

    [Fact]
    public async Task A_store_that_could_not_be_opened_is_not_held()
    {
        await File.WriteAllTextAsync(_folder.Path, "This is a letter, not a database. It is long enough to have a header of a hundred bytes or more.");
        var open = () => _folder.Open();
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage($"'{_folder.Path}' is not a SQLite database.");
        File.Delete(_folder.Path);
        await using var store = await _folder.Open();
    }

    [Fact]
    public async Task A_place_that_cannot_be_is_refused()
    {
        await File.WriteAllTextAsync(_folder.Path, "A file where a folder is asked for.");
        var open = () => SqliteEventStore.Open(new() { Path = Path.Combine(_folder.Path, "x.db") }, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteEventStore>.Instance);
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage("*cannot be opened*");
    }
}
