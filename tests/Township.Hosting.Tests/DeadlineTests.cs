using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Township.Measures;
using Township.Testing.Silo;

namespace Township;

/// <summary>What is due is sent by the silos: with a real clock, with a fake one, after a month, and by another silo when one dies.</summary>
[Collection(nameof(HostedTownship))]
public abstract class DeadlineTests
{
    static readonly DateTimeOffset Start = new(2026, 4, 10, 1, 0, 0, TimeSpan.Zero);

    protected abstract void Configure(TownshipOptions options);

    [Fact]
    public async Task With_a_real_clock_each_rings_once_and_not_before_its_moment()
    {
        await using var township = await Hosted(TimeProvider.System);
        var soon = DateTimeOffset.UtcNow.AddSeconds(2);
        await Set(township, "a", [.. Enumerable.Range(0, 20).Select(n => soon.AddMilliseconds(n * 20))]);
        var rung = await Rung(township, 20);
        rung.Select(r => r.DueAt).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        rung.Should().OnlyContain(r => r.At >= r.DueAt);
    }

    [Fact]
    public async Task With_a_fake_clock_each_rings_when_the_clock_says_so()
    {
        var clock = new FakeTimeProvider(Start);
        await using var township = await Hosted(clock);
        await Set(township, "a", Start.AddMinutes(30), Start.AddHours(1), Start.AddDays(100));
        clock.Advance(TimeSpan.FromMinutes(30));
        (await Rung(township, 1)).Select(r => r.At).Should().Equal(Start.AddMinutes(30));
        // One that is earlier than what the dispatcher sleeps until wakes it.
        await Set(township, "b", Start.AddMinutes(31));
        clock.Advance(TimeSpan.FromMinutes(1));
        (await Rung(township, 2)).Select(r => r.At).Should().Equal(Start.AddMinutes(30), Start.AddMinutes(31));
        clock.Advance(TimeSpan.FromDays(100));
        (await Rung(township, 4)).Select(r => r.DueAt).Should().Equal(Start.AddMinutes(30), Start.AddMinutes(31), Start.AddHours(1), Start.AddDays(100));
    }

    [Fact]
    public async Task Stopped_for_a_month_the_silo_catches_up_in_order_and_once()
    {
        var moments = Enumerable.Range(1, 12).Select(n => Start.AddDays(n)).ToArray();
        await using (var before = await Hosted(new FakeTimeProvider(Start))) await Task.WhenAll(Set(before, "a", moments), Set(before, "b", [.. moments.Reverse()]));
        await using (var after = await Hosted(new FakeTimeProvider(Start.AddDays(31))))
        {
            var rung = await Rung(after, 24);
            rung.Select(r => r.DueAt).Should().BeInAscendingOrder();
            rung.Should().OnlyContain(r => r.At == Start.AddDays(31));
        }

        await using var again = await Hosted(new FakeTimeProvider(Start.AddDays(62)));
        await Set(again, "c", Start.AddDays(62));
        (await Rung(again, 25)).Should().HaveCount(25);
    }

    [Fact]
    public async Task P5_A_measure_becomes_overdue_by_the_system_at_midnight_in_Asia_Shanghai()
    {
        var clock = new FakeTimeProvider(Start);
        await using var township = await Hosted(clock);
        var stream = new StreamId("measure", "huimin", "c-017.2026-03");
        var type = Measure.Type;
        var opened = new MeasureEvent.Opened(Notices.MeasureKind.Rectify, "c-017", new(new(2026, 4, 27), "cn-2026.1", false), "c-003", new(2026, 4, 10), "pledge/1");
        await township.Services.Committer.Append(await township.Services.Committer.Admit(), new(stream, ExpectedVersion.None, CommitContent.From(
            new(Guid.CreateVersion7(), new("measure.test", 1, JsonBytes.From("{}"))), new(new("c-003", "huimin", []), "measures"), Start, new(1, "", "", ""), [], [type.Events.Serialize(opened)])));
        clock.Advance(new DateTimeOffset(2026, 4, 27, 16, 0, 0, TimeSpan.Zero) - Start);
        var overdue = (await Stored(township, stream, 2))[1];
        type.Events.Deserialize(overdue.Events.Single()).Should().Be(new MeasureEvent.BecameOverdue(new(2026, 4, 28)));
        overdue.Actor.Should().Be(new Actor("deadlines", "huimin", [Roles.System]));
        overdue.Content.CorrelationId.Should().Be("measures");
    }

    [Fact]
    public async Task Where_it_is_switched_off_nothing_is_sent_and_nothing_lost()
    {
        await using (var off = await HostedTownship.Start(o =>
        {
            Configure(o);
            o.Deadlines.Enabled = false;
        }))
        {
            off.Silo.GetService<DeadlineProjection>().Should().BeNull();
            await Set(off, "a", Start);
        }

        await using var on = await Hosted(TimeProvider.System);
        (await Rung(on, 1)).Select(r => r.DueAt).Should().Equal(Start);
    }

    protected Task<HostedTownship> Hosted(TimeProvider clock, short silos = 1) => HostedTownship.Start(
        o =>
        {
            Configure(o);
            o.Clock = clock;
        },
        silos, silo => silo.AddDeadlines());

    protected static async Task Set(HostedTownship township, string id, params DateTimeOffset[] moments)
    {
        using var caller = CallerContext.Use(new("c-001", "huimin", []), "alarms");
        var times = moments.Select((at, n) => new AlarmTime($"t-{n}", at));
        (await township.Grains.GetGrain<IAlarmGrain>($"huimin/{id}").Execute(new AlarmCommand.Set([.. times]))).Accepted.Should().BeTrue();
    }

    /// <summary>What rang, in the order of the store, once so many did.</summary>
    protected static async Task<List<AlarmEvent.Rang>> Rung(HostedTownship township, int count)
    {
        var rung = new List<AlarmEvent.Rang>();
        await Eventually.Holds(async () =>
        {
            rung = await township.Services.Store.ReadAll().SelectMany(c => c.Events.Select(Alarm.Type.Events.Deserialize).OfType<AlarmEvent.Rang>().ToAsyncEnumerable()).ToListAsync();
            return rung.Count >= count;
        });
        return rung;
    }

    static async Task<List<RecordedCommit>> Stored(HostedTownship township, StreamId stream, int count)
    {
        var commits = new List<RecordedCommit>();
        await Eventually.Holds(async () => (commits = await township.Services.Store.ReadStream(stream, StreamRange.All).ToListAsync()).Count >= count);
        return commits;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteDeadlineTests : DeadlineTests, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-deadlines-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override void Configure(TownshipOptions options)
    {
        options.Store.ConnectionString = $"Data Source={Path.Combine(_folder, "township.db")}";
        // Deadlines do not need read models.
        options.ReadModels.Enabled = false;
    }

    [Fact]
    public async Task Switched_on_without_a_checkpoint_store_is_refused_at_the_start()
    {
        var starting = () => HostedTownship.Start(o =>
        {
            Configure(o);
            (o.Store.Provider, o.Deadlines.Enabled) = (StoreProviders.Memory, true);
        });
        (await starting.Should().ThrowAsync<Exception>()).And.ToString().Should().Contain("Township:Deadlines:Enabled is true, and beside a store in memory there is no checkpoint store; set Township:ReadModels:Provider.");
    }
}
