namespace Township.Townships;

/// <summary>What happened to a township. Stored; see docs/formats.md before changing anything.</summary>
public abstract record TownshipEvent
{
    private TownshipEvent() { }

    /// <summary>The township was taken into the system.</summary>
    [EventName("township.founded")]
    [Title("乡镇已设立", "Township founded")]
    public sealed record Founded(string Name, TownshipKind Kind, PledgePolicy PledgePolicy) : TownshipEvent;

    /// <summary>A new version of the pledge policy was adopted.</summary>
    [EventName("township.pledge-policy-adopted")]
    [Title("承诺政策参数已制定", "Pledge policy adopted")]
    public sealed record PledgePolicyAdopted(PledgePolicy Policy, PersonalText Reason) : TownshipEvent;

    /// <summary>A new version of the hearing policy was adopted.</summary>
    [EventName("township.hearing-policy-adopted")]
    [Title("听证政策参数已制定", "Hearing policy adopted")]
    public sealed record HearingPolicyAdopted(HearingPolicy Policy, PersonalText Reason) : TownshipEvent;

    /// <summary>A new version of the draw policy was adopted.</summary>
    [EventName("township.draw-policy-adopted")]
    [Title("抽签政策参数已制定", "Draw policy adopted")]
    public sealed record DrawPolicyAdopted(DrawPolicy Policy, PersonalText Reason) : TownshipEvent;

    /// <summary>Public documents show names in another way.</summary>
    [EventName("township.public-names-adopted")]
    [Title("群众姓名公开方式已规定", "Publication of names set")]
    public sealed record PublicNamesAdopted(PublicNames Names, PersonalText Reason) : TownshipEvent;
}
