using System.Globalization;

namespace Township.Promises;

/// <summary>
/// The id of a promise, written <c>2026-01.3</c> for issue 3 of the hearing <c>2026-01</c>, or <c>2026-01.3.2</c> for the second one after
/// the first has ended: no issue has two promises at a time. A hearing's id contains no dot, so no text can be read as two ids.
/// </summary>
/// <param name="HearingId">The hearing.</param>
/// <param name="Issue">The number of its issue, 1 … 999.</param>
/// <param name="Number">1, 2, 3 … 99.</param>
public sealed record PromiseId(string HearingId, int Issue, int Number = 1)
{
    /// <summary>The longest id of a hearing that can have promises, so that the ids of promises are still valid in commands.</summary>
    public const int MaxHearingId = KeyAttribute.MaxLength - 7;

    /// <summary>Reads an id; null for any other text, also for another spelling of the same id.</summary>
    public static PromiseId? Find(string? text)
    {
        var id = text?.Split('.') switch
        {
            [var hearing, var issue] when NumberOf(issue, 999) is { } i => new PromiseId(hearing, i),
            [var hearing, var issue, var number] when NumberOf(issue, 999) is { } i && NumberOf(number, 99) is > 1 and { } n => new PromiseId(hearing, i, n),
            _ => null,
        };
        return id is not null && id.HearingId.Length <= MaxHearingId && StreamId.IsValidId(id.HearingId) && id.ToString() == text ? id : null;
    }

    /// <summary>The previous promise, which must have ended; null for the first.</summary>
    public PromiseId? Previous() => Number > 1 ? this with { Number = Number - 1 } : null;

    /// <summary><c>hearing.issue</c>, and <c>.n</c> from the second on.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{HearingId}.{Issue}{(Number == 1 ? "" : $".{Number}")}");

    static int? NumberOf(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
