namespace Township.EventSourcing;

/// <summary>Keys that were asked of the vault a short while ago. Bounded and thread-safe; one kept too long is asked again.</summary>
sealed class KeptKeys<TKey>(TimeProvider clock, PersonalDataOptions options) where TKey : notnull
{
    readonly Lock _lock = new();
    readonly Dictionary<TKey, (PersonalDataKey Key, long AskedAt)> _kept = [];

    public async ValueTask<PersonalDataKey?> Get(TKey which, Func<Task<PersonalDataKey?>> ask)
    {
        lock (_lock)
            if (_kept.TryGetValue(which, out var kept) && clock.GetElapsedTime(kept.AskedAt) < options.KeysKept) return kept.Key;
        // From before asking: an erasure in between must not live longer.
        var now = clock.GetTimestamp();
        if (await ask() is not { } key) return null;
        lock (_lock)
        {
            // It would take more to know the oldest one than to ask for some again.
            if (_kept.Count >= options.MaxKeysKept) _kept.Clear();
            _kept[which] = (key, now);
        }

        return key;
    }

    public void Forget(Predicate<TKey> which)
    {
        lock (_lock)
            foreach (var key in _kept.Keys.Where(k => which(k)).ToList()) _kept.Remove(key);
    }
}
