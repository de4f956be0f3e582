namespace Township.Pledges;

/// <summary>One row per cadre and month (P1–P5).</summary>
/// <param name="Township">Township.</param>
/// <param name="PledgeId">Id, for example <c>c-017.2026-03</c>.</param>
/// <param name="Month">For example <c>2026-03</c>.</param>
/// <param name="CadreId">Whose.</param>
/// <param name="WrittenOn">Day of the form 工作月承诺表.</param>
/// <param name="StatedOn">Day of the statement 会议表态发言.</param>
/// <param name="PledgedOn">Day from which both are on record.</param>
/// <param name="ReleasedOn">Day on which the cadre left.</param>
/// <param name="Late">Whether it was pledged late.</param>
/// <param name="Amended">Amendments approved.</param>
/// <param name="Missed">Whether it was missed.</param>
/// <param name="Exemption">Why the cadre is exempt.</param>
/// <param name="Verdict"><c>Fulfilled</c> 履诺, <c>Unfulfilled</c> 未履诺.</param>
[GenerateSerializer, Immutable, Alias("pledge.row"), RowTable("pledge_months"), RowIndex("month", "cadre")]
public sealed record PledgeRow(
    string Township, string PledgeId, string Month, string CadreId, DateOnly? WrittenOn, DateOnly? StatedOn, DateOnly? PledgedOn, DateOnly? ReleasedOn,
    bool Late, int Amended, bool Missed, ExemptionKind? Exemption, Verdict? Verdict);
