using static Township.EventSourcing.Tests.TicketGrown;

namespace Township.EventSourcing.Tests;

/// <summary>A command whose answer was lost is sent again to another version of the program, as happens while one replaces the other.</summary>
public sealed class RepetitionAcrossVersionsTests : IAsyncDisposable
{
    static readonly StreamId Stream = new("ticket", "huimin", "t-1");
    static readonly Guid Id = Guid.CreateVersion7();

    static readonly TicketThen.Command.RaiseThen Then = new("路灯不亮") { CommandId = Id };
    static readonly Command.Raise Grown = new("路灯不亮") { CommandId = Id };

    readonly Bank _bank = new();

    /// <summary>How the second program knows of the command.</summary>
    public enum Knowing { Remembered, Asking, Behind }

    public static TheoryData<Knowing> EveryKnowing => new(Enum.GetValues<Knowing>());

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task Stored_before_a_member_was_added_and_sent_again_without_it_it_is_the_same(Knowing knowing)
    {
        var again = await Second(GrownSession, knowing, async () => await (await ThenSession()).Execute(Then, Bank.Clerk));
        (await again.Execute(Grown, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await _bank.History(Stream)).Should().HaveCount(1);
    }

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task Stored_after_a_member_was_added_and_sent_again_to_a_program_without_it_it_is_the_same(Knowing knowing)
    {
        var again = await Second(ThenSession, knowing, async () => await (await GrownSession()).Execute(Grown, Bank.Clerk));
        (await again.Execute(Then, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await _bank.History(Stream)).Should().HaveCount(1);
    }

    [Theory]
    [MemberData(nameof(EveryKnowing))]
    public async Task Other_content_is_refused_in_both_directions(Knowing knowing)
    {
        var refused = Outcome.Refused(1, KernelRefusals.IdReused.With(Id));
        var later = await Second(GrownSession, knowing, async () => await (await ThenSession()).Execute(Then, Bank.Clerk));
        if (knowing == Knowing.Behind) refused = refused with { Version = 0 };

        (await later.Execute(Grown with { Where = "桥头" }, Bank.Clerk)).Should().Be(refused);
        if (knowing == Knowing.Behind) later = await GrownSession();
        (await later.Execute(Grown with { Text = "路灯全不亮" }, Bank.Clerk)).Refusal!.Code.Should().Be("command.id-reused");
    }

    [Fact]
    public async Task What_a_program_does_not_know_of_a_stored_command_makes_it_another_one()
    {
        await (await GrownSession()).Execute(Grown with { Where = "桥头" }, Bank.Clerk);
        (await (await ThenSession()).Execute(Then, Bank.Clerk)).Should().Be(Outcome.Refused(1, KernelRefusals.IdReused.With(Id)));
    }

    static readonly Command.Raise Lined = Grown with { Lines = [new("灯"), new("线", 2)] };

    public static TheoryData<string, string, Command.Raise> Same => new()
    {
        { "before anything was added", """{"text":"路灯不亮"}""", Grown },
        { "other order, spaces and digits", """{ "weight":0.0, "text":"路灯不亮" }""", Grown },
        { "a default that is written out", """{"text":"路灯不亮","mood":null,"urgent":false,"where":null,"lines":null}""", Grown },
        { "before an element's member was added", """{"text":"路灯不亮","lines":[{"what":"灯"},{"what":"线","times":2}]}""", Lined },
        { "what is added later says nothing", """{"text":"路灯不亮","a":null,"b":false,"c":0,"d":0.00}""", Grown },
        { "nor does it in an element", """{"text":"路灯不亮","lines":[{"what":"灯","colour":null},{"what":"线","times":2,"colour":null}]}""", Lined },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public async Task What_says_the_same_is_the_same(string why, string stored, Command.Raise repeated)
    {
        await Stored(1, stored);
        (await (await GrownSession()).Execute(repeated, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1), why);
    }

    public static TheoryData<string, string, Command.Raise> Other => new()
    {
        { "another text", """{"text":"路灯不亮 "}""", Grown },
        { "less than the stored one", """{"text":"路灯不亮","where":"桥头"}""", Grown },
        { "more than the stored one", """{"text":"路灯不亮"}""", Grown with { Urgent = true } },
        { "another choice", """{"text":"路灯不亮"}""", Grown with { Mood = Mood.Cross } },
        { "a choice added later", """{"text":"路灯不亮","mood":"furious"}""", Grown },
        { "a choice of a kind added later", """{"text":"路灯不亮","tone":"calm"}""", Grown },
        { "a text added later", """{"text":"路灯不亮","colour":""}""", Grown },
        { "a number added later", """{"text":"路灯不亮","colour":1}""", Grown },
        { "a list added later", """{"text":"路灯不亮","colours":[]}""", Grown },
        { "a group added later", """{"text":"路灯不亮","colours":{}}""", Grown },
        { "an element's member added later", """{"text":"路灯不亮","lines":[{"what":"灯","colour":"红"},{"what":"线","times":2}]}""", Lined },
        { "an element less", """{"text":"路灯不亮","lines":[{"what":"灯"}]}""", Lined },
        { "an element more", """{"text":"路灯不亮","lines":[{"what":"灯"},{"what":"线","times":2},{"what":"线","times":2}]}""", Lined },
        { "other elements", """{"text":"路灯不亮","lines":[{"what":"线","times":2},{"what":"灯"}]}""", Lined },
        { "an empty list for none", """{"text":"路灯不亮","lines":[]}""", Grown },
        { "a member that is missing", """{"where":null}""", Grown },
        { "no object", "null", Grown },
    };

    [Theory]
    [MemberData(nameof(Other))]
    public async Task What_says_anything_else_is_refused(string why, string stored, Command.Raise repeated)
    {
        await Stored(1, stored);
        (await (await GrownSession()).Execute(repeated, Bank.Clerk)).Should().Be(Outcome.Refused(1, KernelRefusals.IdReused.With(Id)), why);
    }

    [Fact]
    public async Task A_newer_schema_that_says_the_same_is_the_same()
    {
        await Stored(2, """{"text":"路灯不亮","where":null,"urgent":false,"weight":0,"mood":null,"lines":null,"colour":null}""");
        (await (await GrownSession()).Execute(Grown, Bank.Clerk)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
    }

    [Theory]
    [InlineData("""{"title":"路灯不亮"}""")]
    [InlineData("""{"text":"路灯不亮","priority":"normal"}""")]
    [InlineData("""{"text":"路灯不亮!"}""")]
    public async Task A_newer_schema_that_cannot_be_compared_is_neither_repeated_nor_refused(string stored)
    {
        await Stored(2, stored);
        var execute = async () => await (await GrownSession()).Execute(Grown, Bank.Clerk);
        (await execute.Should().ThrowAsync<UnknownMessageException>()).Which.Should().Match<UnknownMessageException>(e => e.Name == "ticket.raise" && e.Schema == 2);
        (await _bank.History(Stream)).Should().HaveCount(1);
    }

    public ValueTask DisposeAsync() => _bank.DisposeAsync();

    // The event is one that every version knows: only the command differs.
    async Task Stored(int schema, string data)
    {
        var withId = data.StartsWith('{') ? $$"""{"commandId":"{{Id}}",""" + data[1..] : data;
        var command = new StoredMessage("ticket.raise", schema, JsonBytes.From(withId));
        var commit = new Commit(Stream, ExpectedVersion.None, CommitContent.From(
            new(Id, command), Bank.Clerk, Bank.Start, new(1, "", "", "2"), [], [new("ticket.raised", 1, JsonBytes.From("""{"text":"路灯不亮"}"""))]));
        (await _bank.Memory.Append([commit])).Should().AllBeOfType<AppendResult.Committed>();
    }

    static async Task<TSession> Second<TSession>(Func<SessionOptions?, Task<TSession>> session, Knowing knowing, Func<Task> first)
    {
        var behind = knowing == Knowing.Behind ? await session(null) : default;
        await first();
        return behind ?? await session(new() { RememberedCommands = knowing == Knowing.Asking ? 0 : 1024 });
    }

    Task<AggregateSession<TicketThen, TicketThen.Command, TicketThen.Event, TicketThen>> ThenSession(SessionOptions? options = null) => Loaded(
        new AggregateSession<TicketThen, TicketThen.Command, TicketThen.Event, TicketThen>(
            TicketThen.Type, Stream, _bank.Services with { Options = options ?? new() }));

    Task<AggregateSession<TicketGrown, Command, Event, TicketGrown>> GrownSession(SessionOptions? options = null) => Loaded(
        new AggregateSession<TicketGrown, Command, Event, TicketGrown>(
            TicketGrown.Type, Stream, _bank.Services with { Options = options ?? new() }));

    static async Task<AggregateSession<TState, TCommand, TEvent, TState>> Loaded<TState, TCommand, TEvent>(AggregateSession<TState, TCommand, TEvent, TState> session)
        where TState : class, IAggregate<TState, TCommand, TEvent, TState>
        where TCommand : class, ICommand
        where TEvent : class
    {
        await session.Load();
        return session;
    }
}
