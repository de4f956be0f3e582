using System.Globalization;
using static Township.Townships.TownshipCommand;
using static Township.Townships.TownshipEvent;

namespace Township.Townships;

public abstract partial record TownshipState
{
    public static Decision<TownshipEvent> Decide(TownshipCommand command, TownshipState state, DecisionContext context) => (command, state) switch
    {
        _ when context.RefuseUnlessKey(TownshipKey.Id) is { } refusal => refusal,
        _ when context.RefuseUnless(Roles.Leader) is { } refusal => refusal,
        (Found found, Unfounded) => new Founded(found.Name, found.Kind, PledgePolicy.Default),
        (Found found, Standing standing) when (found.Name, found.Kind) == (standing.Name, standing.Kind) => Decision<TownshipEvent>.Nothing,
        (Found, Standing) => CommonRefusals.AlreadyExists.With(context.Stream.Township),
        (_, Unfounded) => TownshipRefusals.NotFounded.With(context.Stream.Township),
        (AdoptPledgePolicy adopt, Standing) when PolicyRanges.Refuse(adopt.Values) is { } refusal => refusal,
        (AdoptPledgePolicy adopt, Standing standing) when adopt.Values == standing.Policy.Values => Decision<TownshipEvent>.Nothing,
        (AdoptPledgePolicy adopt, Standing standing) => new PledgePolicyAdopted(new(PolicyName("pledge", standing.PolicyNumber + 1), adopt.Values), adopt.Reason),
        (AdoptHearingPolicy adopt, Standing) when PolicyRanges.Refuse(adopt.Values) is { } refusal => refusal,
        (AdoptHearingPolicy adopt, Standing { Hearing: var hearing }) when adopt.Values == (hearing ?? HearingPolicy.Default).Values => Decision<TownshipEvent>.Nothing,
        (AdoptHearingPolicy adopt, Standing standing) => new HearingPolicyAdopted(new(PolicyName("hearing", standing.HearingNumber + 1), adopt.Values), adopt.Reason),
        (AdoptDrawPolicy adopt, Standing) when PolicyRanges.Refuse(adopt.Values) is { } refusal => refusal,
        (AdoptDrawPolicy adopt, Standing { Draws: var draws }) when adopt.Values == (draws ?? DrawPolicy.Default).Values => Decision<TownshipEvent>.Nothing,
        (AdoptDrawPolicy adopt, Standing standing) => new DrawPolicyAdopted(new(PolicyName("draw", standing.DrawNumber + 1), adopt.Values), adopt.Reason),
        (AdoptPublicNames adopt, Standing standing) when adopt.Names == standing.Names => Decision<TownshipEvent>.Nothing,
        (AdoptPublicNames adopt, Standing) => new PublicNamesAdopted(adopt.Names, adopt.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string PolicyName(string policy, int number) => string.Create(CultureInfo.InvariantCulture, $"{policy}/{number}");
}
