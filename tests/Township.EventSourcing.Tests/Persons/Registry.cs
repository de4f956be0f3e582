using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>A process that keeps persons, with a vault; several can share store and vault, as silos do.</summary>
sealed class Registry : IAsyncDisposable, IFactReader
{
    public static readonly Caller Office = new(new("c-001", "huimin", ["office"]), "request-1");
    public static readonly Caller System = new(new("reactions", "huimin", [Actor.SystemRole]), "request-2");
    public static readonly StreamId Zhang = new("person", "huimin", "p-zhang");
    public static readonly StreamId Li = new("person", "huimin", "p-li");
    public static readonly Erasure Asked = new("c-002", "request 7", new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public Registry(Registry? other = null, SessionOptions? options = null, ISnapshotStore? snapshots = null, bool sealing = true, IPersonalDataKeys? vault = null)
    {
        (Memory, Keys) = (other?.Memory ?? new(), vault is null && other is not null ? other.Keys : new(vault ?? new MemoryPersonalDataKeys(TimeProvider.System)));
        Vault = new(Keys, Clock, new());
        Committer = new(Memory, new(), Clock, NullLogger<GroupCommitter>.Instance);
        Services = new(Memory, Committer, snapshots ?? NoSnapshots.Instance, this, new(Clock, "cal-2026", "1"), options ?? new(), NullLogger.Instance, [Person.Type], sealing ? Vault : null);
    }

    public MemoryEventStore Memory { get; }

    public CountingKeys Keys { get; }

    public PersonalData Vault { get; }

    public FakeTimeProvider Clock { get; } = new(Bank.Start);

    public GroupCommitter Committer { get; }

    public SessionServices Services { get; }

    public async Task<AggregateSession<Person, PersonCommand, PersonEvent, PersonView>> Session(StreamId? stream = null)
    {
        var session = new AggregateSession<Person, PersonCommand, PersonEvent, PersonView>(Person.Type, stream ?? Zhang, Services);
        await session.Load();
        return session;
    }

    public async Task<Outcome> Execute(PersonCommand command, StreamId? stream = null, Caller? caller = null) =>
        await (await Session(stream)).Execute(command, caller ?? Office);

    public async Task<List<RecordedCommit>> History(StreamId? stream = null) => await Memory.ReadStream(stream ?? Zhang, StreamRange.All).ToListAsync();

    /// <summary>What a reader sees.</summary>
    public async Task<PersonView> View(StreamId? stream = null)
    {
        var session = await Session(stream);
        return Person.Type.ReadView(await Vault.Open(Person.Type.WriteView(session.State, session.Stream), session.Stream.Township));
    }

    /// <summary>Everything in the store as text.</summary>
    public async Task<string> Stored()
    {
        var commits = await Memory.ReadAll().ToListAsync();
        return string.Join('\n', commits.Select(c => $"{c.Content.CommandData} {c.Content.Actor} {c.Content.Facts} {c.Content.Events}"));
    }

    public async Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default) =>
        (await Session(stream)).FactsOf(wanted);

    public ValueTask DisposeAsync() => Committer.DisposeAsync();
}

/// <summary>A vault that counts what is asked of it, and can be away.</summary>
sealed class CountingKeys(IPersonalDataKeys inner) : IPersonalDataKeys
{
    public int Asked { get; private set; }

    public bool Away { get; set; }

    /// <summary>Answers about a person only after this.</summary>
    public (string Person, Task Until)? Slow { get; set; }

    public async Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default)
    {
        if (Slow is { Person: var person, Until: var until } && subject.Subject == person) await until;
        return await Count(() => inner.Current(subject, cancellationToken));
    }

    public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) => Count(() => inner.Find(subject, generation, cancellationToken));

    public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) => inner.Erase(subject, erasure, cancellationToken);

    public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => inner.Adoptions(cancellationToken);

    public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => inner.Adopt(adoption, cancellationToken);

    public IAsyncEnumerable<PersonalDataRecord> List(string township, CancellationToken cancellationToken = default) => inner.List(township, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    Task<T> Count<T>(Func<Task<T>> ask)
    {
        Asked++;
        return Away ? throw new StoreUnavailableException("The vault is away.") : ask();
    }
}
