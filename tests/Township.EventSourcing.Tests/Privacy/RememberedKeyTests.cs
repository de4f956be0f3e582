using Microsoft.Extensions.Logging.Abstractions;
using static Township.EventSourcing.Tests.PersonCommand;

namespace Township.EventSourcing.Tests;

/// <summary>What a process remembers of the vault never outlives what the vault has.</summary>
public sealed class RememberedKeyTests : IAsyncDisposable
{
    static readonly DataSubject Zhang = new("huimin", "p-zhang");

    readonly LosingKeys _keys = new();
    readonly Registry _registry;

    public RememberedKeyTests() => _registry = new(vault: _keys);

    [Fact]
    public async Task However_often_a_person_is_written_about_the_vault_is_asked_once_a_second()
    {
        await _registry.Execute(new Enter("张三", []));
        for (var i = 0; i < 10; i++) await _registry.Execute(new Remark($"第{i}次"));
        _registry.Keys.Asked.Should().Be(1);
        _registry.Clock.Advance(TimeSpan.FromSeconds(1));
        await _registry.Execute(new Remark("一秒后"));
        _registry.Keys.Asked.Should().Be(2);
    }

    [Fact]
    public async Task Nothing_is_sealed_with_a_key_that_the_vault_has_lost()
    {
        await _registry.Execute(new Enter("张三", []));
        _keys.LoseAll();
        _registry.Clock.Advance(TimeSpan.FromSeconds(1));
        await _registry.Execute(new Remark("接管之后"));
        await using var other = new Registry(_registry);
        (await other.View()).Remarks.Should().Equal(PersonalText.About("p-zhang", "接管之后"));
    }

    [Fact]
    public async Task A_vault_that_was_away_is_asked_again_at_once()
    {
        await _registry.Execute(new Enter("张三", []));
        _registry.Keys.Away = true;
        await _registry.Awaiting(r => r.Execute(new Enter("李四", []), Registry.Li)).Should().ThrowAsync<StoreUnavailableException>();
        _registry.Keys.Away = false;
        _keys.LoseAll();
        await _registry.Execute(new Remark("接管之后"));
        await using var other = new Registry(_registry);
        (await other.View()).Remarks.Should().Equal(PersonalText.About("p-zhang", "接管之后"));
    }

    [Fact]
    public async Task A_commit_on_its_way_whose_key_was_lost_with_a_server_is_not_stored_and_the_next_try_is_readable()
    {
        await using var town = new Failing(_registry);
        (await town.Execute(new Enter("张三", []))).Kind.Should().Be(OutcomeKind.Accepted);
        var remark = new Remark("接管之时");
        var attempt = town.Store.HoldNext();
        town.Store.Next(Fault.Before);
        var sent = town.Execute(remark);
        await attempt.Arrived;
        _keys.LoseAll();
        // Somebody else has made another key with the same number.
        await _keys.Current(Zhang);
        attempt.Release();
        (await sent.Awaiting(s => s).Should().ThrowAsync<StoreUnavailableException>()).WithMessage("The key of a text was lost when a server failed. Send the command again.");
        (await _registry.History()).Should().HaveCount(1);

        (await town.Execute(remark)).Kind.Should().Be(OutcomeKind.Accepted);
        await using var other = new Registry(_registry);
        (await other.View()).Remarks.Should().Equal(PersonalText.About("p-zhang", "接管之时"));
    }

    [Fact]
    public async Task A_commit_whose_key_is_still_there_is_stored_by_the_next_try()
    {
        await using var town = new Failing(_registry);
        town.Store.Next(Fault.Before, Fault.LostAcknowledgement);
        (await town.Execute(new Enter("张三", [new("neighbour", PersonalText.About("p-li", "13800000002"))]))).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.View()).Name.Should().Be(PersonalText.About("p-zhang", "张三"));
        (await _registry.History()).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_key_read_just_before_its_erasure_opens_nothing_afterwards()
    {
        await _registry.Execute(new Enter("张三", []));
        var read = _keys.HoldNext();
        var shown = _registry.View();
        await read.Arrived;
        await _registry.Vault.Erase(Zhang, Registry.Asked);
        read.Release();
        (await shown).Name.Should().Be(PersonalText.Erased("p-zhang"));
        (await _registry.View()).Name.Should().Be(PersonalText.Erased("p-zhang"));
    }

    [Fact]
    public async Task A_key_read_just_before_its_erasure_seals_nothing_afterwards()
    {
        await _keys.Current(Zhang);
        var read = _keys.HoldNext();
        var entered = _registry.Execute(new Enter("张三", []));
        await read.Arrived;
        await _registry.Vault.Erase(Zhang, Registry.Asked);
        read.Release();
        (await entered).Kind.Should().Be(OutcomeKind.Accepted);
        (await _registry.View()).Name.Should().Be(PersonalText.About("p-zhang", "张三"));
        PersonalJson.SealedIn((await _registry.History())[0].Content.Events).Should().ContainSingle().Which.Persons.Should().Equal(new TextPerson("p-zhang", 2));
    }

    [Fact]
    public async Task An_erasure_whose_answer_is_lost_is_remembered_all_the_same()
    {
        await _registry.Execute(new Enter("张三", []));
        await _registry.View();
        _keys.LosesAnswers = true;
        await _registry.Awaiting(r => r.Vault.Erase(Zhang, Registry.Asked)).Should().ThrowAsync<StoreUnavailableException>();
        (await _registry.View()).Name.Should().Be(PersonalText.Erased("p-zhang"));
    }

    public async ValueTask DisposeAsync()
    {
        _keys.ReleaseAll();
        await _registry.DisposeAsync();
    }

    /// <summary>The registry's sessions on a store that fails.</summary>
    sealed class Failing : IAsyncDisposable
    {
        readonly SessionServices _services;

        public Failing(Registry registry)
        {
            Store = new(registry.Memory);
            var committer = new GroupCommitter(Store, new() { RetryDelay = TimeSpan.Zero }, TimeProvider.System, NullLogger<GroupCommitter>.Instance, registry.Vault);
            _services = registry.Services with { Store = Store, Committer = committer };
        }

        public FaultyStore Store { get; }

        public async Task<Outcome> Execute(PersonCommand command)
        {
            var session = new AggregateSession<Person, PersonCommand, PersonEvent, PersonView>(Person.Type, Registry.Zhang, _services);
            await session.Load();
            return await session.Execute(command, Registry.Office);
        }

        public ValueTask DisposeAsync()
        {
            Store.ReleaseAll();
            return _services.Committer.DisposeAsync();
        }
    }

    /// <summary>A vault that loses its keys, and whose answers come late or never, as a test wishes.</summary>
    sealed class LosingKeys : IPersonalDataKeys
    {
        readonly List<FaultyStore.Hold> _holds = [];
        MemoryPersonalDataKeys _keys = new(TimeProvider.System);
        FaultyStore.Hold? _hold;

        public bool LosesAnswers { get; set; }

        /// <summary>What a server that takes over has not yet got is lost.</summary>
        public void LoseAll() => _keys = new(TimeProvider.System);

        /// <summary>Makes the next answer wait after the key was read.</summary>
        public FaultyStore.Hold HoldNext()
        {
            _holds.Add(_hold = new());
            return _hold;
        }

        public void ReleaseAll() => _holds.ForEach(h => h.Release());

        public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default) => Late(_keys.Current(subject, cancellationToken));

        public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) => Late(_keys.Find(subject, generation, cancellationToken));

        public async Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default)
        {
            var erased = await _keys.Erase(subject, erasure, cancellationToken);
            return LosesAnswers ? throw new StoreUnavailableException("The connection broke.") : erased;
        }

        public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => _keys.Adoptions(cancellationToken);

        public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => _keys.Adopt(adoption, cancellationToken);

        public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => _keys.List(township, cancellationToken);

        public ValueTask DisposeAsync() => _keys.DisposeAsync();

        async Task<T> Late<T>(Task<T> read)
        {
            var (hold, key) = (Interlocked.Exchange(ref _hold, null), await read);
            if (hold is not null) await hold.Wait();
            return key;
        }
    }
}
