using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Township.Counters;
using Township.Pledges;
using static Township.Pledges.PledgeEvent;

namespace Township;

/// <summary>Views in a SQLite file beside the store, kept by the silo.</summary>
[Collection(nameof(HostedTownship))]
public sealed class ViewTests : IDisposable
{
    static readonly MessageCatalogue<PledgeEvent> Events = AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance.Events;

    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    [Fact]
    public async Task What_happens_to_pledges_is_in_the_table_at_once_and_after_a_restart()
    {
        DateOnly first = new(2026, 2, 27), later = new(2026, 3, 2);
        await using (var township = await HostedTownship.Start(_folder))
        {
            await Happened(township, "c-017.2026-03", new Written([], 1, first), new StatementRecorded("m-1", later, "…"), new Pledged(later, Late: true));
            await Happened(township, "c-017.2026-03", new Verified(Verdict.Unfulfilled, [], "c-001", VerifierCapacity.Office, later));
            await Happened(township, "c-018.2026-03", new Missed());
            await Shows(3, new PledgeMonthTotals("2026-03", Pledged: 1, Late: 1, Amended: 0, Exempt: 0, Missed: 1, Left: 0, Fulfilled: 0, Unfulfilled: 1));
        }

        await using (var township = await HostedTownship.Start(_folder))
        {
            await Happened(township, "c-018.2026-03", new MissedReversed("…", "c-001"));
            await Shows(4, new PledgeMonthTotals("2026-03", 1, 1, 0, 0, Missed: 0, 0, 0, 1));
        }
    }

    [Fact]
    public async Task A_commit_that_the_view_cannot_handle_degrades_health_and_stops_no_command()
    {
        await using var township = await HostedTownship.Start(_folder);
        await Happened(township, "not-a-pledge", new Missed());
        var health = township.Silo.GetRequiredService<HealthCheckService>();
        HealthReportEntry entry;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        do entry = (await health.CheckHealthAsync(check => check.Name == "subscriptions", deadline.Token)).Entries["subscriptions"];
        while (entry.Status == HealthStatus.Healthy);
        entry.Should().Match<HealthReportEntry>(e => e.Status == HealthStatus.Degraded && e.Description!.StartsWith("pledge_months stopped before 1 (pledge/huimin/not-a-pledge): FormatException"));
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        (await township.Grains.GetGrain<ICounterGrain>("huimin/n-1").Execute(new CounterCommand.Add(1))).Accepted.Should().BeTrue();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    static async Task Happened(HostedTownship township, string pledge, params PledgeEvent[] events)
    {
        var content = CommitContent.From(
            new(Guid.CreateVersion7(), new("pledge.test", 1, JsonBytes.From("{}"))), new(new("c-001", "huimin", []), "view tests"), DateTimeOffset.UnixEpoch, new("", "", ""), [], [.. events.Select(Events.Serialize)]);
        var committer = township.Services.Committer;
        (await committer.Append(await committer.Admit(), new(new("pledge", "huimin", pledge), ExpectedVersion.Any, content))).Should().BeOfType<AppendResult.Committed>();
    }

    async Task Shows(long position, params PledgeMonthTotals[] totals)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "township-views.db")};Pooling=false");
        await using var place = new EventSourcing.Sqlite.SqliteSubscriptionPlace(Path.Combine(_folder, "township-views.db"));
        await place.Prepare();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await place.Find(PledgeMonths.Table, deadline.Token))?.Live is not { } live || live.Position < position) await Task.Yield();
        await connection.OpenAsync();
        (await connection.PledgeTotals("huimin")).Should().Equal(totals);
    }
}
