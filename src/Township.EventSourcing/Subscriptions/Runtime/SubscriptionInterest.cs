namespace Township.EventSourcing;

/// <summary>Answers one question for one subscription: may there be something for it in the log after a position? Thread-safe.</summary>
/// <remarks>
/// How subscriptions wake up:
/// <list type="number">
/// <item>The group committer reports the commits of this process to the <see cref="CommitSignal"/>, and the <see cref="LogWatcher"/> those of
/// other processes: the end of the log, and the categories of a stretch.</item>
/// <item>A subscription is quiet up to the end of the known part of the log if nothing in it is of its categories. It waits without reading, and
/// counts as having reached that position.</item>
/// <item>Between two stretches of this process there may be a gap, where another process has written. If only a gap lies ahead, the watcher
/// fills it within a poll interval, and the subscription waits for that moment instead of reading the gap itself.</item>
/// <item>None of this decides what is handled. That is read from the store, after the checkpoint. If the signal knows too little, a
/// subscription reads in vain; it never misses a commit, since it reads after each <see cref="SubscriptionOptions.ControlInterval"/> at the
/// latest.</item>
/// </list>
/// </remarks>
sealed class SubscriptionInterest(CommitSignal signal, EquatableList<string>? categories, TimeProvider clock)
{
    /// <summary>How far the log is known to reach.</summary>
    public long Head => signal.Position;

    /// <summary>The last position up to which nothing after a position is for the subscription; null if that is not known.</summary>
    public long? QuietAfter(long position) => categories is null ? null : signal.QuietAfter(position, categories);

    /// <summary>Whether there may be something between two positions that is worth reading now.</summary>
    public bool MayMatter(long position, long end) => end > QuietUntil(position) && !IsOnlyGapAfter(position);

    /// <summary>Waits until something may matter, but not longer than <paramref name="atMost"/>.</summary>
    /// <param name="position">After this position.</param>
    /// <param name="atMost">The longest wait.</param>
    /// <param name="grown">Called each time the log has grown.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether something may matter.</returns>
    public async Task<bool> Wait(long position, TimeSpan atMost, Action grown, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = Task.Delay(atMost, clock, ended.Token);
        while (!pause.IsCompleted && !MayMatter(position, Head))
        {
            await (IsOnlyGapAfter(position)
                ? Task.Delay(WakeUpTimings.NotYetReadable, clock, cancellationToken)
                : Task.WhenAny(signal.Beyond(QuietUntil(position), ended.Token), pause));
            cancellationToken.ThrowIfCancellationRequested();
            grown();
        }

        await ended.CancelAsync();
        return MayMatter(position, Head);
    }

    bool IsOnlyGapAfter(long position) => categories is not null && signal.IsOnlyGapAfter(position, categories);

    long QuietUntil(long position) => QuietAfter(position) ?? position;
}
