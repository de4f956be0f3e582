using CsCheck;

namespace Township.EventSourcing.Testing;

/// <summary>Creates <see cref="AggregateProperties{TState,TCommand,TEvent,TView}"/>.</summary>
public static class AggregateProperties
{
    /// <summary>Returns the properties of an aggregate.</summary>
    /// <param name="type">The aggregate, for example <c>Draw.Type</c>.</param>
    /// <param name="stream">The stream of the generated histories; each history gets a new store.</param>
    /// <param name="calendar">The version of the work calendar. Default: none.</param>
    public static AggregateProperties<TState, TCommand, TEvent, TView> Of<TState, TCommand, TEvent, TView>(
        AggregateType<TState, TCommand, TEvent, TView> type, string stream, string calendar = "")
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(stream, calendar);
    }
}

/// <summary>
/// Properties that hold for every aggregate, whatever its rules. They are tested on generated histories that run through a real session on
/// a <see cref="MemoryEventStore"/>.
/// </summary>
/// <example><code>
/// [Fact] public Task A_retry_writes_nothing() =&gt;
///     AggregateProperties.Of(Draw.Type, "draw/huimin/meeting.2026-01").RetryWritesNothing(Attempts.Array[0, 20]);
/// </code></example>
public sealed class AggregateProperties<TState, TCommand, TEvent, TView>
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    readonly StreamId _stream;
    readonly string _calendar;

    internal AggregateProperties(string stream, string calendar) => (_stream, _calendar) = (StreamId.Parse(stream), calendar);

    /// <summary>
    /// Every command that is sent again returns its outcome again and writes nothing: immediately, and, if it was accepted, also
    /// at the end to a new session.
    /// </summary>
    /// <param name="histories">The commands, in order.</param>
    /// <param name="iterations">The number of histories.</param>
    public Task RetryWritesNothing(Gen<Attempt<TCommand>[]> histories, long iterations = 100)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return histories.SampleAsync(RetryWritesNothing, iter: iterations);
    }

    /// <summary>
    /// Every produced history can be folded without exceptions. The live state and view equal those of a replay and survive a snapshot, and
    /// every commit that is decided again gives its events byte for byte.
    /// </summary>
    /// <param name="histories">The commands, in order.</param>
    /// <param name="iterations">The number of histories.</param>
    public Task HistoriesFold(Gen<Attempt<TCommand>[]> histories, long iterations = 100)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return histories.SampleAsync(HistoryFolds, iter: iterations);
    }

    async Task RetryWritesNothing(Attempt<TCommand>[] history)
    {
        await using var stage = new Stage<TState, TCommand, TEvent, TView>(_stream, _calendar);
        var session = await stage.NewSession();
        var accepted = new List<(Attempt<TCommand> Attempt, long Version)>();
        foreach (var attempt in history)
        {
            var outcome = await stage.Execute(session, attempt);
            var written = await stage.Commits();
            var again = await stage.Execute(session, attempt);
            var expected = outcome.Kind == OutcomeKind.Accepted ? outcome with { Kind = OutcomeKind.Repeated } : outcome;
            await Check("at once", attempt, expected, again, written);
            if (again.Kind == OutcomeKind.Repeated) accepted.Add((attempt, again.Version));
        }

        var late = await stage.NewSession();
        var total = await stage.Commits();
        foreach (var (attempt, version) in accepted)
            await Check("later", attempt, new(OutcomeKind.Repeated, version), await stage.Execute(late, attempt), total);

        async Task Check(string when, Attempt<TCommand> attempt, Outcome expected, Outcome actual, int written)
        {
            if (actual != expected)
                throw new SpecFailedException($"Sent again {when}, {attempt.Command} gave {actual} instead of {expected}.");
            if (await stage.Commits() != written) throw new SpecFailedException($"Sent again {when}, {attempt.Command} wrote a commit.");
        }
    }

    async Task HistoryFolds(Attempt<TCommand>[] history)
    {
        await using var stage = new Stage<TState, TCommand, TEvent, TView>(_stream, _calendar);
        var session = await stage.NewSession();
        foreach (var attempt in history) await stage.Execute(session, attempt);

        var replayed = await stage.NewSession();
        Agreement.Check("The live state differs from the replayed one", stage.Shown(session.State), stage.Shown(replayed.State));
        Agreement.OfState(AggregateType<TState, TCommand, TEvent, TView>.Instance, session.State);
        await stage.RedecideAll();
    }
}
