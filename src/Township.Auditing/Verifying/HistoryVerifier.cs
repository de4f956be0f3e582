namespace Township.Auditing;

/// <summary>
/// Checks that a history is complete, in order, unchanged since it was written, and understood by this program. Only reads; passes over the
/// store once, and keeps one head per stream in memory. Does not stop at faults: each one is passed to the callback, in the order of
/// reading. A change is reported where it is, and not again at the commits after it. See docs/audit.md for what it can and cannot prove.
/// </summary>
/// <remarks>
/// Thread-safe; runs are independent. Works beside a silo that writes: it checks what was stored when it began, and
/// newer commits that it reads.
/// </remarks>
public sealed class HistoryVerifier(IEventReader reader, IReadOnlyList<IAggregateType> aggregates, VerificationOptions? options = null)
{
    readonly VerificationOptions _options = options ?? new();

    /// <summary>Verifies the whole store.</summary>
    /// <exception cref="StoreUnavailableException">The store is not available.</exception>
    public async Task<VerificationTotals> VerifyAll(
        Action<Fault> onFault, IProgress<AuditProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var run = new VerificationRun(reader, new(reader, aggregates, _options), onFault);
        await run.ReadListing(cancellationToken);
        var log = new LogTrack(run.Before, run.PointOf(_options.Checkpoint));
        var complete = true;
        await foreach (var commit in reader.ReadAllReadable(Damaged, cancellationToken))
        {
            await run.Check(commit, log, cancellationToken);
            progress?.Report(new(run.Commits, run.Before.Position));
        }

        if (complete) log.CheckEnd(run.Report);
        if (complete) run.CheckListing();
        await CheckStorage(run.Report, cancellationToken);
        return run.Totals(new(run.History ?? default, log.Head));

        void Damaged(StoreCorruptException damage)
        {
            complete &= damage.Position is not null;
            if (damage.Position is { } position) log.Skip(position);
            var kind = damage.Position is null ? HistoryFaults.ReadingStopped : HistoryFaults.Unreadable;
            run.Report(kind.At(new(null, null, damage.Position ?? log.Head.Position), "—", damage.Message));
        }
    }

    /// <summary>Verifies single streams. It does not check the global order, and therefore not the completeness of the store.</summary>
    /// <exception cref="StoreUnavailableException">The store is not available.</exception>
    public async Task<VerificationTotals> VerifyStreams(
        IReadOnlyList<StreamId> streams, Action<Fault> onFault, IProgress<AuditProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var run = new VerificationRun(reader, new(reader, aggregates, _options), onFault);
        foreach (var (index, stream) in streams.Distinct().Index())
        {
            try
            {
                await run.ReadListing(stream, cancellationToken);
                await foreach (var commit in reader.ReadStream(stream, StreamRange.All, cancellationToken))
                    await run.Check(commit, log: null, cancellationToken);
                run.CheckListing(stream);
            }
            catch (StoreCorruptException damage)
            {
                run.Report(HistoryFaults.Unreadable.At(new(stream, run.VersionOf(stream) + 1, damage.Position), "—", damage.Message));
            }

            progress?.Report(new(index + 1, streams.Count));
        }

        return run.Totals(null);
    }

    async Task CheckStorage(Action<Fault> onFault, CancellationToken cancellationToken)
    {
        if (reader is not IStorageCheck storage) return;
        try
        {
            foreach (var finding in await storage.CheckStorage(cancellationToken)) onFault(HistoryFaults.Storage.At(default, "—", finding));
        }
        catch (StoreCorruptException damage)
        {
            onFault(HistoryFaults.Storage.At(default, "—", damage.Message));
        }
    }
}
