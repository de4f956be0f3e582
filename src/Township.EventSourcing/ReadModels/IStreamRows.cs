namespace Township.EventSourcing;

/// <summary>
/// The rows of a stream whose state is too large to be kept beside them: what one event changes is said here, and what was stored is read
/// first.
/// An immutable record. The other, shorter way is a function of the aggregate's state; see <see cref="RowTableAttribute"/>.
/// </summary>
/// <remarks>It re-states rules of the aggregate: a test must compare both at every moment of a history.</remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TEvent">The events of the aggregate, by which it is found.</typeparam>
public interface IStreamRows<TSelf, in TEvent>
    where TSelf : class, IStreamRows<TSelf, TEvent>
    where TEvent : class
{
    /// <summary>The types of its rows.</summary>
    static abstract IReadOnlyList<Type> RowTypes { get; }

    /// <summary>The rows as they were stored; none before the first event.</summary>
    static abstract TSelf From(StreamId stream, StoredRows rows);

    /// <summary>The rows after one more event. Lists every event; an unknown one throws.</summary>
    TSelf After(TEvent e);

    /// <summary>All rows.</summary>
    IEnumerable<object> Rows { get; }
}

/// <summary>The rows that are stored of a stream.</summary>
/// <param name="rows">Of all tables.</param>
public sealed class StoredRows(IEnumerable<object> rows)
{
    /// <summary>No rows.</summary>
    public static StoredRows None { get; } = new([]);

    /// <summary>Those of one table, in no order.</summary>
    public EquatableList<TRow> Of<TRow>() => rows.OfType<TRow>().ToEquatableList();
}
