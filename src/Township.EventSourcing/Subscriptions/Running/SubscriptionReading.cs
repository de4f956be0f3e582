namespace Township.EventSourcing;

/// <summary>Reads what comes after a checkpoint, and makes sure that it is the same history that led there.</summary>
static class SubscriptionReading
{
    /// <summary>At most so many commits after a checkpoint.</summary>
    /// <exception cref="StoreUnavailableException">The store ends before the checkpoint: a replica that lags behind, or not the same store.</exception>
    /// <exception cref="ForeignHistoryException">What is there does not follow from the checkpoint.</exception>
    public static async Task<List<RecordedCommit>> After(this IEventReader reader, LogHead checkpoint, int limit, CancellationToken cancellationToken)
    {
        var commits = new List<RecordedCommit>();
        LogHead? previous = checkpoint.Position == 0 ? checkpoint : null;
        // One commit more than needed: the one that the checkpoint rests on. Rows of a store that was swapped, or lost
        // its tail in a fail-over, would otherwise go on as if nothing had happened.
        await foreach (var commit in reader.ReadAll(Math.Max(0, checkpoint.Position - 1), cancellationToken))
        {
            if (previous is null)
            {
                if (commit.LogHead != checkpoint) throw new ForeignHistoryException(checkpoint.Position);
            }
            else
            {
                if (commit.Position != previous.Position + 1 || !commit.LogHash.Equals(CommitHash.OfLog(previous.LogHash, commit.Position, commit.Hash)))
                    throw new ForeignHistoryException(previous.Position + 1);
                commits.Add(commit);
            }

            previous = commit.LogHead;
            if (commits.Count == limit) break;
        }

        return previous is not null ? commits : throw new StoreUnavailableException(
            $"The store ends before position {checkpoint.Position}, up to which the subscription has read: is it a replica that lags behind, or another store?");
    }
}

/// <summary>The store does not continue the history that the rows were made from.</summary>
sealed class ForeignHistoryException(long position)
    : Exception($"The store's history at position {position} does not continue what the rows were made from. Rebuild the subscription, or connect it to its own store.")
{
    public long Position => position;
}
