using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Sends due commands in batches for as long as it owns the subscription of the deadlines. One lease covers both keeping the rows and
/// sending the commands, so a later owner fences off both. Not thread-safe; driven by <see cref="DeadlineDispatcher"/>.
/// </summary>
/// <remarks>
/// A second worker for a moment, or a crash between sending and noting, does no harm: the ids of commands are derived from the commits that
/// set the deadlines, and the aggregates decide.
/// </remarks>
/// <param name="lease">The right to write as the subscription's owner.</param>
/// <param name="checkpoints">The store of the rows.</param>
/// <param name="deadlines">The projection that keeps them.</param>
/// <param name="reader">The event store.</param>
/// <param name="sender">Delivers commands.</param>
/// <param name="caughtUp">Waits until the rows include everything up to a position.</param>
/// <param name="options">Batch sizes, pauses and timeouts.</param>
/// <param name="clock">The clock of decisions, by which deadlines are due.</param>
/// <param name="log">Where failures are logged.</param>
public sealed class DeadlineWorker(
    SubscriptionLease lease, ICheckpointStore<DbTransaction> checkpoints, DeadlineProjection deadlines, IEventReader reader,
    IDeadlineSender sender,
    Func<long, CancellationToken, Task> caughtUp, DeadlineOptions options, TimeProvider clock, ILogger log)
{
    readonly DeadlineSending _sending = new(deadlines, sender, options, clock, log);
    bool _behind = true;
    long? _counted;

    sealed record Sight(IReadOnlyList<DeadlineRow> Due, DateTimeOffset? Next);

    /// <summary>The number of deadlines that are not settled, as of the last count.</summary>
    public long Pending { get; private set; }

    /// <summary>The number of deadlines whose command fails, as of the last count.</summary>
    public long Stuck { get; private set; }

    /// <summary>The due time of the first undelivered deadline, as of the last step; null when there is none.</summary>
    public DateTimeOffset? OverdueSince { get; private set; }

    /// <summary>Sends one batch of due commands.</summary>
    /// <returns>When to call again: a time in the past when a batch was sent and more may be due, <see cref="DateTimeOffset.MaxValue"/>
    /// when nothing is due, null when there are no rows of this version yet.
    /// </returns>
    /// <exception cref="SubscriptionDeposedException">Another process has taken over the subscription.</exception>
    /// <exception cref="SubscriptionSupersededException">The live rows are of a newer version.</exception>
    /// <exception cref="StoreUnavailableException">The store or the checkpoint store cannot be reached now. Try again later.</exception>
    public async Task<DateTimeOffset?> Work(CancellationToken cancellationToken = default)
    {
        if (_behind) await CatchUp(cancellationToken);
        var now = clock.GetUtcNow();
        var sight = await Look(now, cancellationToken);
        _behind = sight is not { Due: [] };
        if (sight is null) return null;
        if (!_behind) return sight.Next ?? DateTimeOffset.MaxValue;
        var tried = new ConcurrentBag<DeadlineRow>();
        await Parallel.ForEachAsync(sight.Due,
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (row, c) => tried.Add(await _sending.Send(row, c)));
        await checkpoints.Change(DeadlineProjection.Table, async (transaction, record) =>
        {
            record.Check(lease);
            if (TableOf(record) is { } table) await DeadlineRows.Note(transaction, table, [.. tried], cancellationToken);
            return record;
        }, cancellationToken);
        return now;
    }

    // The events that follow from a stream's last command may set a deadline that is due before its older ones, and
    // must clear the settled one.
    async Task CatchUp(CancellationToken cancellationToken)
    {
        var head = await reader.ReadLogHead(cancellationToken);
        try
        {
            await caughtUp(head.Position, cancellationToken).WaitAsync(options.CatchUpTimeout, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or SubscriptionStoppedException)
        {
            // Go on with older rows: the aggregates decide on their current state.
        }
    }

    async Task<Sight?> Look(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Sight? sight = null;
        await checkpoints.Change(DeadlineProjection.Table, async (transaction, record) =>
        {
            record.Check(lease);
            if (TableOf(record) is not { } table) return record;
            if (IsToBeCounted())
            {
                await DeadlineRows.Recall(transaction, table, now, options, cancellationToken);
                (Pending, Stuck) = await DeadlineRows.Count(transaction, table, cancellationToken);
            }

            var due = await DeadlineRows.Due(transaction, table, now, options.BatchSize, cancellationToken);
            var (next, waitingSince) = await DeadlineRows.Next(transaction, table, now, cancellationToken);
            OverdueSince = new[] { waitingSince, due.Select(r => (DateTimeOffset?)r.DueAt).Min() }.Min();
            // A stuck deadline does not block the stream's others, but a stream gets one command at a time.
            sight = new([.. due.DistinctBy(r => r.Stream)], next);
            return record;
        }, cancellationToken);
        return sight;
    }

    // Rows of another version may hold states that this version does not know.
    string? TableOf(SubscriptionRecord record) =>
        record.Live is { } live && live.Version == lease.Version ? live.TableNames[DeadlineProjection.Table] : null;

    bool IsToBeCounted()
    {
        if (_counted is { } since && TimeProvider.System.GetElapsedTime(since) < options.CountInterval) return false;
        _counted = TimeProvider.System.GetTimestamp();
        return true;
    }
}
