using Township.Townships;

namespace Township;

/// <summary>The policies of the township on which decisions rest.</summary>
static class Policies
{
    public static FactRequest Pledges { get; } = Fact<PledgePolicy>.Of(TownshipKey.Id);

    public static FactRequest Hearings { get; } = Fact<HearingPolicy>.Of(TownshipKey.Id);

    public static FactRequest Draws { get; } = Fact<DrawPolicy>.Of(TownshipKey.Id);

    /// <summary>The pledge policy in force; null when the township is not founded.</summary>
    public static PledgePolicy? PledgePolicy(this DecisionContext context) => context.Fact<PledgePolicy>(TownshipKey.Id);

    /// <summary>The hearing policy in force; null when the township is not founded.</summary>
    public static HearingPolicy? HearingPolicy(this DecisionContext context) => context.Fact<HearingPolicy>(TownshipKey.Id);

    /// <summary>The draw policy in force; null when the township is not founded.</summary>
    public static DrawPolicy? DrawPolicy(this DecisionContext context) => context.Fact<DrawPolicy>(TownshipKey.Id);
}
