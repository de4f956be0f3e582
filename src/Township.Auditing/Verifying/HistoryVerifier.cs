namespace Township.Auditing;

/// <summary>
/// Checks that a history is what it claims to be: complete, in order, unchanged since it was written, and understood by this program. Reads
/// only, goes through the store once, and keeps a head per stream in memory, nothing per commit. Never stops at a fault: every fault goes
/// to the callback, in the order of reading, and one change is reported where it is, not again at everything behind it. What it can and
/// cannot prove: docs/audit.md.
/// </summary>
/// <remarks>
/// Thread-safe; each run is on its own. Works beside a silo that writes: it checks what was there when it began, and what it meets beyond.
/// </remarks>
public sealed class HistoryVerifier(IEventReader reader, IReadOnlyList<IAggregateType> aggregates, VerificationOptions? options = null)
{
    readonly VerificationOptions _options = options ?? new();

    /// <summary>Verifies the whole store.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async Task<VerificationTotals> VerifyAll(Action<Fault> onFault, IProgress<AuditProgress>? progress = null, CancellationToken cancellationToken = default)
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

    /// <summary>Verifies single streams. The global order, and so the completeness of the store, stays unchecked.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public async Task<VerificationTotals> VerifyStreams(
        IReadOnlyList<StreamId> streams, Action<Fault> onFault, IProgress<AuditProgress>? progress = null, CancellationToken cancellationToken = default)
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
