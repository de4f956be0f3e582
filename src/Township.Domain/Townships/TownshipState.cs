using System.Diagnostics;
using static Township.Townships.TownshipEvent;

namespace Township.Townships;

/// <summary>A township's own affairs: what it is, and the policies in force.</summary>
public abstract partial record TownshipState : IAggregate<TownshipState, TownshipCommand, TownshipEvent, TownshipView>
{
    private TownshipState() { }

    public sealed record Unfounded : TownshipState;

    /// <summary>Founded. The hearing and the draw policy are null while the default holds.</summary>
    public sealed record Standing(
        string Name, TownshipKind Kind, PledgePolicy Policy, int PolicyNumber, HearingPolicy? Hearing, int HearingNumber,
        DrawPolicy? Draws, int DrawNumber, PublicNames Names) : TownshipState;

    public static string Category => "township";

    public static TownshipState Initial => new Unfounded();

    public static TownshipState Evolve(TownshipState state, TownshipEvent e) => (state, e) switch
    {
        (Unfounded, Founded founded) => new Standing(founded.Name, founded.Kind, founded.PledgePolicy, 1, null, 1, null, 1, PublicNames.Surname),
        (Standing standing, PledgePolicyAdopted adopted) => standing with { Policy = adopted.Policy, PolicyNumber = standing.PolicyNumber + 1 },
        (Standing standing, HearingPolicyAdopted adopted) => standing with { Hearing = adopted.Policy, HearingNumber = standing.HearingNumber + 1 },
        (Standing standing, DrawPolicyAdopted adopted) => standing with { Draws = adopted.Policy, DrawNumber = standing.DrawNumber + 1 },
        (Standing standing, PublicNamesAdopted adopted) => standing with { Names = adopted.Names },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static PledgePolicy? PledgePolicyOf(TownshipState state) => (state as Standing)?.Policy;

    public static HearingPolicy? HearingPolicyOf(TownshipState state) => state is Standing standing ? standing.Hearing ?? HearingPolicy.Default : null;

    public static DrawPolicy? DrawPolicyOf(TownshipState state) => state is Standing standing ? standing.Draws ?? DrawPolicy.Default : null;

    public static TownshipView View(TownshipState state, StreamId stream) => state is Standing standing
        ? new(standing.Name, standing.Kind, standing.Policy, standing.Hearing, standing.Draws, standing.Names)
        : new(null, null, PledgePolicy.Default);
}
