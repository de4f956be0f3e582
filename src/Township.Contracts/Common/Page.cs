namespace Township;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">How many items at most, 1–500.</param>
/// <param name="After"><see cref="Page{T}.Next"/> of the previous page, with the same filter; null for the first page.</param>
[GenerateSerializer, Immutable, Alias("township.page-request")]
public sealed record PageRequest(int Limit = 50, string? After = null)
{
    /// <summary>The most items of one page.</summary>
    public const int MaxLimit = 500;
}

/// <summary>
/// A page of a list. Lists come from read models, which are usually milliseconds behind the history; no decision rests on them. A page
/// shows its items as they are when it is read; an item whose place in the order changes between two pages may be missing or appear twice.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the order that the query states.</param>
/// <param name="Next">The token of the next page; null at the end.</param>
/// <param name="Position">Everything up to this global position of the history is considered; perhaps a little more.</param>
/// <param name="StandsStill">
/// Whether the view has stopped before a commit that it cannot handle, so that the position will not grow until somebody acts.
/// </param>
[GenerateSerializer, Immutable, Alias("township.page`1")]
public sealed record Page<T>(EquatableList<T> Items, string? Next, long Position, bool StandsStill);
