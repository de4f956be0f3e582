namespace Township;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">How many items at most, 1–500.</param>
/// <param name="After">Where to go on: <see cref="Page{T}.Next"/> of the part before, with the same filter; null for the beginning.</param>
[GenerateSerializer, Immutable, Alias("township.page-request")]
public sealed record PageRequest(int Limit = 50, string? After = null)
{
    /// <summary>The most items of one page.</summary>
    public const int MaxLimit = 500;
}

/// <summary>
/// A part of a list. Lists are views of the history: usually milliseconds behind it, and never what a decision rests on.
/// What changes between two parts is shown as it is when its part is read; an item whose place in the order changes meanwhile may be
/// missed or come twice.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the order that the query states.</param>
/// <param name="Next">Where the next part begins; null at the end.</param>
/// <param name="Position">Everything up to this global position of the history is considered; perhaps a little more.</param>
/// <param name="StandsStill">Whether the view has stopped before a commit that it cannot handle, so that the position will not grow until somebody acts.</param>
[GenerateSerializer, Immutable, Alias("township.page`1")]
public sealed record Page<T>(EquatableList<T> Items, string? Next, long Position, bool StandsStill);
