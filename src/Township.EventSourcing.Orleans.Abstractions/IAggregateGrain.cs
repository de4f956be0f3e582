using Orleans.Concurrency;

namespace Township.EventSourcing;

/// <summary>
/// The interface that all aggregate grains share. The grain key is <c>township/id</c>. Set the caller with
/// <see cref="CallerContext.Use"/> before calling.
/// </summary>
/// <typeparam name="TCommand">The closed hierarchy of commands: the aggregate's API.</typeparam>
/// <typeparam name="TView">What clients are shown.</typeparam>
[Alias("township.aggregate`2")]
public interface IAggregateGrain<TCommand, TView> : IGrainWithStringKey
    where TCommand : Command
    where TView : class
{
    /// <summary>
    /// Carries out a command, and returns when the outcome is durable. Idempotent by command id: after a failure or timeout,
    /// send the same command again.
    /// </summary>
    /// <exception cref="AggregateFailureException">The system failed; the exception says whether anything may
    /// have been written.</exception>
    [Alias("execute")]
    Task<Outcome> Execute([Immutable] TCommand command, CancellationToken cancellationToken = default);

    /// <summary>Returns the durable state as clients see it; version 0 when the stream has no events.</summary>
    /// <exception cref="QueryRefusedException">The caller may not read this aggregate.</exception>
    [ReadOnly, Alias("view")]
    Task<Versioned<TView>> View(CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the view as it was after an event; the newest when the stream is shorter. The right to read it is
    /// judged by the current state.
    /// </summary>
    /// <exception cref="QueryRefusedException">The caller may not read this aggregate.</exception>
    [ReadOnly, Alias("view-as-of")]
    Task<Versioned<TView>> ViewAsOf(long version, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the commits after a version, oldest first, up to now. To resume after a broken connection, pass the last version that was
    /// received. The history shows commands, reasons and actors, and is open to fewer readers than the view.
    /// </summary>
    /// <exception cref="QueryRefusedException">The caller may not read this aggregate's history.</exception>
    [ReadOnly, Alias("history")]
    IAsyncEnumerable<HistoryEntry> History(long afterVersion = 0, CancellationToken cancellationToken = default);
}
