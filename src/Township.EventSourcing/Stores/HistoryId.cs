namespace Township.EventSourcing;

/// <summary>
/// Identifies the history in a store: a random number that is created with the store and never changes. A copy of a store has the same one, a new
/// store another. It tells histories apart but proves nothing; the log hash does.
/// </summary>
/// <param name="Value">The number.</param>
public readonly record struct HistoryId(Guid Value)
{
    /// <summary>The id of a new history.</summary>
    public static HistoryId New() => new(Guid.NewGuid());

    /// <summary>Reads the text form.</summary>
    /// <param name="text">32 hexadecimal digits.</param>
    /// <returns>Null if it is not an id.</returns>
    public static HistoryId? TryParse(string text) => Guid.TryParseExact(text, "N", out var id) ? new(id) : null;

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("N");
}
