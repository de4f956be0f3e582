using System.Diagnostics;
using Event = Township.Townships.TownshipEvent;

namespace Township.Townships;

/// <summary>A township's own affairs: what it is, and the policies in force.</summary>
[Title("乡镇", "township")]
public abstract partial record TownshipState : IAggregate<TownshipState, TownshipCommand, TownshipEvent, TownshipView>
{
    private TownshipState() { }

    public sealed record Unfounded : TownshipState;

    /// <summary>Founded. The hearing and the draw policy are null while the default holds.</summary>
    public sealed record Founded(
        string Name, TownshipKind Kind, PledgePolicy Policy, int PolicyNumber, HearingPolicy? Hearing, int HearingNumber,
        DrawPolicy? Draws, int DrawNumber, PublicNames Names) : TownshipState;

    public static string Category => "township";

    public static TownshipState Initial => new Unfounded();

    public static TownshipState Evolve(TownshipState state, TownshipEvent e) => (state, e) switch
    {
        (Unfounded, Event.Founded founded) => new Founded(founded.Name, founded.Kind, founded.PledgePolicy, 1, null, 1, null, 1, PublicNames.Surname),
        (Founded standing, Event.PledgePolicyAdopted adopted) => standing with { Policy = adopted.Policy, PolicyNumber = standing.PolicyNumber + 1 },
        (Founded standing, Event.HearingPolicyAdopted adopted) => standing with { Hearing = adopted.Policy, HearingNumber = standing.HearingNumber + 1 },
        (Founded standing, Event.DrawPolicyAdopted adopted) => standing with { Draws = adopted.Policy, DrawNumber = standing.DrawNumber + 1 },
        (Founded standing, Event.PublicNamesAdopted adopted) => standing with { Names = adopted.Names },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static PledgePolicy? PledgePolicyOf(TownshipState state) => (state as Founded)?.Policy;

    public static HearingPolicy? HearingPolicyOf(TownshipState state) => state is Founded standing ? standing.Hearing ?? HearingPolicy.Default : null;

    public static DrawPolicy? DrawPolicyOf(TownshipState state) => state is Founded standing ? standing.Draws ?? DrawPolicy.Default : null;

    public static TownshipView View(TownshipState state, StreamId stream) => state is Founded standing
        ? new(standing.Name, standing.Kind, standing.Policy, standing.Hearing, standing.Draws, standing.Names)
        : new(null, null, PledgePolicy.Default);
}
