using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>
/// Sends what is due, batch by batch, for as long as it owns the subscription of the deadlines: whoever keeps the rows sends
/// the commands, and a later owner fences both off. Not thread-safe; <see cref="DeadlineDispatcher"/> keeps it going.
/// </summary>
/// <remarks>
/// A second one for a moment does no harm, nor does a crash between sending and noting: the ids of commands follow from the commits that
/// set the deadlines, and the aggregates decide.
/// </remarks>
/// <param name="lease">The right to write as the subscription's owner.</param>
/// <param name="checkpoints">Where the rows are.</param>
/// <param name="deadlines">The projection that keeps them.</param>
/// <param name="reader">The store.</param>
/// <param name="sender">Delivers commands.</param>
/// <param name="caughtUp">Waits until the rows show everything up to a position.</param>
/// <param name="options">How.</param>
/// <param name="clock">Tells when something is due.</param>
/// <param name="log">What people should know.</param>
public sealed class DeadlineWorker(
    SubscriptionLease lease, ICheckpointStore<DbTransaction> checkpoints, DeadlineProjection deadlines, IEventReader reader, IDeadlineSender sender,
    Func<long, CancellationToken, Task> caughtUp, DeadlineOptions options, TimeProvider clock, ILogger log)
{
    readonly DeadlineSending _sending = new(deadlines, sender, options, clock, log);
    bool _behind = true;
    long? _counted;

    sealed record Sight(IReadOnlyList<DeadlineRow> Due, DateTimeOffset? Next);

    /// <summary>Deadlines that are not settled, as of the last count.</summary>
    public long Pending { get; private set; }

    /// <summary>Those of them whose command fails, as of the last count.</summary>
    public long Stuck { get; private set; }

    /// <summary>Since when the first is due that has not been delivered, as of the last look; null when none is.</summary>
    public DateTimeOffset? OverdueSince { get; private set; }

    /// <summary>Sends one batch of what is due.</summary>
    /// <returns>
    /// When there is something to do next: a moment that has passed where a batch was sent and there may be more,
    /// <see cref="DateTimeOffset.MaxValue"/> for never, null when there are no rows of this version to look at yet.
    /// </returns>
    /// <exception cref="SubscriptionDeposedException">Somebody else has taken over.</exception>
    /// <exception cref="SubscriptionSupersededException">The live rows are of a newer version.</exception>
    /// <exception cref="StoreUnavailableException">The store or the checkpoint store cannot be reached now. Try again later.</exception>
    public async Task<DateTimeOffset?> Step(CancellationToken cancellationToken = default)
    {
        if (_behind) await CatchUp(cancellationToken);
        var now = clock.GetUtcNow();
        var sight = await Look(now, cancellationToken);
        _behind = sight is not { Due: [] };
        if (sight is null) return null;
        if (!_behind) return sight.Next ?? DateTimeOffset.MaxValue;
        var tried = new ConcurrentBag<DeadlineRow>();
        await Parallel.ForEachAsync(sight.Due, new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (row, c) => tried.Add(await _sending.Send(row, c)));
        await checkpoints.Change(DeadlineProjection.Table, async (transaction, record) =>
        {
            record.Check(lease);
            if (TableOf(record) is { } table) await DeadlineRows.Note(transaction, table, [.. tried], cancellationToken);
            return record;
        }, cancellationToken);
        return now;
    }

    // What a stream's last command led to may be due before what it had set earlier, and what was settled must be seen to be so.
    async Task CatchUp(CancellationToken cancellationToken)
    {
        var head = await reader.ReadLogHead(cancellationToken);
        try
        {
            await caughtUp(head.Position, cancellationToken).WaitAsync(options.CatchUpTimeout, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or SubscriptionStoppedException)
        {
            // The aggregates know what has happened, whatever the rows show.
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
            // What is stuck keeps no others, but a stream gets one command at a time.
            sight = new([.. due.DistinctBy(r => r.Stream)], next);
            return record;
        }, cancellationToken);
        return sight;
    }

    // Rows of another version's code may hold what this one does not know.
    string? TableOf(SubscriptionRecord record) => record.Live is { } live && live.Version == lease.Version ? live.TableNames[DeadlineProjection.Table] : null;

    bool IsToBeCounted()
    {
        if (_counted is { } since && TimeProvider.System.GetElapsedTime(since) < options.CountInterval) return false;
        _counted = TimeProvider.System.GetTimestamp();
        return true;
    }
}
