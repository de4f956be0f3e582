namespace Township.Pledges;

/// <summary>The id of a pledge, written <c>c-017.2026-03</c>: one per cadre and month, which makes it unique (P3).</summary>
/// <param name="CadreId">Whose pledge.</param>
/// <param name="Month">For which month.</param>
public sealed record PledgeId(string CadreId, Month Month)
{
    /// <summary>Reads <c>cadre.yyyy-MM</c>; null for any other text, also for another spelling of the same id.</summary>
    public static PledgeId? Find(string? text)
    {
        var dot = text?.LastIndexOf('.') ?? -1;
        if (text is null || dot is < 1 or > KeyAttribute.MaxLength || !Month.TryParse(text[(dot + 1)..], out var month)) return null;
        var id = new PledgeId(text[..dot], month);
        return StreamId.IsValidId(id.CadreId) && id.ToString() == text ? id : null;
    }

    /// <summary><c>cadre.yyyy-MM</c>.</summary>
    public override string ToString() => $"{CadreId}.{Month}";
}
