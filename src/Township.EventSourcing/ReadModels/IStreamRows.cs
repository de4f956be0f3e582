namespace Township.EventSourcing;

/// <summary>
/// The rows of a stream whose state is too large to be stored with them: each event changes the stored rows, which are read first. An
/// immutable record. Prefer the shorter alternative, a function of the aggregate's state, where possible; see
/// <see cref="RowTableAttribute"/>.
/// </summary>
/// <remarks>It repeats rules of the aggregate, so a test must compare both after every event of a history.</remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TEvent">The events of the aggregate; they determine the aggregate.</typeparam>
public interface IStreamRows<TSelf, in TEvent>
    where TSelf : class, IStreamRows<TSelf, TEvent>
    where TEvent : class
{
    /// <summary>The types of the rows.</summary>
    static abstract IReadOnlyList<Type> RowTypes { get; }

    /// <summary>Returns an instance with the stored rows; without rows before the first event.</summary>
    static abstract TSelf From(StreamId stream, StoredRows rows);

    /// <summary>Returns the rows after one more event. The implementation lists every event; an unknown event throws.</summary>
    TSelf After(TEvent e);

    /// <summary>All rows.</summary>
    IEnumerable<object> Rows { get; }
}

/// <summary>The stored rows of one stream.</summary>
/// <param name="rows">The rows of all tables.</param>
public sealed class StoredRows(IEnumerable<object> rows)
{
    /// <summary>An instance without rows.</summary>
    public static StoredRows None { get; } = new([]);

    /// <summary>Returns the rows of one table, in no particular order.</summary>
    public EquatableList<TRow> Of<TRow>() => rows.OfType<TRow>().ToEquatableList();
}
