namespace Township.Townships;

/// <summary>What happened to a township. Stored; see docs/formats.md before changing anything.</summary>
public abstract record TownshipEvent
{
    private TownshipEvent() { }

    /// <summary>The township was taken into the system.</summary>
    [EventName("township.founded")]
    public sealed record Founded(string Name, TownshipKind Kind, PledgePolicy PledgePolicy) : TownshipEvent;

    /// <summary>A new version of the pledge policy was adopted.</summary>
    [EventName("township.pledge-policy-adopted")]
    public sealed record PledgePolicyAdopted(PledgePolicy Policy, PersonalText Reason) : TownshipEvent;

    /// <summary>A new version of the hearing policy was adopted.</summary>
    [EventName("township.hearing-policy-adopted")]
    public sealed record HearingPolicyAdopted(HearingPolicy Policy, PersonalText Reason) : TownshipEvent;

    /// <summary>A new version of the draw policy was adopted.</summary>
    [EventName("township.draw-policy-adopted")]
    public sealed record DrawPolicyAdopted(DrawPolicy Policy, PersonalText Reason) : TownshipEvent;

    /// <summary>Public documents show names in another way.</summary>
    [EventName("township.public-names-adopted")]
    public sealed record PublicNamesAdopted(PublicNames Names, PersonalText Reason) : TownshipEvent;
}
