using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Township.Auditing.Tests;

/// <summary>Makes histories as a silo does: real aggregates decide, a real committer writes into the given store.</summary>
public sealed class Town : IAsyncDisposable, IFactReader
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    readonly FakeTimeProvider _clock;
    readonly GroupCommitter _committer;
    readonly string _calendar;
    readonly IEventStore _store;
    readonly IReadOnlyList<IAggregateType> _types;
    readonly PersonalData _vault;

    public Town(IEventStore store, IReadOnlyList<IAggregateType> types, IPersonalDataKeys? keys = null, DateTimeOffset? start = null, string calendar = "cal-2026")
    {
        (_store, _types, _clock, _calendar) = (store, types, new(start ?? Start), calendar);
        _vault = new(keys ?? new MemoryPersonalDataKeys(_clock), _clock, new());
        _committer = new(store, new(), _clock, NullLogger<GroupCommitter>.Instance);
    }

    /// <summary>How long after the command before the next one is decided. An hour, unless a scene goes faster.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The next command is decided at this moment.</summary>
    public void At(DateTimeOffset moment) => _clock.SetUtcNow(moment - Pace);

    /// <summary>Decides a command at its time; fails the test when it is refused.</summary>
    public async Task Do<TState, TCommand, TEvent, TView>(
        AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, TCommand command, string role, string subject = "c-001")
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        _clock.Advance(Pace);
        var services = new SessionServices(_store, _committer, NoSnapshots.Instance, this, new(_clock, _calendar, "1.0"), new(), NullLogger.Instance, _types, _vault);
        var session = new AggregateSession<TState, TCommand, TEvent, TView>(type, stream, services);
        await session.Load();
        var outcome = await session.Execute(command, new(new(subject, stream.Township, [role]), "request-1"));
        outcome.Kind.Should().Be(OutcomeKind.Accepted, outcome.Refusal?.ToString() ?? "");
    }

    public async Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default)
    {
        var type = _types.First(t => t.Category == stream.Category);
        var (state, head) = (type.Initial, new StreamHead(stream, 0, CommitHash.Zero));
        await foreach (var commit in _store.ReadStream(stream, StreamRange.All, cancellationToken))
        {
            state = commit.Events.Index().Aggregate(state, (folded, e) => type.Fold(folded, stream, commit.FirstVersion + e.Index, e.Item));
            head = commit.StreamHead;
        }

        return new(head, [.. wanted.Select(w => (w.Schema, type.WriteFact(state, stream, w.Name, w.Schema)))]);
    }

    public ValueTask DisposeAsync() => _committer.DisposeAsync();
}
