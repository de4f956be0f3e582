using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.Testing;

/// <summary>A session's surroundings for one generated history: store, writer, a clock that is set, and given inputs.</summary>
sealed class Stage<TState, TCommand, TEvent, TView> : IInputReader, IAsyncDisposable
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
    EquatableList<GivenInput> _inputs = [];

    public Stage(StreamId stream, string calendar)
    {
        _stream = stream;
        _committer = new(_store, new(), TimeProvider.System, NullLogger<GroupCommitter>.Instance);
        _services = new(_store, _committer, NoSnapshots.Instance, this, new(_clock, calendar, "spec"), new(), NullLogger.Instance,
            new(new MemoryPersonalDataKeys(TimeProvider.System), TimeProvider.System, new()));
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
        _inputs = attempt.Inputs;
        return session.Execute(attempt.Command, new(attempt.Actor, "spec"));
    }

    public Task<CapturedInput> Capture(InputRequest request, CancellationToken cancellationToken = default) => Task.FromResult(GivenInput.Capture(request, _inputs));

    public async Task<int> Commits() => (int)(await _store.ReadLogHead()).Position;

    public async Task RedecideAll()
    {
        IAggregateType type = Type;
        var state = type.Initial;
        await foreach (var commit in _store.ReadAll())
        {
            var (events, refusal) = type.Redecide(state, commit);
            Agreement.Check($"The commit at version {commit.FirstVersion} is decided differently", Agreement.Shown(commit.Events), Agreement.Shown(events, refusal));
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
