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

/// <summary>A township and the policy in force. Name and kind are null until it is founded; the policy is then the default.</summary>
[GenerateSerializer, Immutable, Alias("township.view")]
public sealed record TownshipView(string? Name, TownshipKind? Kind, PledgePolicy PledgePolicy);
