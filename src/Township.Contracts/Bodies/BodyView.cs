namespace Township.Bodies;

/// <summary>A cadre on a body.</summary>
/// <param name="CadreId">The cadre.</param>
/// <param name="Since">First day.</param>
[GenerateSerializer, Immutable, Alias("body.seat")]
public sealed record BodySeat(string CadreId, DateOnly Since);

/// <summary>A body as it is today; who served before is in the history.</summary>
/// <param name="Kind">Which body; null when the key names no body.</param>
/// <param name="Head">Who heads it; null until it is formed.</param>
/// <param name="Members">The other members, in the order in which they were added.</param>
[GenerateSerializer, Immutable, Alias("body.view")]
public sealed record BodyView(BodyKind? Kind, BodySeat? Head, EquatableList<BodySeat> Members)
{
    /// <summary>Whether the cadre heads the body or is a member.</summary>
    public bool Has(string cadreId) => Head?.CadreId == cadreId || Members.Any(m => m.CadreId == cadreId);
}
