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
    /// The store ends before the checkpoint: it is a lagging replica or another store.
    /// </exception>
    /// <exception cref="ForeignHistoryException">The store's history does not continue the checkpoint.</exception>
    public static async Task<LogSlice> After(this IEventReader reader, LogHead checkpoint, EquatableList<string>? categories, int limit, CancellationToken cancellationToken)
    {
        var slice = categories is not null && reader is ISelectiveReader selective
            ? await selective.ReadSlice(checkpoint.Position, categories, limit, cancellationToken)
            : await reader.OneByOne(checkpoint, categories, limit, cancellationToken);
        if (slice.From is null)
            throw new StoreUnavailableException(
                $"The store ends before position {checkpoint.Position}, up to which the subscription has read: is it a replica that lags behind, or another store?");
        // Otherwise a store that was swapped, or that lost its newest commits in a fail-over, would go unnoticed.
        return slice.From == checkpoint ? slice : throw new ForeignHistoryException(checkpoint.Position);
    }

    // Checks that every commit, also of other categories, continues the one before it.
    static async Task<LogSlice> OneByOne(this IEventReader reader, LogHead checkpoint, EquatableList<string>? categories, int limit, CancellationToken cancellationToken)
    {
        var commits = new List<RecordedCommit>();
        var from = checkpoint.Position == 0 ? new LogHead(0, CommitHash.Zero) : null;
        var to = from;
        // Begins at the commit of the checkpoint, to compare it.
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
