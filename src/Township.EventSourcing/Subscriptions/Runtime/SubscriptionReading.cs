namespace Township.EventSourcing;

/// <summary>Reads what comes after a checkpoint, and makes sure that it is the same history that led there.</summary>
static class SubscriptionReading
{
    /// <summary>At most so many commits of some categories, or of all, after a checkpoint.</summary>
    /// <param name="reader">The store.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="categories">The categories; null for all.</param>
    /// <param name="limit">The most commits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">
    /// The store ends before the checkpoint: a replica that lags behind, or not the same store.
    /// </exception>
    /// <exception cref="ForeignHistoryException">What is there does not follow from the checkpoint.</exception>
    public static async Task<LogSlice> After(this IEventReader reader, LogHead checkpoint, EquatableList<string>? categories, int limit, CancellationToken cancellationToken)
    {
        var slice = categories is not null && reader is ISelectiveReader selective
            ? await selective.ReadSlice(checkpoint.Position, categories, limit, cancellationToken)
            : await reader.OneByOne(checkpoint, categories, limit, cancellationToken);
        if (slice.From is null)
            throw new StoreUnavailableException(
                $"The store ends before position {checkpoint.Position}, up to which the subscription has read: is it a replica that lags behind, or another store?");
        // Rows of a store that was swapped, or lost its tail in a fail-over, would otherwise go on as if nothing had happened.
        return slice.From == checkpoint ? slice : throw new ForeignHistoryException(checkpoint.Position);
    }

    // Every commit is seen, those that are left out too, and each must continue the one before it.
    static async Task<LogSlice> OneByOne(this IEventReader reader, LogHead checkpoint, EquatableList<string>? categories, int limit, CancellationToken cancellationToken)
    {
        var commits = new List<RecordedCommit>();
        var from = checkpoint.Position == 0 ? new LogHead(0, CommitHash.Zero) : null;
        var to = from;
        // One commit more than needed: the one that the checkpoint rests on.
        await foreach (var commit in reader.ReadAll(Math.Max(0, checkpoint.Position - 1), cancellationToken))
        {
            if (to is null)
            {
                from = commit.LogHead;
            }
            else
            {
                if (commit.Position != to.Position + 1 || !commit.LogHash.Equals(CommitHash.OfLog(to.LogHash, commit.Position, commit.Hash)))
                    throw new ForeignHistoryException(to.Position + 1);
                if (categories is null || categories.Contains(commit.Stream.Category)) commits.Add(commit);
            }

            to = commit.LogHead;
            if (commits.Count == limit) break;
        }

        return new(commits, from, to ?? checkpoint, IsLast: commits.Count < limit);
    }
}

/// <summary>The store does not continue the history that the rows were made from.</summary>
sealed class ForeignHistoryException(long position)
    : Exception($"The store's history at position {position} does not continue what the rows were made from. Rebuild the subscription, or connect it to its own store.")
{
    public long Position => position;
}
