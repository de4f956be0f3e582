using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.Testing;

/// <summary>
/// The environment of a session for one generated history: a store, its writer, a clock that can be set, and given facts.
/// </summary>
sealed class Stage<TState, TCommand, TEvent, TView> : IFactReader, IAsyncDisposable
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    static readonly AggregateType<TState, TCommand, TEvent, TView> Type = AggregateType<TState, TCommand, TEvent, TView>.Instance;

    readonly StreamId _stream;
    readonly MemoryEventStore _store = new();
    readonly SetClock _clock = new();
    readonly GroupCommitter _committer;
    readonly SessionServices _services;
    EquatableList<GivenFact> _facts = [];

    public Stage(StreamId stream, string calendar)
    {
        _stream = stream;
        _committer = new(_store, new(), TimeProvider.System, NullLogger<GroupCommitter>.Instance);
        _services = new(_store, _committer, NoSnapshots.Instance, this, new(_clock, calendar, "spec"), new(), NullLogger.Instance,
            PersonalData: new(new MemoryPersonalDataKeys(TimeProvider.System), TimeProvider.System, new()));
    }

    public async Task<AggregateSession<TState, TCommand, TEvent, TView>> NewSession()
    {
        var session = new AggregateSession<TState, TCommand, TEvent, TView>(Type, _stream, _services);
        await session.Load();
        return session;
    }

    public Task<Outcome> Execute(AggregateSession<TState, TCommand, TEvent, TView> session, Attempt<TCommand> attempt)
    {
        _clock.Now = attempt.At;
        _facts = attempt.Facts;
        return session.Execute(attempt.Command, new(attempt.Actor, "spec"));
    }

    // The other streams are in no store: for guards, they do not exist and never change.
    public Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default) =>
        Task.FromResult(new StreamFacts(
        new(stream, 0, CommitHash.Zero),
        [.. wanted.Select(w => GivenFact.Capture(w.Name, stream, _facts, version: 0)).Select(f => (f.Schema, f.Data))]));

    public async Task<int> Commits() => (int)(await _store.ReadLogHead()).Position;

    public async Task RedecideAll()
    {
        IAggregateType type = Type;
        var state = type.Initial;
        await foreach (var commit in _store.ReadAll())
        {
            Agreement.OfDecision(
                $"The commit at version {commit.FirstVersion} is decided differently", commit.Events, type.Redecide(state, commit));
            var version = commit.PreviousVersion;
            foreach (var stored in commit.Events) state = type.Fold(state, commit.Stream, ++version, stored);
        }
    }

    public string Shown(TState state) => $"{Type.WriteState(state)}\n{Type.WriteView(state, _stream)}";

    public ValueTask DisposeAsync() => _committer.DisposeAsync();

    sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
