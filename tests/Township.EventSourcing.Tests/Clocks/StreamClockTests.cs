using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

/// <summary>A clock that was ahead for a while: the streams that were decided meanwhile wait for a person, the others do not.</summary>
public sealed class StreamClockTests : IAsyncDisposable, IAheadStreams
{
    static readonly TimeSpan Tolerance = ClockGuard.DefaultTolerance;

    readonly Bank _bank = new();
    readonly Dictionary<StreamId, DateTimeOffset> _acknowledged = [];
    readonly SessionServices _services;

    public StreamClockTests() => _services = _bank.Services with
    {
        Environment = _bank.Services.Environment with { Guard = new(_bank.Clock, Tolerance, isChecked: true) },
        AheadStreams = this,
    };

    [Fact]
    public async Task A_stream_that_was_decided_in_the_future_refuses_and_the_others_go_on()
    {
        await Open(Bank.B);
        await OpenAhead(TimeSpan.FromDays(30));
        var failure = (await Deposit(Bank.A).Awaiting(d => d).Should().ThrowAsync<StreamAheadException>()).Which;
        (failure.Stream, failure.Last).Should().Be((Bank.A, Bank.Start.AddDays(30)));
        failure.Message.Should().Contain("2026-02-04T01:00:00.000000Z").And.Contain("领导小组");

        (await Deposit(Bank.B)).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
        ((await DecidedAt(Bank.A)).Count, (await DecidedAt(Bank.B)).Count).Should().Be((1, 2));
    }

    [Fact]
    public async Task Up_to_the_bound_a_stream_goes_on_from_its_last_decision()
    {
        await OpenAhead(Tolerance);
        await Deposit(Bank.A);
        _bank.Clock.AdjustTime(Bank.Start.AddTicks(-10));
        await Deposit(Bank.A).Awaiting(d => d).Should().ThrowAsync<StreamAheadException>("it is a microsecond more");
        _bank.Clock.AdjustTime(Bank.Start.AddTicks(7));
        await Deposit(Bank.A);
        (await DecidedAt(Bank.A)).Should().Equal(Bank.Start + Tolerance, Bank.Start + Tolerance, Bank.Start + Tolerance);
    }

    [Fact]
    public async Task It_goes_on_when_a_person_has_said_so_and_refuses_again_when_the_clock_has_jumped_again()
    {
        await OpenAhead(TimeSpan.FromDays(30));
        _acknowledged[Bank.A] = Bank.Start.AddDays(31);
        await Deposit(Bank.A).Awaiting(d => d).Should().ThrowAsync<StreamAheadException>("what was said is about another moment");
        _acknowledged[Bank.A] = Bank.Start.AddDays(30);
        await Deposit(Bank.A);
        await Deposit(Bank.A);

        _bank.Clock.AdjustTime(Bank.Start.AddDays(60));
        await Deposit(Bank.A);
        _bank.Clock.AdjustTime(Bank.Start.AddHours(1));
        await Deposit(Bank.A).Awaiting(d => d).Should().ThrowAsync<StreamAheadException>();
        (await DecidedAt(Bank.A)).Select(at => (at - Bank.Start).TotalDays).Should().Equal(30, 30, 30, 60);
    }

    [Fact]
    public async Task It_goes_on_by_itself_when_the_world_has_caught_up()
    {
        await OpenAhead(TimeSpan.FromDays(30));
        _bank.Clock.AdjustTime(Bank.Start.AddDays(30));
        (await Deposit(Bank.A)).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
    }

    [Fact]
    public async Task One_session_refuses_before_and_goes_on_after()
    {
        await OpenAhead(TimeSpan.FromDays(30));
        var session = await Session(Bank.A);
        await session.Execute(new Deposit(1), Bank.Clerk).Awaiting(d => d).Should().ThrowAsync<StreamAheadException>();
        session.Lost.Should().BeFalse();
        _acknowledged[Bank.A] = Bank.Start.AddDays(30);
        (await session.Execute(new Deposit(1), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
    }

    [Fact]
    public async Task A_command_that_was_carried_out_is_answered_all_the_same()
    {
        var open = new Open("张三");
        _bank.Clock.AdjustTime(Bank.Start.AddDays(30));
        await (await Session(Bank.A)).Execute(open, Bank.Clerk);
        _bank.Clock.AdjustTime(Bank.Start);
        (await (await Session(Bank.A)).Execute(open, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
    }

    [Fact]
    public async Task The_records_that_are_the_way_out_are_never_ahead_themselves()
    {
        await OpenAhead(TimeSpan.FromDays(30));
        var records = _services with { AheadStreams = new Exempt() };
        var session = new AccountSession(Bank.Type, Bank.A, records);
        await session.Load();
        (await session.Execute(new Deposit(1), Bank.Clerk)).Accepted.Should().BeTrue();
    }

    [Fact]
    public async Task With_a_clock_that_was_injected_nothing_is_ahead()
    {
        await OpenAhead(TimeSpan.FromDays(30));
        var session = await _bank.Session();
        (await session.Execute(new Deposit(1), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
        (_bank.Services.Environment.Guard.IsChecked, ClockGuard.Of(TimeProvider.System).IsChecked).Should().Be((false, true));
    }

    string IAheadStreams.Category => "nothing";

    Task<DateTimeOffset?> IAheadStreams.Acknowledged(StreamId stream, SessionServices services, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(_acknowledged.TryGetValue(stream, out var last) ? last : null);

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    async Task OpenAhead(TimeSpan by)
    {
        _bank.Clock.AdjustTime(Bank.Start + by);
        await Open(Bank.A);
        _bank.Clock.AdjustTime(Bank.Start);
    }

    async Task Open(StreamId stream) => await (await Session(stream)).Execute(new Open("张三"), Bank.Clerk);

    async Task<Outcome> Deposit(StreamId stream) => await (await Session(stream)).Execute(new Deposit(1), Bank.Clerk);

    async Task<AccountSession> Session(StreamId stream)
    {
        var session = new AccountSession(Bank.Type, stream, _services);
        await session.Load();
        return session;
    }

    async Task<List<DateTimeOffset>> DecidedAt(StreamId stream) => [.. (await _bank.History(stream)).Select(c => c.DecidedAt)];

    sealed class Exempt : IAheadStreams
    {
        public string Category => "account";

        public Task<DateTimeOffset?> Acknowledged(StreamId stream, SessionServices services, CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody need be asked.");
    }
}
