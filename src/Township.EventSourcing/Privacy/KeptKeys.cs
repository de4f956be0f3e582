namespace Township.EventSourcing;

/// <summary>Keys that were asked of the vault a short while ago. Bounded and thread-safe; one kept too long is asked again.</summary>
/// <param name="clock">Measures how long.</param>
/// <param name="kept">How long a key is kept.</param>
/// <param name="max">How many are kept at most.</param>
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

            // From before asking: an erasure in between must not live longer.
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

    // False when something was forgotten since it was asked for: it may be this very key, read just before its erasure.
    bool Keep(TKey which, PersonalDataKey? key, long askedAt, long forgotten)
    {
        lock (_lock)
        {
            if (forgotten != _forgotten) return false;
            if (key is null) return true;
            // It would take more to know the oldest one than to ask for some again.
            if (_kept.Count >= max) _kept.Clear();
            _kept[which] = (key, askedAt);
            return true;
        }
    }
}
