using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>The silo's clock against the server's. Both are set by hand; how long a comparison takes is told by the real stopwatch.</summary>
public sealed class ClockGuardTests : IStoreClock
{
    static readonly TimeSpan Minutes = TimeSpan.FromMinutes(1);

    // So far away from the bound that no pause of a busy machine between two lines can matter.
    readonly FakeTimeProvider _clock = new(Bank.Start);
    readonly ClockGuard _guard;
    DateTimeOffset _server = Bank.Start;
    Exception? _failure;

    public ClockGuardTests() => _guard = new(_clock, 30 * Minutes, isChecked: true);

    [Theory, InlineData(0), InlineData(10), InlineData(-10)]
    public async Task Within_the_bound_the_clock_tells_the_time(int minutes)
    {
        _server = Bank.Start + (minutes * Minutes);
        await _guard.Compare(this);
        (_guard.Now(), _guard.IsOff).Should().Be((Bank.Start, false));
    }

    [Theory, InlineData(60, "behind", "慢"), InlineData(-60, "ahead of", "快")]
    public async Task Beyond_it_the_clock_tells_none(int minutes, string english, string chinese)
    {
        _server = Bank.Start + (minutes * Minutes);
        await _guard.Compare(this);
        var failure = _guard.Invoking(g => g.Now()).Should().Throw<ClockDiffersException>().Which;
        failure.Message.Should().Contain($"{english} the").And.Contain(chinese);
        failure.Difference.Should().BeCloseTo(minutes * -Minutes, 20 * Minutes);
        _guard.IsOff.Should().BeTrue();
    }

    [Fact]
    public async Task A_clock_that_is_set_between_two_comparisons_is_noticed_at_once_and_trusted_again_at_once()
    {
        await _guard.Compare(this);
        _clock.AdjustTime(Bank.Start.AddDays(30));
        _guard.Invoking(g => g.Now()).Should().Throw<ClockDiffersException>();
        _clock.AdjustTime(Bank.Start);
        _guard.Now().Should().Be(Bank.Start);
    }

    [Fact]
    public async Task It_goes_on_when_a_comparison_shows_that_the_two_agree_again()
    {
        _server = Bank.Start.AddDays(1);
        await _guard.Compare(this);
        _guard.IsOff.Should().BeTrue();
        _server = Bank.Start;
        await _guard.Compare(this);
        _guard.Now().Should().Be(Bank.Start);
    }

    [Fact]
    public async Task An_injected_clock_is_not_compared_and_says_so()
    {
        var injected = ClockGuard.Of(_clock);
        _failure = new InvalidOperationException("Nobody need be asked.");
        await injected.Compare(this);
        (injected.Now(), injected.Difference, $"{injected}").Should().Be((Bank.Start, null, "FakeTimeProvider (injected, not checked)"));
    }

    [Fact]
    public async Task The_watch_says_when_they_differ_and_when_they_agree_again_once_each()
    {
        var log = new LogList();
        await using var watch = await ClockWatch.Start(_guard, this, Timeout.InfiniteTimeSpan, log);
        Differences().Should().ContainSingle(d => Math.Abs(d) < 1200);
        _server = Bank.Start.AddDays(30);
        await watch.Look();
        await watch.Look();
        Differences().Should().ContainSingle(d => d < -2_500_000);
        _failure = new StoreUnavailableException("The server is away.");
        await watch.Look();
        _guard.IsOff.Should().BeTrue("the last comparison holds while there is no other");
        (_failure, _server) = (null, Bank.Start);
        await watch.Look();

        log.Lines.Select(l => (l.Level, l.Message[..22])).Should().Equal(
            (LogLevel.Error, "No commands are accept"), (LogLevel.Debug, "The silo's clock could"), (LogLevel.Information, "The silo's clock and t"));
    }

    public async Task<DateTimeOffset> ReadClock(CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return _failure is null ? _server : throw _failure;
    }

    static List<double> Differences()
    {
        var measured = new List<double>();
        using var meters = new MeterListener();
        meters.SetMeasurementEventCallback<double>((_, value, _, _) => measured.Add(value));
        meters.Start();
        meters.EnableMeasurementEvents(TownshipDiagnostics.ClockDifference);
        meters.RecordObservableInstruments();
        return measured;
    }
}
