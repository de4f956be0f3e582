using System.Text.Json.Serialization;

namespace Township.Townships;

/// <summary>Kinds of township.</summary>
public enum TownshipKind
{
    /// <summary>镇</summary>
    Town,

    /// <summary>乡</summary>
    Township,

    /// <summary>街道</summary>
    Subdistrict,
}

/// <summary>A township and what holds in it. Name and kind are null until it is founded; everything else is then the default.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What kind of township.</param>
/// <param name="PledgePolicy">The pledge policy in force.</param>
/// <param name="AdoptedHearingPolicy">
/// The hearing policy adopted last; null while <see cref="Townships.HearingPolicy.Default"/> holds.
/// </param>
/// <param name="AdoptedDrawPolicy">The draw policy adopted last; null while <see cref="Townships.DrawPolicy.Default"/> holds.</param>
/// <param name="PublicNames">How much of citizens' names public documents show.</param>
[GenerateSerializer, Immutable, Alias("township.view")]
public sealed record TownshipView(
    string? Name, TownshipKind? Kind, PledgePolicy PledgePolicy,
    HearingPolicy? AdoptedHearingPolicy = null, DrawPolicy? AdoptedDrawPolicy = null, PublicNames PublicNames = PublicNames.Surname)
{
    /// <summary>The hearing policy in force.</summary>
    [JsonIgnore]
    public HearingPolicy HearingPolicy => AdoptedHearingPolicy ?? HearingPolicy.Default;

    /// <summary>The draw policy in force.</summary>
    [JsonIgnore]
    public DrawPolicy DrawPolicy => AdoptedDrawPolicy ?? DrawPolicy.Default;
}
