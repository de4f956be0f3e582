using System.Globalization;
using Township.Pledges;

namespace Township.Notices;

/// <summary>
/// The id of a notice, written <c>c-017.2026-02</c> as the pledge's, or <c>c-017.2026-02.2</c> for the second one after the first was
/// withdrawn. The measure that follows from a notice has the same id, so that no notice has two.
/// </summary>
/// <param name="Pledge">The pledge that was not fulfilled.</param>
/// <param name="Number">1, 2, 3 … 99.</param>
public sealed record NoticeId(PledgeId Pledge, int Number = 1)
{
    /// <summary>Reads an id; null for any other text, also for another spelling of the same id.</summary>
    public static NoticeId? Find(string? text)
    {
        if (PledgeId.Find(text) is { } first) return new(first);
        var dot = text?.LastIndexOf('.') ?? -1;
        if (text is null || dot < 1 || PledgeId.Find(text[..dot]) is not { } pledge) return null;
        return int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < 100
            && new NoticeId(pledge, number) is var id && id.ToString() == text ? id : null;
    }

    /// <summary>The previous notice, which must be withdrawn; null for the first.</summary>
    public NoticeId? Previous() => Number > 1 ? this with { Number = Number - 1 } : null;

    /// <summary><c>cadre.yyyy-MM</c>, and <c>.n</c> from the second on.</summary>
    public override string ToString() => Number == 1 ? Pledge.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Pledge}.{Number}");
}
