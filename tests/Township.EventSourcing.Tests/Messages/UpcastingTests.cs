using static Township.EventSourcing.Tests.TicketNow;

namespace Township.EventSourcing.Tests;

/// <summary>A stream begun under schema 1 and continued by a program at schema 3.</summary>
public sealed class UpcastingTests : IAsyncDisposable
{
    static readonly StreamId Stream = new("ticket", "huimin", "t-1");
    static readonly TicketThen.Command.RaiseThen Old = new("路灯不亮");

    readonly Bank _bank = new();

    [Fact]
    public async Task Old_events_fold_into_the_new_state_and_their_bytes_stay()
    {
        await RaiseThen();
        var before = await _bank.History(Stream);
        var session = await Now();

        session.State.Should().Be(new TicketNow(["路灯不亮 (Normal)"]));
        (await session.Execute(new Command.Raise("水管漏水", Priority.High), Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
        (await Now()).State.Should().Be(new TicketNow(["路灯不亮 (Normal)", "水管漏水 (High)"]));

        var after = await _bank.History(Stream);
        after[0].Should().Be(before[0]);
        after[0].Events.Single().Should().Be(new StoredMessage("ticket.raised", 1, JsonBytes.From("""{"text":"路灯不亮"}""")));
        after[1].Events.Single().Should().Be(new StoredMessage("ticket.raised", 3, JsonBytes.From("""{"title":"水管漏水","priority":"high"}""")));
    }

    [Fact]
    public async Task Old_commands_are_decided_again_and_give_the_old_events_in_the_current_schema()
    {
        await RaiseThen();
        IAggregateType type = TicketNow.Type;
        var commit = (await _bank.History(Stream)).Single();

        type.Redecide(type.Initial, commit).Should().Be(new Redecision([.. commit.Events.Select(type.ToCurrentSchema)], null, "", [], []));
        type.ToCurrentSchema(commit.Events.Single()).Data.ToString().Should().Be("""{"title":"路灯不亮","priority":"normal"}""");
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(0)]
    public async Task A_command_repeated_after_the_upgrade_is_recognised(int remembered)
    {
        await RaiseThen();
        var session = await Now(new() { RememberedCommands = remembered });

        (await session.Execute(new Command.Raise("路灯不亮", Priority.Normal) { CommandId = Old.CommandId }, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await session.Execute(new Command.Raise("路灯不亮", Priority.High) { CommandId = Old.CommandId }, Bank.Clerk)).Refusal!.Code.Should().Be("command.id-reused");
    }

    [Fact]
    public async Task A_command_repeated_after_the_upgrade_on_a_session_that_missed_the_original_is_recognised()
    {
        var behind = await Now();
        await RaiseThen();

        (await behind.Execute(new Command.Raise("路灯不亮", Priority.Normal) { CommandId = Old.CommandId }, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        behind.Lost.Should().BeTrue();
    }

    [Fact]
    public async Task The_old_program_refuses_to_fold_what_the_new_one_wrote()
    {
        await (await Now()).Execute(new Command.Raise("水管漏水", Priority.High), Bank.Clerk);
        var load = () => new AggregateSession<TicketThen, TicketThen.Command, TicketThen.Event, TicketThen>(
            TicketThen.Type, Stream, _bank.Services).Load();

        (await load.Should().ThrowAsync<FoldException>()).Which.Should().Match<FoldException>(e => e.Stream == Stream && e.Version == 1)
            .And.Subject.As<FoldException>().InnerException.Should().BeOfType<UnknownMessageException>();
    }

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    async Task RaiseThen()
    {
        var session = new AggregateSession<TicketThen, TicketThen.Command, TicketThen.Event, TicketThen>(
            TicketThen.Type, Stream, _bank.Services);
        await session.Load();
        await session.Execute(Old, Bank.Clerk);
    }

    async Task<AggregateSession<TicketNow, Command, Event, TicketNow>> Now(SessionOptions? options = null)
    {
        var session = new AggregateSession<TicketNow, Command, Event, TicketNow>(
            TicketNow.Type, Stream, _bank.Services with { Options = options ?? new() });
        await session.Load();
        return session;
    }
}
