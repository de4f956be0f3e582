using System.Globalization;
using Township.Promises;

namespace Township.DeductionProposals;

/// <summary>
/// The id of a proposal: the promise, and which of its due days was missed. <c>promise.2026-01.3</c> for the first due day of a promise,
/// <c>promise.2026-01.3@2</c> for the second, after an extension, and so on. A missed due day has one id, so that a deduction for it is
/// proposed only once.
/// </summary>
/// <param name="Promise">The promise.</param>
/// <param name="DueNumber">Which of its due days was missed, 1 … 9999.</param>
public sealed record DeductionId(PromiseId Promise, int DueNumber = 1)
{
    const string Prefix = "promise.";

    /// <summary>Reads an id; null for any other text, also for another spelling of the same id.</summary>
    public static DeductionId? Find(string? text)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        if (PromiseId.Find(text[Prefix.Length..]) is { } whole) return new(whole);
        var at = text.LastIndexOf('@');
        return at > Prefix.Length && PromiseId.Find(text[Prefix.Length..at]) is { } promise
            && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < 10_000
            && new DeductionId(promise, number) is var id && id.ToString() == text ? id : null;
    }

    /// <summary><c>promise.id</c>, and <c>@n</c> from the second due day on.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Promise}{(DueNumber == 1 ? "" : $"@{DueNumber}")}");
}
