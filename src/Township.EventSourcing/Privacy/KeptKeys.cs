namespace Township.EventSourcing;

/// <summary>A cache of keys read from the vault a short while ago. Bounded and thread-safe; expired keys are read again.</summary>
/// <param name="clock">Measures the age of keys.</param>
/// <param name="kept">How long a key is cached.</param>
/// <param name="max">The maximum number of keys.</param>
sealed class KeptKeys<TKey>(TimeProvider clock, TimeSpan kept, int max) where TKey : notnull
{
    readonly Lock _lock = new();
    readonly Dictionary<TKey, (PersonalDataKey Key, long AskedAt)> _kept = [];
    long _forgotten;

    public async ValueTask<PersonalDataKey?> Get(TKey which, Func<Task<PersonalDataKey?>> ask)
    {
        while (true)
        {
            long forgotten;
            lock (_lock)
            {
                if (_kept.TryGetValue(which, out var known) && clock.GetElapsedTime(known.AskedAt) < kept) return known.Key;
                forgotten = _forgotten;
            }

            // Taken before the call, so that the age of the key includes it: a key erased during the call must not be cached longer.
            var now = clock.GetTimestamp();
            var key = await ask();
            if (Keep(which, key, now, forgotten)) return key;
        }
    }

    public void Forget(Predicate<TKey> which)
    {
        lock (_lock)
        {
            _forgotten++;
            foreach (var key in _kept.Keys.Where(k => which(k)).ToList()) _kept.Remove(key);
        }
    }

    // Returns false when a key was forgotten since the call began: it may be this key, read just before its erasure.
    bool Keep(TKey which, PersonalDataKey? key, long askedAt, long forgotten)
    {
        lock (_lock)
        {
            if (forgotten != _forgotten) return false;
            if (key is null) return true;
            // Finding the oldest key would cost more than reading some again.
            if (_kept.Count >= max) _kept.Clear();
            _kept[which] = (key, askedAt);
            return true;
        }
    }
}
