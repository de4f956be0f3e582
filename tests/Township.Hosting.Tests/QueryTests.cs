using System.Data.Common;
using Township.Promises;
using static Township.Promises.PromiseEvent;
using static Township.QueryScenes;

namespace Township;

/// <summary>What clients ask of the read models, through a silo, in whatever database.</summary>
[Collection(nameof(HostedTownship))]
public abstract partial class QueryTests
{
    static readonly PageRequest All = new(100);

    [Fact]
    public async Task Parts_of_a_list_follow_each_other_without_gap_or_repetition()
    {
        await using var township = await HostedTownship.Start(Configure);
        var position = 0L;
        // Two of each due day, so that the day alone does not say where to go on.
        for (var n = 1; n <= 7; n++) position = await township.Happened($"promise/huimin/2026-01.{n}", Promised(n, new(2026, 4, 1 + (n / 2))));
        await Shown("promises", position);

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var promises = township.Grains.GetGrain<IPromiseQueriesGrain>("huimin");
        var (seen, next, parts) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await promises.List(new(), new(3, next));
            page.Items.Count.Should().BeInRange(1, 3);
            seen.AddRange(Ids(page));
            (next, parts) = (page.Next, parts + 1);
        }
        while (next is not null);

        (seen, parts).Should().BeEquivalentTo((Enumerable.Range(1, 7).Select(n => $"2026-01.{n}").ToList(), 3));
    }

    [Theory]
    [InlineData(0, null, "Limit")]
    [InlineData(501, null, "Limit")]
    [InlineData(10, "nonsense!", "After")]
    [InlineData(10, "WyJ4Il0", "After")] // ["x"]: of a list with another order.
    [InlineData(10, "W251bGwsIngiXQ", "After")] // [null,"x"]
    [InlineData(10, "WyJ4IiwieSJd", "After")] // ["x","y"]: no day.
    public async Task A_part_that_cannot_be_is_refused(int limit, string? after, string what)
    {
        await using var township = await HostedTownship.Start(Configure);
        await Shown("promises", 0);
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        (await Refused(() => township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), new(limit, after)))).Should().Match<Refusal>(r =>
            r.Code == "query.malformed" && r.Arguments[0] == what);
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_answers_and_an_anonymous_caller_or_one_of_another_township_gets_none()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("promise/huimin/2026-01.1", Promised(1, new(2026, 4, 10)), new Reminded(1, new(2026, 4, 7)));
        var position = await township.Happened("promise/huimin/2026-01.1", new BecameOverdue(1, new(2026, 4, 10), "c-002", new(2026, 4, 13)));
        await Shown("promises", position);
        var promises = township.Grains.GetGrain<IPromiseQueriesGrain>("huimin");
        (await Refused(() => promises.List(new(), All))).Code.Should().Be("query.no-caller");
        using (CallerContext.Use(new("ann", "dongfeng", [Roles.Office])))
            (await Refused(() => promises.Due(default, default, All))).Code.Should().Be("query.not-your-township");

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var before = await promises.List(new(), All);
        await using (var checkpoints = Checkpoints())
        {
            var rebuilt = (await checkpoints.Change("promises", record => record.Rebuild(DateTimeOffset.UnixEpoch))).LastBuild;
            await Eventually.Holds(async () => (await checkpoints.Find("promises"))!.Live!.Number == rebuilt);
        }

        (await promises.List(new(), All)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task The_statements_of_the_document_run()
    {
        await using var township = await HostedTownship.Start(Configure);
        foreach (var view in TownshipReadModels.All) await Shown(view.Name, 0);
        await using var connection = Connect();
        await connection.OpenAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "read-models.md"));
        var statements = document.Split("```sql\n")[1].Split("```")[0].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        statements.Should().HaveCountGreaterThan(5);
        foreach (var statement in statements)
        {
            await using var query = connection.CreateCommand();
            query.CommandText = statement;
            await using var rows = await query.ExecuteReaderAsync();
            (await rows.ReadAsync()).Should().BeFalse();
        }
    }

    [Fact]
    public async Task Without_read_models_queries_say_so()
    {
        await using var township = await HostedTownship.Start(options =>
        {
            Configure(options);
            options.ReadModels.Enabled = false;
        });
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var asking = () => township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), All);
        (await asking.Should().ThrowAsync<ReadModelsUnavailableException>()).Which.Should().Match<ReadModelsUnavailableException>(e => e.Reason == ReadModelsUnavailable.SwitchedOff && !e.MayRetry);
    }

    [Fact]
    public async Task A_view_that_stands_still_says_so_and_one_that_was_never_complete_is_not_shown()
    {
        // No history begins like this, so the view cannot handle it.
        PromiseEvent poison = new Fulfilled(new(2026, 4, 1), false, "…", "c-001", new(2026, 4, 1));
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using (var township = await HostedTownship.Start(Configure))
        {
            var position = await township.Happened("promise/huimin/2026-01.1", Promised(1, new(2026, 4, 10)));
            await Shown("promises", position);
            await township.Happened("promise/huimin/2026-01.2", poison);
            Page<PromiseRow> page;
            do page = await township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), All, deadline.Token);
            while (!page.StandsStill);
            (Ids(page).Single(), page.Position).Should().Be(("2026-01.1", position));
        }

        await using (var checkpoints = Checkpoints()) await checkpoints.Change("promises", record => record with { Builds = [] });
        await using (var township = await HostedTownship.Start(Configure))
        {
            await using var checkpoints = Checkpoints();
            await Eventually.Holds(async () => (await checkpoints.Find("promises"))?.Builds is [{ Failure: not null }]);
            var asking = () => township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), All);
            (await asking.Should().ThrowAsync<ReadModelsUnavailableException>()).Which.Should().Match<ReadModelsUnavailableException>(e => e.Reason == ReadModelsUnavailable.NotBuiltYet && e.MayRetry);
        }
    }

    void Configure(TownshipOptions options)
    {
        Store(options);
        // What was due in these histories is long past: the system would mark it as overdue.
        options.Deadlines.Enabled = false;
    }

    /// <summary>Where the history is, and the read models beside it.</summary>
    protected abstract void Store(TownshipOptions options);

    /// <summary>The place that the silo uses, opened beside it.</summary>
    protected abstract ICheckpointStore<DbTransaction> Checkpoints();

    /// <summary>As reporting tools connect.</summary>
    protected abstract DbConnection Connect();

    async Task Shown(string view, long position)
    {
        await using var checkpoints = Checkpoints();
        await checkpoints.Reaches(view, position);
    }

    static async Task<Refusal> Refused<T>(Func<Task<T>> query) => (await query.Should().ThrowAsync<QueryRefusedException>()).Which.Refusal;
}
