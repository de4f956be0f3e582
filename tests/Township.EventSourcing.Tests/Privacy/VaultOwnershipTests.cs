using static Township.EventSourcing.Tests.PersonCommand;

namespace Township.EventSourcing.Tests;

/// <summary>A vault keeps the keys of one history, and of no other.</summary>
public sealed class VaultOwnershipTests : IAsyncDisposable
{
    const string Adopt = "'township privacy adopt --reason \"…\" --by \"…\"' makes a new one";

    static readonly VaultLocations Places = new("'township.db'", "'township-keys.db'");
    static readonly DateTimeOffset At = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    readonly Registry _registry = new();
    readonly MemoryPersonalDataKeys _new = new(TimeProvider.System);

    [Fact]
    public async Task A_new_store_is_given_a_new_vault()
    {
        (await Open(_new)).Should().BeSameAs(_new);
        (await _new.Adoptions()).Should().Equal(VaultAdoption.OfNewStore(await _registry.Memory.ReadHistory(), At));
        (await Open(_new)).Should().BeSameAs(_new);
        (await _new.Adoptions()).Should().ContainSingle();
    }

    [Fact]
    public async Task Nothing_is_made_for_a_store_that_has_commits()
    {
        await Entered();
        var message = $"'township.db' holds 2 commits of history {await _registry.Memory.ReadHistory()}, and 'township-keys.db' is not the vault of its keys. "
            + $"Put the vault's backup there; if it is lost for good, {Adopt}, and texts sealed until now stay sealed for ever (docs/privacy.md).";
        var open = () => VaultOwnership.Open(_registry.Memory, Places, create => Task.FromResult<IPersonalDataKeys?>(create ? _new : null), _registry.Clock);
        await open.Should().ThrowAsync<StoreOpenException>().WithMessage(message);
        var empty = () => Open(_new);
        await empty.Should().ThrowAsync<StoreOpenException>().WithMessage(message);
        (await _new.Adoptions()).Should().BeEmpty();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_vault_of_another_history_is_not_used_not_even_for_a_new_store(bool entered)
    {
        var (other, mine) = (HistoryId.New(), await _registry.Memory.ReadHistory());
        await _new.Adopt(VaultAdoption.OfNewStore(other, At));
        if (entered) await Entered();
        foreach (var use in (Func<Task>[])[() => Open(_new), () => VaultOwnership.Check(_new, _registry.Memory, Places), () => TakeOver(_new)])
            await use.Should().ThrowAsync<StoreOpenException>().WithMessage(
                $"'township.db' holds history {mine}, and 'township-keys.db' keeps the keys of history {other}. Put the right vault there, or configure its location; "
                + $"if it is lost for good, move this one away, and {Adopt} (docs/privacy.md).");
    }

    [Fact]
    public async Task Keys_of_a_new_vault_in_the_place_of_a_lost_one_have_numbers_that_nothing_bears()
    {
        await Entered();
        await _registry.Vault.Erase(new("huimin", "p-li"), Registry.Asked);
        await _registry.Execute(new Remark("又来"), Registry.Li);
        (await TakeOver(_new)).Should().Be(new VaultAdoption(await _registry.Memory.ReadHistory(), 3, "王主任", "硬盘已毁", At));
        (await Open(_new)).Should().BeSameAs(_new);

        await using var after = new Registry(_registry, vault: _new);
        await after.Execute(new Remark("新"));
        var view = await after.View();
        PersonalJson.SealedIn((await _registry.History())[^1].Content.Events).Should().ContainSingle().Which.Persons.Should().Equal(new TextPerson("p-zhang", 3));
        view.Remarks.Should().Equal(PersonalText.About("p-zhang", "新"));
        view.Name!.State.Should().Be(PersonalTextState.Sealed, "its key is lost, and nobody has erased it");
        // The lost vault is found after all: each text has one key, in one of the two.
        (await _registry.View()).Name.Should().Be(PersonalText.About("p-zhang", "张三"));
        (await _registry.View()).Remarks[0].State.Should().Be(PersonalTextState.Sealed);
    }

    [Fact]
    public async Task An_older_copy_of_its_own_vault_is_adopted_too()
    {
        await _new.Adopt(VaultAdoption.OfNewStore(await _registry.Memory.ReadHistory(), At));
        var kept = await _new.Current(new("huimin", "p-zhang"));
        await Entered();
        (await TakeOver(_new)).FirstGeneration.Should().Be(2);
        (await _new.Current(new("huimin", "p-zhang"))).Secret.ToArray().Should().Equal(kept.Secret.ToArray());
        (await _new.Current(new("huimin", "p-li"))).Generation.Should().Be(2);
        (await _new.Adoptions()).Select(a => a.By).Should().Equal(VaultAdoption.Program, "王主任");
    }

    [Fact]
    public async Task Nobody_takes_over_beside_a_history_that_cannot_be_read()
    {
        await Entered();
        var content = (await _registry.History())[0].Content with { CommandId = Guid.CreateVersion7(), Events = JsonBytes.From("{\"sealed\":") };
        await _registry.Memory.Append([new(Registry.Zhang, ExpectedVersion.Any, content)]);
        var adopt = () => TakeOver(_new);
        (await adopt.Should().ThrowAsync<StoreCorruptException>()).Which.Position.Should().Be(3);
        (await _new.Adoptions()).Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _registry.DisposeAsync();

    Task<IPersonalDataKeys> Open(IPersonalDataKeys keys) => VaultOwnership.Open(
        _registry.Memory, Places, _ => Task.FromResult<IPersonalDataKeys?>(keys), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(At));

    Task<VaultAdoption> TakeOver(IPersonalDataKeys keys) => VaultOwnership.TakeOver(keys, _registry.Memory, Places, "王主任", "硬盘已毁", At);

    async Task Entered()
    {
        await _registry.Execute(new Enter("张三", []));
        await _registry.Execute(new Enter("李四", []), Registry.Li);
    }
}
