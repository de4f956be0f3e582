using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Township.Counters;
using Township.Pledges;
using static Township.Pledges.PledgeEvent;

namespace Township;

/// <summary>Views that silos keep, in whatever database.</summary>
[Collection(nameof(HostedTownship))]
public abstract class ReadModelTests
{
    static readonly DateOnly First = new(2026, 2, 27), Later = new(2026, 3, 2);

    [Fact]
    public async Task What_happens_to_pledges_is_in_the_table_at_once_and_after_a_restart()
    {
        await using (var township = await HostedTownship.Start(Configure))
        {
            await township.Happened("c-017.2026-03", new Written([], 1, First), new StatementRecorded("m-1", Later, "…"), new Pledged(Later, Late: true));
            await township.Happened("c-017.2026-03", new Verified(Verdict.Unfulfilled, [], "c-001", VerifierCapacity.Office, Later));
            await township.Happened("c-018.2026-03", new Missed());
            await Shows(3, new PledgeMonthTotals("2026-03", Pledged: 1, Late: 1, Amended: 0, Exempt: 0, Missed: 1, Left: 0, Fulfilled: 0, Unfulfilled: 1));
        }

        await using (var township = await HostedTownship.Start(Configure))
        {
            await township.Happened("c-018.2026-03", new MissedReversed("…", "c-001"));
            await Shows(4, new PledgeMonthTotals("2026-03", 1, 1, 0, 0, Missed: 0, 0, 0, 1));
        }
    }

    [Fact]
    public async Task A_commit_that_the_view_cannot_handle_degrades_health_and_stops_no_command()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("not-a-pledge", new Missed());
        var health = township.Silo.GetRequiredService<HealthCheckService>();
        HealthReportEntry entry;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        do entry = (await health.CheckHealthAsync(check => check.Name == "subscriptions", deadline.Token)).Entries["subscriptions"];
        while (entry.Description?.Contains("stopped") != true);
        entry.Should().Match<HealthReportEntry>(e => e.Status == HealthStatus.Degraded && e.Description!.StartsWith("pledge_months stopped before 1 (pledge/huimin/not-a-pledge): FormatException"));
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        (await township.Grains.GetGrain<ICounterGrain>("huimin/n-1").Execute(new CounterCommand.Add(1))).Accepted.Should().BeTrue();
    }

    [Theory, InlineData(1), InlineData(3), InlineData(500)]
    public async Task However_commits_are_cut_into_batches_the_rows_are_the_same(int batch)
    {
        var store = new MemoryEventStore();
        PledgeEvent[][] ann = [[new Written([], 1, First)], [new StatementRecorded("m-1", Later, "…")], [new Pledged(Later, Late: true)], [new Rewritten([], 2, Later)], [new Pledged(Later, Late: false)]];
        PledgeEvent[][] ben = [[new Exempted(ExemptionKind.Leave, "…", "c-001")], [new ExemptionRevoked("…", "c-001")], [new Missed()], [new MissedReversed("…", "c-001")], [new Released(Later)]];
        PledgeEvent[][] eve = [PledgeHistory.Amended(1), PledgeHistory.Amended(2), [new Verified(Verdict.Fulfilled, [], "c-001", default, Later)]];
        for (var i = 0; i < 5; i++)
            foreach (var (id, events) in new[] { ("c-1", ann), ("c-2", ben), ("c-3", eve) })
                if (i < events.Length) await store.Append([PledgeHistory.Commit($"{id}.2026-03", events[i]), PledgeHistory.Commit($"{id}.2026-0{4 + i}", new Missed())]);

        (await Totals(store, batch)).Should().Equal(
            new PledgeMonthTotals("2026-03", Pledged: 2, Late: 0, Amended: 2, Exempt: 0, Missed: 0, Left: 1, Fulfilled: 1, Unfulfilled: 0),
            Missed("2026-04", 3), Missed("2026-05", 3), Missed("2026-06", 3), Missed("2026-07", 2), Missed("2026-08", 2));

        static PledgeMonthTotals Missed(string month, int count) => new(month, 0, 0, 0, 0, count, 0, 0, 0);
    }

    [Fact]
    public async Task A_batch_may_touch_more_rows_than_fit_into_one_statement()
    {
        const int pledges = 600;
        var store = new MemoryEventStore();
        foreach (var events in (PledgeEvent[][])[PledgeHistory.Amended(1), [new Verified(Verdict.Fulfilled, [], "c-001", default, Later)]])
            await store.Append([.. Enumerable.Range(0, pledges).Select(n => PledgeHistory.Commit($"c-{n}.2026-03", events))]);
        (await Totals(store, batch: pledges)).Should().Equal(new PledgeMonthTotals("2026-03", Pledged: pledges, 0, Amended: pledges, 0, 0, 0, Fulfilled: pledges, 0));
    }

    async Task<IReadOnlyList<PledgeMonthTotals>> Totals(MemoryEventStore store, int batch)
    {
        await using var checkpoints = Checkpoints();
        var worker = new SubscriptionWorker(Subscription.Of(PledgeHistory.Model, checkpoints), store, new() { MaxBatchCommits = batch }, TimeProvider.System, NullLogger.Instance);
        await worker.Take("test");
        while (await worker.Work()) { }

        await using var connection = Connect();
        await connection.OpenAsync();
        return await connection.PledgeTotals("huimin");
    }

    protected abstract void Configure(TownshipOptions options);

    /// <summary>The place that the silo uses, opened beside it.</summary>
    protected abstract ICheckpointStore<DbTransaction> Checkpoints();

    /// <summary>As programs outside connect.</summary>
    protected abstract DbConnection Connect();

    protected async Task Shows(long position, params PledgeMonthTotals[] totals)
    {
        await using var checkpoints = Checkpoints();
        await checkpoints.Reaches(PledgeHistory.View, position);
        await using var connection = Connect();
        await connection.OpenAsync();
        (await connection.PledgeTotals("huimin")).Should().Equal(totals);
    }
}
