namespace Township.Townships;

/// <summary>What can be asked of a township 乡镇. By the leading group.</summary>
[GenerateSerializer, Alias("township.township-command")]
public abstract record TownshipCommand : Command
{
    private TownshipCommand() { }

    /// <summary>
    /// Takes the township into the system, with the default policies <c>pledge/1</c>, <c>hearing/1</c> and <c>draw/1</c>.
    /// </summary>
    [GenerateSerializer, Alias("township.found"), CommandName("township.found")]
    [Title("设立乡镇", "Found the township")]
    public sealed record Found(string Name, TownshipKind Kind) : TownshipCommand;

    /// <summary>Adopts other policy values from now on. They become the next version; what was decided before keeps its own.</summary>
    [GenerateSerializer, Alias("township.adopt-pledge-policy"), CommandName("township.adopt-pledge-policy")]
    [Title("制定承诺政策参数", "Adopt a pledge policy")]
    public sealed record AdoptPledgePolicy(PledgePolicyValues Values, [Text(1000, MultiLine = true)] PersonalText Reason) : TownshipCommand;

    /// <summary>
    /// Adopts other values of the hearing policy from now on. They become the next version; what was decided before keeps its own.
    /// </summary>
    [GenerateSerializer, Alias("township.adopt-hearing-policy"), CommandName("township.adopt-hearing-policy")]
    [Title("制定听证政策参数", "Adopt a hearing policy")]
    public sealed record AdoptHearingPolicy(HearingPolicyValues Values, [Text(1000, MultiLine = true)] PersonalText Reason) : TownshipCommand;

    /// <summary>Adopts other beacons from now on. They become the next version; draws that are frozen keep theirs.</summary>
    [GenerateSerializer, Alias("township.adopt-draw-policy"), CommandName("township.adopt-draw-policy")]
    [Title("制定抽签政策参数", "Adopt a draw policy")]
    public sealed record AdoptDrawPolicy(DrawPolicyValues Values, [Text(1000, MultiLine = true)] PersonalText Reason) : TownshipCommand;

    /// <summary>Sets how much of citizens' names public documents show from now on.</summary>
    [GenerateSerializer, Alias("township.adopt-public-names"), CommandName("township.adopt-public-names")]
    [Title("规定群众姓名公开方式", "Set how names are published")]
    public sealed record AdoptPublicNames(PublicNames Names, [Text(1000, MultiLine = true)] PersonalText Reason) : TownshipCommand;
}
