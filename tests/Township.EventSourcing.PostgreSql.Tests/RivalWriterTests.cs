namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>Several store objects, as several silos would be, on one database.</summary>
public sealed class RivalWriterTests : IAsyncLifetime
{
    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Each_version_is_won_once_and_positions_have_no_gaps()
    {
        const int rounds = 40, streams = 5;
        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _database.Open()));
        var answers = await Task.WhenAll(stores.Select((store, writer) => Task.Run(async () =>
        {
            var won = new List<(AppendResult Result, Commit Commit)>();
            for (var round = 0; round < rounds; round++)
            {
                // Everybody wants the same versions of the same streams, and something of their own.
                var heads = await Task.WhenAll(Enumerable.Range(0, streams).Select(s => store.ReadHead(Sample.Stream($"s-{s}"))));
                var number = ((writer * rounds) + round) * 100;
                Commit[] batch =
                [
                    .. heads.Select((head, s) => Sample.Commit(head.Stream, ExpectedVersion.Exactly(head), number + s)),
                    Sample.Commit(Sample.Stream("any"), ExpectedVersion.Any, number + 50),
                    Sample.Commit(Sample.Stream($"own-{writer}"), ExpectedVersion.Exactly(round), number + 60),
                ];
                var results = await store.Append(batch);
                results.TakeLast(2).Should().AllBeOfType<AppendResult.Committed>("neighbours of a stale commit do not fail");
                results.Should().OnlyContain(r => r is AppendResult.Committed || r is AppendResult.Conflict);
                won.AddRange(results.Zip(batch).Where(r => r.First is AppendResult.Committed));
            }

            return won;
        })));

        var all = await stores[0].All();
        // Recomputed from nothing but their order: positions, versions, both hash chains.
        all.Should().Equal(Recomputed(all));
        all.Select(c => (c.Stream, c.Content.CommandId)).Should().BeEquivalentTo(answers.SelectMany(a => a).Select(a => (a.Commit.Stream, a.Commit.Content.CommandId)));
        foreach (var (result, commit) in answers.SelectMany(a => a))
            all[(int)((AppendResult.Committed)result).Position - 1].Should().Match<RecordedCommit>(c => c.Stream == commit.Stream && c.Content == commit.Content);
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Heads_that_a_writer_remembers_do_not_outlive_what_a_rival_wrote()
    {
        var stream = Sample.Stream();
        await using var one = await _database.Open();
        await using var two = await _database.Open();
        await one.Append([Sample.Commit(stream, ExpectedVersion.None, 1)]);
        await two.Append([Sample.Commit(stream, ExpectedVersion.Exactly(1), 2)]);
        var rival = await two.ReadHead(stream);
        // As a grain that has moved here knows the stream, as one does that stayed, and as one that does not look.
        (await one.Append([Sample.Commit(stream, ExpectedVersion.Exactly(1), 3)])).Should().Equal(new AppendResult.Conflict(ExpectedVersion.Exactly(1), 2));
        (await one.Append([Sample.Commit(stream, ExpectedVersion.Exactly(rival), 4)])).Should().AllBeOfType<AppendResult.Committed>();
        await two.Append([Sample.Commit(stream, ExpectedVersion.Any, 5)]);
        (await one.Append([Sample.Commit(stream, ExpectedVersion.Any, 6)])).Single().Should().BeOfType<AppendResult.Committed>().Which.LastVersion.Should().Be(5);
        var all = await one.All();
        all.Should().Equal(Recomputed(all)).And.HaveCount(5);
    }

    [Fact]
    public async Task A_stream_that_is_only_guarded_is_not_made()
    {
        await using var store = await _database.Open();
        var guard = new Guard(new(Sample.Stream("guarded"), 0, CommitHash.Zero));
        await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1) with { Guards = [guard] }]);
        // Decided under the lock.
        (await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.None, 2), Sample.Commit(Sample.Stream(), ExpectedVersion.Any, 3) with { Guards = [guard] }]))
            .Select(r => r.GetType().Name).Should().Equal("Conflict", "Committed");
        (await _database.Database.Value<string>("SELECT string_agg(name, ' ') FROM township.streams")).Should().Be(Sample.Stream().ToString());
    }

    [Fact]
    public async Task More_streams_than_are_remembered_are_appended_to()
    {
        await using var store = await _database.Open(o => o.CachedHeads = 4);
        for (var round = 0; round < 3; round++)
        {
            var version = ExpectedVersion.Exactly(round);
            var batch = Enumerable.Range(1, 20).Select(n => Sample.Commit(Sample.Stream($"s-{n}"), version, (round * 20) + n)).ToArray();
            (await store.Append(batch)).Should().AllBeOfType<AppendResult.Committed>();
        }
    }

    [Fact]
    public async Task A_head_that_the_writer_has_never_seen_is_checked_by_the_server()
    {
        var stream = Sample.Stream();
        await using (var first = await _database.Open()) await first.Append([Sample.Commit(stream, ExpectedVersion.None, 1, events: 3)]);
        await using var store = await _database.Open();
        var head = await store.ReadHead(stream);
        foreach (var stale in (StreamHead[])[head with { Hash = CommitHash.Zero }, head with { Version = 2 }, head with { Version = 4 }])
        {
            var expected = ExpectedVersion.Exactly(stale);
            (await store.Append([Sample.Commit(stream, expected, 2)])).Should().Equal(new AppendResult.Conflict(expected, 3));
        }

        (await store.Append([Sample.Commit(stream, ExpectedVersion.Exactly(head), 2)])).Should().AllBeOfType<AppendResult.Committed>();
    }

    internal static List<RecordedCommit> Recomputed(IEnumerable<RecordedCommit> commits)
    {
        var (log, heads, recomputed) = (new LogHead(0, CommitHash.Zero), new Dictionary<StreamId, StreamHead>(), new List<RecordedCommit>());
        foreach (var commit in commits)
        {
            var next = RecordedCommit.Following(log, heads.GetValueOrDefault(commit.Stream) ?? new(commit.Stream, 0, CommitHash.Zero), commit.Content);
            recomputed.Add(next);
            (log, heads[commit.Stream]) = (next.LogHead, next.StreamHead);
        }

        return recomputed;
    }
}
