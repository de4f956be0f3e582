namespace Township.EventSourcing.Sqlite;

/// <summary>A stream's head and its key in the database.</summary>
sealed record KnownHead(long Key, StreamHead Head);

/// <summary>
/// A cache of the heads of recently written streams. It uses two generations instead of a linked list: when the young one is full, it
/// becomes the old one, and the previous old one is dropped. Streams in use stay cached, in bounded memory.
/// </summary>
sealed class HeadCache(int capacity)
{
    readonly int _generation = Math.Max(1, capacity / 2);
    Dictionary<StreamId, KnownHead> _young = [], _old = [];

    public KnownHead? Find(StreamId stream) => _young.GetValueOrDefault(stream) ?? _old.GetValueOrDefault(stream);

    public void Set(KnownHead head)
    {
        _young[head.Head.Stream] = head;
        if (_young.Count < _generation) return;
        (_old, _young) = (_young, _old);
        _young.Clear();
    }

    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}
