using static Township.EventSourcing.Tests.PersonCommand;
using static Township.EventSourcing.Tests.PersonEvent;

namespace Township.EventSourcing.Tests;

/// <summary>Texts about people are sealed before anything is decided, and stay so wherever they go.</summary>
public sealed class SealingTests : IAsyncDisposable
{
    readonly Registry _registry = new();

    static Enter ZhangSan => new("张三", [new("mobile", "13800000001", "夜里不要打"), new("neighbour", PersonalText.About("p-li", "13800000002"))]);

    [Fact]
    public async Task Nothing_that_is_stored_says_what_was_written()
    {
        (await _registry.Execute(ZhangSan)).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.Execute(new Enter("李四", []), Registry.Li)).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.Execute(new Quote("p-li"))).Kind.Should().Be(OutcomeKind.Accepted);

        var stored = await _registry.Stored();
        foreach (var text in (string[])["张三", "李四", "13800000001", "13800000002", "夜里不要打"]) stored.Should().NotContain(text);
        stored.Should().Contain("mobile").And.Contain("\"about\":{\"p-zhang\":1}").And.Contain("\"about\":{\"p-li\":1,\"p-zhang\":1}").And.Contain("\"about\":{\"p-li\":1}");
        (await _registry.History())[^1].Facts.Should().ContainSingle().Which.Data.ToString().Should().Contain("\"sealed\":");
        Person.Type.WriteState((await _registry.Session()).State).ToString().Should().NotContain("张三");
    }

    [Fact]
    public async Task Readers_see_the_texts_and_whose_they_are()
    {
        await _registry.Execute(ZhangSan);
        await _registry.Execute(new Enter("李四", []), Registry.Li);
        await _registry.Execute(new Quote("p-li"));
        (await _registry.View()).Should().Be(new PersonView(
            PersonalText.About("p-zhang", "张三"),
            [new("mobile", PersonalText.About("p-zhang", "13800000001"), PersonalText.About("p-zhang", "夜里不要打")), new("neighbour", PersonalText.About(["p-li", "p-zhang"], "13800000002"))],
            [PersonalText.About("p-li", "李四")]));
    }

    [Fact]
    public async Task A_text_is_about_whom_the_stream_the_command_beside_it_and_the_client_name()
    {
        await _registry.Execute(new Enter("张三", [
            new("mobile", "1"), new("neighbour", "2", "3", Owner: "p-li"), new("friend", PersonalText.About("p-wang", "4"), Owner: "p-zhao"),
        ]));
        await _registry.Execute(new Gossip(PersonalText.About(["p-li", "p-wang"], "5")));
        await _registry.Execute(new Gossip("6"));
        var view = await _registry.View();
        view.Contacts.SelectMany(c => (PersonalText?[])[c.Number, c.Note]).Concat(view.Remarks).OfType<PersonalText>().Should().Equal(
            PersonalText.About("p-zhang", "1"), PersonalText.About(["p-li", "p-zhang"], "2"), PersonalText.About(["p-li", "p-zhang"], "3"),
            PersonalText.About(["p-wang", "p-zhang", "p-zhao"], "4"), PersonalText.About(["p-li", "p-wang"], "5"), PersonalText.About("person.p-zhang", "6"));
    }

    [Fact]
    public async Task A_text_is_about_whom_the_state_names_when_it_is_decided()
    {
        var (session, wait) = (await _registry.Session(), new TaskCompletionSource());
        _registry.Keys.Slow = ("person.p-zhang", wait.Task);
        var gossip = session.Execute(new Gossip("借钱"), Registry.Office);
        await session.Execute(new Enter("张三", [new("neighbour", "13800000002", Owner: "p-li")]), Registry.Office);
        wait.SetResult();
        (await gossip).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.View()).Remarks.Should().Equal(PersonalText.About("p-li", "借钱"));
    }

    [Fact]
    public async Task A_repeated_command_is_sealed_into_the_same_bytes()
    {
        var command = ZhangSan;
        await _registry.Execute(command);
        var stored = (await _registry.History())[0].Content.CommandData;
        (await _registry.Execute(command)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        await using var rival = new Registry(_registry);
        (await rival.Execute(command)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await _registry.History()).Should().ContainSingle().Which.Content.CommandData.Should().Be(stored);
    }

    [Fact]
    public async Task A_command_whose_id_was_used_for_another_text_is_refused()
    {
        var id = Guid.CreateVersion7();
        await _registry.Execute(ZhangSan with { CommandId = id });
        (await _registry.Execute(ZhangSan with { CommandId = id, Name = "张四" })).Should().Be(Outcome.Refused(1, KernelRefusals.IdReused.With(id)));
        (await _registry.Execute(ZhangSan with { CommandId = id, Name = PersonalText.About("p-li", "张三") })).Should().Be(Outcome.Refused(1, KernelRefusals.IdReused.With(id)));
    }

    [Fact]
    public async Task The_same_text_is_never_sealed_into_the_same_bytes_twice()
    {
        await _registry.Execute(new Enter("张三", [new("a", "张三", "张三"), new("b", "张三")]));
        await _registry.Execute(new Remark("张三"));
        await _registry.Execute(new Remark("张三"));
        await _registry.Execute(new Enter(PersonalText.About("p-zhang", "张三"), []), Registry.Li);
        await _registry.Execute(new Gossip(PersonalText.About("p-zhang", "张三")), Registry.Li);
        await _registry.Execute(new Gossip(PersonalText.About("p-li", "张三")), Registry.Li);
        var commits = await _registry.Memory.ReadAll().ToListAsync();
        var texts = commits.SelectMany(c => PersonalJson.SealedIn(c.Content.CommandData)).ToList();
        texts.Should().HaveCount(9).And.OnlyHaveUniqueItems();
        texts.Select(t => Convert.ToBase64String(Convert.FromBase64String(t.Data!)[..12])).Should().OnlyHaveUniqueItems("a nonce is never used twice");
    }

    [Fact]
    public async Task Deciding_again_on_what_is_stored_gives_the_same_bytes_without_a_key()
    {
        await _registry.Execute(ZhangSan);
        await _registry.Execute(new Enter("李四", []), Registry.Li);
        await _registry.Execute(new Quote("p-li"));
        IAggregateType type = Person.Type;
        foreach (var stream in (StreamId[])[Registry.Zhang, Registry.Li])
        {
            var state = type.Initial;
            foreach (var commit in await _registry.History(stream))
            {
                type.Redecide(state, commit).Events.Should().Equal(commit.Events);
                state = commit.Events.Index().Aggregate(state, (s, e) => type.Fold(s, stream, commit.FirstVersion + e.Index, e.Item));
            }
        }
    }

    [Fact]
    public async Task A_sealed_text_is_taken_from_the_system_only()
    {
        await _registry.Execute(new Enter("李四", []), Registry.Li);
        var found = Person.Type.Events.Deserialize((await _registry.History(Registry.Li))[0].Events[0]).Should().BeOfType<Entered>().Subject.Name;
        found.State.Should().Be(PersonalTextState.Sealed);

        var enter = new Enter(found, [new("mobile", found)]);
        (await _registry.Execute(enter)).Should().Be(Outcome.Refused(0, KernelRefusals.Malformed.With("name", "应为明文", "must be a clear text")));
        (await _registry.Execute(enter with { Name = "张三" })).Refusal!.Arguments[0].Should().Be("contacts[0].number");
        (await _registry.Execute(enter, caller: Registry.Office with { Actor = new("x", "qiaotou", [Actor.SystemRole]) })).Accepted.Should().BeFalse();
        (await _registry.Execute(enter, caller: Registry.System)).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.View()).Name.Should().Be(PersonalText.About("p-li", "李四"));
    }

    [Fact]
    public async Task A_vault_that_is_away_writes_nothing_and_asks_to_try_again()
    {
        _registry.Keys.Away = true;
        var session = await _registry.Session();
        var enter = () => session.Execute(ZhangSan, Registry.Office);
        await enter.Should().ThrowAsync<StoreUnavailableException>();
        (session.Lost, await _registry.History()).Should().BeEquivalentTo((false, Array.Empty<RecordedCommit>()));
        _registry.Keys.Away = false;
        (await enter()).Kind.Should().Be(OutcomeKind.Accepted);
    }

    [Fact]
    public async Task Without_a_vault_such_commands_fail_and_others_do_not()
    {
        await using var open = new Registry(sealing: false);
        var enter = () => open.Execute(ZhangSan);
        (await enter.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*no vault of keys is configured*");
        (await open.Execute(new Quote("p-li"))).Should().Be(Outcome.Refused(0, Person.NotEntered));
        (await open.History()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_text_that_is_too_large_when_sealed_is_refused_and_nothing_is_written()
    {
        await _registry.Execute(ZhangSan);
        // Sealed it stands in base64 in the command and in the event.
        (await _registry.Execute(new Remark(new string('x', 1_600_000)))).Refusal!.Code.Should().Be("command.too-large");
        (await _registry.Execute(new Remark(new string('x', 1_400_000)))).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.View()).Remarks[0].Text.Should().HaveLength(1_400_000);
        (await _registry.History()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Snapshots_hold_what_the_history_holds()
    {
        var snapshots = new MemorySnapshots();
        await using var registry = new Registry(options: new() { SnapshotEvery = 1 }, snapshots: snapshots);
        await registry.Execute(ZhangSan);
        var snapshot = await snapshots.NextSaved();
        snapshot.State.ToString().Should().Contain("\"sealed\":").And.NotContain("张三").And.NotContain("13800000001");
        (await registry.Session()).State.Should().Be(Person.Type.ReadState(snapshot.State));
    }

    [Fact]
    public async Task Keys_are_asked_for_once_while_they_are_kept()
    {
        await _registry.Execute(ZhangSan);
        await _registry.Execute(new Remark("好"));
        _registry.Keys.Asked.Should().Be(2, "there are two people");
        _registry.Clock.Advance(TimeSpan.FromSeconds(30));
        await _registry.Execute(new Remark("好"));
        _registry.Keys.Asked.Should().Be(3);
    }

    public ValueTask DisposeAsync() => _registry.DisposeAsync();
}
