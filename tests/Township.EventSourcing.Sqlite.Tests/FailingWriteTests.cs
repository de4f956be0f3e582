namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>
/// The operating system refuses to write while SQLite commits, in a real process: its files may not grow any further.
/// Other than on a full disk SQLite cannot tell what has reached the log, so the outcome is called unknown.
/// </summary>
[Trait("Category", "Faults")]
public sealed class FailingWriteTests : IDisposable
{
    const int Page = 4096, Note = 20_000;

    readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_commit_that_fails_at_any_of_its_pages_is_told_as_unknown_and_stored_once_when_there_is_room()
    {
        using var holder = await StoreHolder.Start(_folder.Path);
        await holder.Append();
        // Somebody who looks at the store: when a failed connection is given up, the log stays as it is.
        await using var reader = await _folder.OpenReader();
        await reader.ReadLogHead();
        var (room, failures) = (LogLength, 0);
        for (var number = 2; number <= 4; number++)
        {
            for (; ; failures++, room += Page)
            {
                await holder.LimitFiles(room);
                var answer = await holder.TryAppend(number, Note);
                if (answer == nameof(AppendResult.Committed)) break;
                answer.Should().StartWith("unavailable, may have committed:").And.Contain("disk I/O error");
                (await reader.ReadLogHead()).Position.Should().Be(number - 1);
            }
        }

        failures.Should().BeGreaterThan(3 * Note / Page, "each page of each commit failed once");
        await holder.Stop();
        await IsWhole(4);
    }

    [Fact]
    public async Task A_process_that_is_killed_after_a_failed_commit_leaves_a_whole_history()
    {
        for (var (number, pages) = (1, 1); pages < 6; pages++)
        {
            using var holder = await StoreHolder.Start(_folder.Path);
            (await holder.TryAppend(number++)).Should().Be(nameof(AppendResult.Committed));
            await holder.LimitFiles(LogLength + pages * Page);
            (await holder.TryAppend(number, Note)).Should().StartWith("unavailable, may have committed:");
            await holder.Kill();
            await IsWhole(number - 1);
        }
    }

    long LogLength => new FileInfo(_folder.Path + "-wal").Length;

    async Task IsWhole(int commits)
    {
        await using var store = await _folder.Open(o => o.IntegrityCheck = SqliteIntegrityCheck.Always);
        (await store.All()).Select(c => (c.Position, c.LastVersion)).Should().Equal(Enumerable.Range(1, commits).Select(n => ((long)n, (long)n)));
        (await store.All()).Select(c => c.Content.CommandId).Should().OnlyHaveUniqueItems();
    }
}
