using static Township.EventSourcing.Tests.PersonCommand;

namespace Township.EventSourcing.Tests;

/// <summary>When a key is gone, nobody reads the texts any more; everything else is as it was.</summary>
public sealed class ErasingTests : IAsyncDisposable
{
    static readonly DataSubject Zhang = new("huimin", "p-zhang");

    readonly Registry _registry = new();

    [Fact]
    public async Task An_erased_person_s_texts_show_as_erased_and_others_as_before()
    {
        await Entered();
        (await _registry.Vault.Erase(Zhang, Registry.Asked)).Should().BeTrue();
        (await _registry.View()).Should().Be(new PersonView(
            PersonalText.Erased("p-zhang"), [new("mobile", PersonalText.Erased("p-zhang")), new("neighbour", PersonalText.Erased("p-li", "p-zhang"))], []));
        (await _registry.View(Registry.Li)).Name.Should().Be(PersonalText.About("p-li", "李四"));
    }

    [Theory, InlineData("p-li"), InlineData("p-zhang")]
    public async Task A_text_about_several_people_is_gone_when_one_of_them_is_erased(string erased)
    {
        await Entered();
        await _registry.Execute(new Gossip(PersonalText.About(["p-zhang", "p-li"], "借钱")));
        await _registry.Execute(new Gossip(PersonalText.About("p-wang", "修路")));
        await _registry.Vault.Erase(new("huimin", erased), Registry.Asked);
        (await _registry.View()).Remarks.Should().Equal(PersonalText.Erased("p-li", "p-zhang"), PersonalText.About("p-wang", "修路"));
        await _registry.Execute(new Gossip(PersonalText.About(["p-zhang", "p-li"], "还钱")));
        (await _registry.View()).Remarks[^1].Should().Be(PersonalText.About(["p-li", "p-zhang"], "还钱"));
        PersonalJson.SealedIn((await _registry.History())[^1].Content.Events).Should().ContainSingle()
            .Which.Persons.Should().Equal(new TextPerson("p-li", erased == "p-li" ? 2 : 1), new TextPerson("p-zhang", erased == "p-zhang" ? 2 : 1));
    }

    [Fact]
    public async Task One_key_does_not_open_what_two_have_sealed()
    {
        await Entered();
        await _registry.Execute(new Gossip(PersonalText.About(["p-zhang", "p-li"], "借钱")));
        var text = PersonalJson.SealedIn((await _registry.History())[^1].Content.CommandData).Single();
        var vault = new PersonalData(new OneSecret((await _registry.Keys.Current(Zhang)).Secret.ToArray()), TimeProvider.System, new());
        (await Opened(vault, text)).Should().Be(text, "p-li's secret is another");
        (await Opened(_registry.Vault, PersonalText.Sealed("p-zhang", 1, text.Data!))).State.Should().Be(PersonalTextState.Sealed);
        (await Opened(_registry.Vault, text)).Should().Be(PersonalText.About(["p-li", "p-zhang"], "借钱"));
    }

    [Fact]
    public async Task The_history_is_the_same_bytes_before_and_after()
    {
        await Entered();
        var before = await _registry.Memory.ReadAll().ToListAsync();
        await _registry.Vault.Erase(Zhang, Registry.Asked);
        (await _registry.Memory.ReadAll().ToListAsync()).Should().Equal(before);
    }

    [Fact]
    public async Task New_texts_about_an_erased_person_get_a_new_key()
    {
        await Entered();
        await _registry.Vault.Erase(Zhang, Registry.Asked);
        (await _registry.Execute(new Remark("又来登记"))).Kind.Should().Be(OutcomeKind.Accepted);
        var view = await _registry.View();
        (view.Name, view.Remarks[0]).Should().Be((PersonalText.Erased("p-zhang"), PersonalText.About("p-zhang", "又来登记")));
        PersonalJson.SealedIn((await _registry.History())[^1].Content.Events).Should().ContainSingle().Which.Persons.Should().Equal(new TextPerson("p-zhang", 2));
    }

    [Fact]
    public async Task A_command_repeated_after_the_erasure_has_the_outcome_that_it_had()
    {
        var command = await Entered();
        await _registry.Vault.Erase(Zhang, Registry.Asked);
        (await _registry.Execute(command)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        // What can still be compared is.
        var other = command with { Contacts = [command.Contacts[0], command.Contacts[1] with { Kind = "other" }] };
        (await _registry.Execute(other)).Refusal!.Code.Should().Be("command.id-reused");
        var elsewhere = command with { Name = PersonalText.About("p-wang", "张三") };
        (await _registry.Execute(elsewhere)).Refusal!.Code.Should().Be("command.id-reused");
        (await _registry.History()).Should().HaveCount(1);
    }

    [Fact]
    public async Task Another_silo_shows_the_text_for_as_long_as_keys_are_kept_and_no_longer()
    {
        await Entered();
        await using var other = new Registry(_registry);
        await other.View();
        await _registry.Vault.Erase(Zhang, Registry.Asked);
        (await _registry.View()).Name!.State.Should().Be(PersonalTextState.Erased);
        other.Clock.Advance(TimeSpan.FromSeconds(29.9));
        (await other.View()).Name!.State.Should().Be(PersonalTextState.Clear);
        other.Clock.Advance(TimeSpan.FromSeconds(0.1));
        (await other.View()).Name!.State.Should().Be(PersonalTextState.Erased);
    }

    [Fact]
    public async Task A_text_whose_key_was_lost_is_not_called_erased()
    {
        await Entered();
        await using var stranger = new Registry();
        var stored = Person.Type.WriteView((await _registry.Session()).State, Registry.Zhang);
        (await stranger.Vault.Open(stored, "huimin")).Should().Be(stored, "this vault has no such key");
        await stranger.Keys.Current(Zhang);
        await stranger.Keys.Current(new("huimin", "p-li"));
        (await stranger.Vault.Open(stored, "huimin")).Should().Be(stored, "this vault has another key");
        (await _registry.Vault.Open(stored, "qiaotou")).Should().Be(stored, "it is another township's person");
    }

    [Fact]
    public async Task A_sealed_text_opens_only_as_what_it_was_sealed_for()
    {
        await Entered();
        var vault = new PersonalData(new OneSecret((await _registry.Keys.Current(Zhang)).Secret.ToArray()), TimeProvider.System, new());
        var text = PersonalJson.SealedIn((await _registry.History())[0].Content.CommandData).First(t => t.Persons.Count == 1);
        (await Opened(vault, text)).Should().Be(PersonalText.About("p-zhang", "张三"));
        var bytes = Convert.FromBase64String(text.Data!);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            await StaysSealed(PersonalText.Sealed("p-zhang", 1, Convert.ToBase64String(bytes)));
            bytes[i] ^= 1;
        }

        await StaysSealed(text, "qiaotou");
        await StaysSealed(PersonalText.Sealed("p-li", 1, text.Data!));
        await StaysSealed(PersonalText.Sealed("p-zhang", 2, text.Data!));
        await StaysSealed(PersonalText.Sealed("p-zhang", 1, "AAEC"));

        async Task StaysSealed(PersonalText other, string township = "huimin") => (await Opened(vault, other, township)).Should().Be(other);
    }

    [Fact]
    public async Task A_command_stored_before_its_texts_were_sealed_is_recognised_when_repeated()
    {
        var command = new Enter("张三", []);
        var stored = Person.Type.Commands.Serialize(command);
        var events = (Person.Type as IAggregateType).Redecide(Person.Initial, Recorded(command, stored)).Events;
        events[0].Data.ToString().Should().Contain("张三");
        await _registry.Memory.Append([new(Registry.Zhang, ExpectedVersion.None, Content(command, stored, events))]);

        (await _registry.Execute(command)).Should().Be(new Outcome(OutcomeKind.Repeated, 1));
        (await _registry.Execute(command with { Contacts = [new("a", "b")] })).Refusal!.Code.Should().Be("command.id-reused");
        (await _registry.View()).Name.Should().Be(PersonalText.Clear("张三"), "what was clear stays clear");
        (await _registry.Execute(new Remark("好"))).Kind.Should().Be(OutcomeKind.Accepted);
    }

    static CommitContent Content(Enter command, StoredMessage stored, EquatableList<StoredMessage> events) =>
        CommitContent.From(new(command.CommandId, stored), Registry.Office, Bank.Start, new(1, "", "cal-2026", "0"), [], events);

    static RecordedCommit Recorded(Enter command, StoredMessage stored) => RecordedCommit.Following(
        new(0, CommitHash.Zero), new(Registry.Zhang, 0, CommitHash.Zero), Content(command, stored, [new("none", 1, JsonBytes.From("{}"))]));

    /// <summary>A vault in which everybody has the same secret: only what else is bound to a text can keep it closed.</summary>
    sealed class OneSecret(byte[] secret) : IPersonalDataKeys
    {
        public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
            Task.FromResult<PersonalDataKey?>(new(subject, generation, secret));

        public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    static async Task<PersonalText> Opened(PersonalData vault, PersonalText one, string township = "huimin")
    {
        var view = Person.Type.WriteView(Person.Initial with { Name = one }, Registry.Zhang);
        return Person.Type.ReadView(await vault.Open(view, township)).Name!;
    }

    async Task<Enter> Entered()
    {
        var command = new Enter("张三", [new("mobile", "13800000001"), new("neighbour", PersonalText.About("p-li", "13800000002"))]);
        await _registry.Execute(command);
        await _registry.Execute(new Enter("李四", []), Registry.Li);
        return command;
    }

    public ValueTask DisposeAsync() => _registry.DisposeAsync();
}
