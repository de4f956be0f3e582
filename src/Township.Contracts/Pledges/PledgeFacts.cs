using System.Text.Json.Serialization;
using Township.Notices;

namespace Township.Pledges;

/// <summary>That a pledge was missed or not fulfilled: the grounds of a notice (P5). Null when it was neither.</summary>
/// <param name="Cause">Which of the two.</param>
[FactName("pledge.shortfall")]
public sealed record PledgeShortfall(NoticeCause Cause);

/// <summary>Where a pledge stands. Null while nothing is on record.</summary>
/// <param name="Status">Where.</param>
[FactName("pledge.progress")]
public sealed record PledgeProgress([property: JsonPropertyName("step")] PledgeStatus Status);
