namespace Township.EventSourcing;

public sealed partial class GroupCommitter
{
    // Longer than a command takes from sealing its texts to this queue.
    static readonly TimeSpan RecheckFor = TimeSpan.FromMinutes(1);

    long? _failedAt;

    // After a fail-over the new server may lack the newest commits, and the newest keys with them.
    void NoteFailure()
    {
        _failedAt = _clock.GetTimestamp();
        Stored.Forget();
        _vault?.ForgetSealingKeys();
    }

    /// <summary>Fails those commits of a batch whose texts were sealed before a failure, with a key that the vault does not have any more: nobody could ever read them.</summary>
    void FailUnreadable(List<Pending> batch, bool mayHaveCommitted)
    {
        if (_vault is not { } vault || _failedAt is not { } failedAt || _clock.GetElapsedTime(failedAt) > RecheckFor) return;
        var kept = Task.WhenAll(batch.Select(p => vault.HasKeysOf(p.Commit))).GetAwaiter().GetResult();
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            if (kept[i]) continue;
            Fail(batch[i], new StoreUnavailableException("The key of a text was lost when a server failed. Send the command again.", mayHaveCommitted: mayHaveCommitted));
            batch.RemoveAt(i);
        }
    }
}
