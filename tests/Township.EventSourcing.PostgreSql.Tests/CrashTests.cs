using System.Collections.Concurrent;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Connections that are cut and servers that crash under load. The server is one that waits for the disk.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    const int Writers = 3;

    readonly ConcurrentBag<(Commit Commit, AppendResult.Committed Answer)> _acknowledged = [];
    readonly CancellationTokenSource _enough = new();

    PostgresServer _server = null!;
    StoreDatabase _database = null!;
    int _failures, _outcomeUnknown;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.Start(durable: true);
        _database = await StoreDatabase.Create(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _enough.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_cut_connections_lose_nothing_and_double_nothing()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => _database.Open()));
        var load = Load(stores);
        for (var cut = 0; cut < 100;)
        {
            // Not before the writer is there again.
            await Eventually.Holds(() => stores[cut % Writers].WriterProcessId is not null);
            if (stores[cut % Writers].WriterProcessId is { } process && await _server.Terminate(process)) cut++;
        }

        await End(load, stores);
        _failures.Should().BeGreaterThan(20, "cuts must be felt to prove anything");
    }

    [Fact]
    public async Task A_server_that_crashes_five_times_loses_nothing_and_doubles_nothing()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => _database.Open()));
        var load = Load(stores);
        for (var round = 0; round < 5; round++)
        {
            var seen = _acknowledged.Count;
            await Eventually.Holds(() => _acknowledged.Count >= seen + 200 || load.IsCompleted);
            await _server.Restart();
        }

        await End(load, stores);
        _failures.Should().BeGreaterThanOrEqualTo(5);
    }

    Task Load(PostgreSqlEventStore[] stores) => Task.WhenAll(stores.Select((store, writer) => Task.Run(async () =>
    {
        for (var n = 0; !_enough.IsCancellationRequested; n++)
        {
            var number = (writer * 1_000_000) + (n * 10);
            Commit[] batch =
            [
                Sample.Commit(Sample.Stream("shared"), ExpectedVersion.Any, number),
                Sample.Commit(Sample.Stream($"own-{writer}"), ExpectedVersion.Exactly(n), number + 1),
                Sample.Commit(Sample.Stream($"new-{writer}-{n}"), ExpectedVersion.None, number + 2),
            ];
            foreach (var (commit, result) in batch.Zip(await UntilAnswered(store, batch))) _acknowledged.Add((commit, result));
        }
    })));

    // As the group committer does: the same batch again, until it is known what became of it.
    async Task<IEnumerable<AppendResult.Committed>> UntilAnswered(PostgreSqlEventStore store, Commit[] batch)
    {
        while (true)
        {
            try
            {
                return (await store.Append(batch)).Select(result => result switch
                {
                    AppendResult.Committed committed => committed,
                    AppendResult.Duplicate { Original: var o } => new(o.Position, o.LastVersion, o.Hash),
                    _ => throw new InvalidOperationException($"{result}"),
                }).ToArray();
            }
            catch (StoreUnavailableException e)
            {
                Interlocked.Increment(ref _failures);
                if (e.MayHaveCommitted) Interlocked.Increment(ref _outcomeUnknown);
            }
        }
    }

    async Task End(Task load, PostgreSqlEventStore[] stores)
    {
        await _enough.CancelAsync();
        await load;
        var all = await stores[0].All();
        all.Select(c => c.Position).Should().Equal(Enumerable.Range(1, all.Count).Select(n => (long)n));
        all.Should().Equal(RivalWriterTests.Recomputed(all));
        all.Select(c => (c.Stream, c.Content.CommandId)).Should().OnlyHaveUniqueItems();
        all.Should().HaveCount(_acknowledged.Count, "everybody went on until they knew");
        foreach (var (commit, answer) in _acknowledged)
            all[(int)answer.Position - 1].Should().Match<RecordedCommit>(c => c.Content == commit.Content && c.Hash.Equals(answer.Hash));
        foreach (var store in stores) await store.DisposeAsync();
    }
}
