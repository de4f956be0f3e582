using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Township.AheadStreams;
using Township.Counters;
using Township.Testing.Postgres;
using static Township.Counters.CounterCommand;

namespace Township;

/// <summary>A silo whose clock was ahead, or is: nothing is dated in the future unnoticed.</summary>
[Collection(nameof(HostedTownship))]
public sealed class ClockTests : IDisposable
{
    static readonly Actor Leader = new("c-002", "huimin", [Roles.Leader]);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("township-clock-");
    readonly SetClock _clock = new();
    readonly LogLines _log = new();

    [Fact]
    public async Task A_stream_that_was_decided_a_month_ahead_goes_on_after_a_leader_has_said_so()
    {
        await using var township = await OnSqlite(isChecked: true);
        using var _ = CallerContext.Use(Leader);
        await Count(township, "n-2");
        _clock.Ahead = TimeSpan.FromDays(30);
        await Count(township, "n-1");
        _clock.Ahead = TimeSpan.Zero;

        (await Failure(township, "n-1")).Should().Be((FailureKind.StreamAhead, false));
        await Count(township, "n-2");
        (await Health(township)).Should().Be((HealthStatus.Healthy, "SetClock"), "one stream does not make a silo unready");
        _log.Lines.Should().ContainSingle(l => l.StartsWith("Error: A stream accepts no commands: counter/huimin/n-1 was last decided at", StringComparison.Ordinal));

        var last = (await township.Services.Store.ReadStream(new("counter", "huimin", "n-1"), StreamRange.All).SingleAsync()).DecidedAt;
        var record = township.Grains.GetGrain<IAheadStreamGrain>("huimin/counter.n-1");
        var acknowledge = new AheadStreamCommand.Acknowledge(last, "服务器时钟快了 30 天");
        using (CallerContext.Use(Leader with { Roles = [Roles.Office] }))
            (await record.Execute(acknowledge with { CommandId = Guid.CreateVersion7() })).Refusal.Should().Be(CommonRefusals.NotEntitled.With(Roles.Leader));
        (await Failure(township, "n-1")).Should().Be((FailureKind.StreamAhead, false));

        (await record.Execute(acknowledge)).Should().Be(new Outcome(OutcomeKind.Accepted, 1));
        await Count(township, "n-1");
        (await DecidedAt(township, "counter", "n-1")).Should().Equal(last, last);
        (await DecidedAt(township, "ahead-stream", "counter.n-1")).Should().OnlyContain(at => at < last, "the record is dated by the clock that is right");
    }

    [Fact]
    public async Task An_injected_clock_is_exempt_and_named_at_the_start()
    {
        await using var township = await OnSqlite(isChecked: null);
        using var _ = CallerContext.Use(Leader);
        _clock.Ahead = TimeSpan.FromDays(30);
        await Count(township, "n-1");
        _clock.Ahead = TimeSpan.Zero;
        await Count(township, "n-1");
        (await Health(township)).Should().Be((HealthStatus.Healthy, "SetClock (injected, not checked)"));
        _log.Lines.Should().ContainSingle(l => l == "Warning: Decisions use the clock SetClock (injected, not checked), which is for samples and tests only.");
    }

    [Theory, InlineData(600), InlineData(-600)]
    public async Task A_silo_whose_clock_differs_from_the_databases_refuses_all_until_they_agree(int seconds)
    {
        await using var database = await PostgresDatabase.Create();
        await using var township = await Start(o => (o.Store.Provider, o.Store.ConnectionString, o.Clock) = (StoreProviders.Postgres, database.ConnectionString, _clock), isChecked: true);
        using var _ = CallerContext.Use(Leader);
        await Count(township, "n-1");
        (await Health(township)).Should().Be((HealthStatus.Healthy, "SetClock, compared with the database server's"));

        _clock.Ahead = TimeSpan.FromSeconds(seconds);
        foreach (var id in (string[])["n-1", "n-2", "n-3"]) (await Failure(township, id)).Should().Be((FailureKind.ClockDiffers, true));
        var (status, reason) = await Health(township);
        (status, reason[.."The silo's clock is 00:09:".Length]).Should().Be((HealthStatus.Unhealthy, "The silo's clock is 00:09:"));
        await Logged("Error: No commands are accepted: The silo's clock is 00:09:");
        (await township.Grains.GetGrain<ICounterGrain>("huimin/n-1").View()).Version.Should().Be(1, "what is there can be read");

        _clock.Ahead = TimeSpan.Zero;
        await Count(township, "n-1");
        await Logged("Information: The silo's clock and the database server's agree again");
        (await Health(township)).Status.Should().Be(HealthStatus.Healthy);
        (await township.Services.Store.ReadAll().ToListAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_silo_that_starts_with_a_wrong_clock_takes_nothing_from_the_start()
    {
        await using var database = await PostgresDatabase.Create();
        _clock.Ahead = TimeSpan.FromDays(-1);
        await using var township = await Start(o => (o.Store.Provider, o.Store.ConnectionString, o.Clock) = (StoreProviders.Postgres, database.ConnectionString, _clock), isChecked: true);
        using var _ = CallerContext.Use(Leader);
        (await Failure(township, "n-1")).Should().Be((FailureKind.ClockDiffers, true));
    }

    [Theory, InlineData("00:00:00.5"), InlineData("01:00:01")]
    public async Task A_bound_that_makes_no_sense_is_told(string tolerance)
    {
        var start = () => HostedTownship.Start(o => (o.Store.Provider, o.ClockTolerance) = (StoreProviders.Memory, TimeSpan.Parse(tolerance, null)));
        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("Township:ClockTolerance must be from 1 second to 1 hour.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    Task<HostedTownship> OnSqlite(bool? isChecked) =>
        Start(o => (o.Store.ConnectionString, o.Clock) = ($"Data Source={Path.Combine(_folder.FullName, "township.db")}", _clock), isChecked);

    Task<HostedTownship> Start(Action<TownshipOptions> configure, bool? isChecked) => HostedTownship.Start(configure, more: silo =>
    {
        silo.Services.AddLogging(logs => logs.AddProvider(_log));
        silo.Services.Configure<EventSourcingOptions>(o => (o.ChecksClock, o.ClockComparedEvery) = (isChecked, TimeSpan.FromMilliseconds(20)));
    });

    async Task Logged(string line)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!_log.Lines.Any(l => l.StartsWith(line, StringComparison.Ordinal))) await pace.WaitForNextTickAsync(deadline.Token);
    }

    static async Task Count(HostedTownship township, string id) =>
        (await township.Grains.GetGrain<ICounterGrain>($"huimin/{id}").Execute(new Add(1))).Kind.Should().Be(OutcomeKind.Accepted);

    static async Task<(FailureKind, bool)> Failure(HostedTownship township, string id)
    {
        var add = () => township.Grains.GetGrain<ICounterGrain>($"huimin/{id}").Execute(new Add(1));
        var failure = (await add.Should().ThrowAsync<AggregateFailureException>()).Which;
        return (failure.Kind, failure.MayRetry);
    }

    static async Task<(HealthStatus Status, string Reason)> Health(HostedTownship township)
    {
        var report = await township.Silo.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));
        var clock = report.Entries["clock"];
        report.Status.Should().Be(clock.Status);
        return (clock.Status, clock.Description!);
    }

    static async Task<List<DateTimeOffset>> DecidedAt(HostedTownship township, string category, string id) =>
        await township.Services.Store.ReadStream(new(category, "huimin", id), StreamRange.All).Select(c => c.DecidedAt).ToListAsync();
}
