namespace Township;

/// <summary>
/// What a view keeps of one stream: rows of one or more tables, which follow from its events alone. A record, compared by value.
/// Rows come and change; none goes.
/// </summary>
interface IStreamRows<TSelf, in TEvent> where TSelf : class, IStreamRows<TSelf, TEvent>
{
    static abstract IReadOnlyList<ViewTable> Tables { get; }

    /// <summary>The values with which the keys of all its rows begin.</summary>
    /// <exception cref="FormatException">No stream of this category has such an id.</exception>
    static virtual EquatableList<string> KeyOf(StreamId stream) => [stream.Township, stream.Id];

    /// <summary>The rows as they were stored, by table; none before the first event.</summary>
    static abstract TSelf From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored);

    /// <summary>The rows after one more event. Lists every event; an unknown one throws.</summary>
    TSelf After(TEvent e);

    IEnumerable<ViewRow> Rows { get; }
}
