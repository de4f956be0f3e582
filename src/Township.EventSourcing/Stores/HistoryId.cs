namespace Township.EventSourcing;

/// <summary>
/// Which history a store holds: a random number that is made with the store and never changes. A copy of a store holds the
/// same history, until both are written to; a new store holds another one. It tells histories apart, it proves nothing: for
/// that there is the log hash.
/// </summary>
/// <param name="Value">The number.</param>
public readonly record struct HistoryId(Guid Value)
{
    /// <summary>The id of a new history.</summary>
    public static HistoryId New() => new(Guid.NewGuid());

    /// <summary>Reads the text form.</summary>
    /// <param name="text">32 hexadecimal digits.</param>
    /// <returns>Null when it is none.</returns>
    public static HistoryId? TryParse(string text) => Guid.TryParseExact(text, "N", out var id) ? new(id) : null;

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("N");
}
