using System.Globalization;
using static Township.Townships.TownshipCommand;
using Event = Township.Townships.TownshipEvent;

namespace Township.Townships;

public abstract partial record TownshipState
{
    public static Decision<TownshipEvent> Decide(TownshipCommand command, TownshipState state, DecisionContext context) => (command, state) switch
    {
        _ when context.RefuseUnlessKey(TownshipKey.Id) is { } refusal => refusal,
        _ when context.RefuseUnless(Roles.Leader) is { } refusal => refusal,
        (Found found, Unfounded) => new Event.Founded(found.Name, found.Kind, PledgePolicy.Default),
        (Found found, Founded standing) when (found.Name, found.Kind) == (standing.Name, standing.Kind) => Decision<TownshipEvent>.Nothing,
        (Found, Founded) => CommonRefusals.AlreadyExists.With(context.Stream.Township),
        (_, Unfounded) => TownshipRefusals.NotFounded.With(context.Stream.Township),
        (AdoptPledgePolicy adopt, Founded) when PolicyRanges.Refuse(adopt.Values) is { } refusal => refusal,
        (AdoptPledgePolicy adopt, Founded standing) when adopt.Values == standing.Policy.Values => Decision<TownshipEvent>.Nothing,
        (AdoptPledgePolicy adopt, Founded standing) => new Event.PledgePolicyAdopted(new(PolicyName("pledge", standing.PolicyNumber + 1), adopt.Values), adopt.Reason),
        (AdoptHearingPolicy adopt, Founded) when PolicyRanges.Refuse(adopt.Values) is { } refusal => refusal,
        (AdoptHearingPolicy adopt, Founded { Hearing: var hearing }) when adopt.Values == (hearing ?? HearingPolicy.Default).Values => Decision<TownshipEvent>.Nothing,
        (AdoptHearingPolicy adopt, Founded standing) => new Event.HearingPolicyAdopted(new(PolicyName("hearing", standing.HearingNumber + 1), adopt.Values), adopt.Reason),
        (AdoptDrawPolicy adopt, Founded) when PolicyRanges.Refuse(adopt.Values) is { } refusal => refusal,
        (AdoptDrawPolicy adopt, Founded { Draws: var draws }) when adopt.Values == (draws ?? DrawPolicy.Default).Values => Decision<TownshipEvent>.Nothing,
        (AdoptDrawPolicy adopt, Founded standing) => new Event.DrawPolicyAdopted(new(PolicyName("draw", standing.DrawNumber + 1), adopt.Values), adopt.Reason),
        (AdoptPublicNames adopt, Founded standing) when adopt.Names == standing.Names => Decision<TownshipEvent>.Nothing,
        (AdoptPublicNames adopt, Founded) => new Event.PublicNamesAdopted(adopt.Names, adopt.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string PolicyName(string policy, int number) => string.Create(CultureInfo.InvariantCulture, $"{policy}/{number}");
}
