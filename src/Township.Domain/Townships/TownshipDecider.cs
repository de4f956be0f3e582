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
        (AdoptPledgePolicy, Unfounded) => TownshipRefusals.NotFounded.With(context.Stream.Township),
        (AdoptPledgePolicy adopt, Standing) when RefuseRange(adopt.Values) is { } refusal => refusal,
        (AdoptPledgePolicy adopt, Standing standing) when adopt.Values == standing.Policy.Values => Decision<TownshipEvent>.Nothing,
        (AdoptPledgePolicy adopt, Standing standing) => new PledgePolicyAdopted(new(PolicyName(standing.PolicyNumber + 1), adopt.Values), adopt.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static string PolicyName(int number) => string.Create(CultureInfo.InvariantCulture, $"pledge/{number}");

    static Refusal? RefuseRange(PledgePolicyValues values) =>
        Outside("dueDay", values.DueDay, 1, 28)
        ?? Outside("reporters", values.Reporters, 1, 50)
        ?? Outside("joinerWorkdays", values.JoinerWorkdays, 1, 20)
        ?? Outside("explanationWorkdays", values.ExplanationWorkdays, 1, 20)
        ?? Outside("orderedExplanationWorkdays", values.OrderedExplanationWorkdays, 1, 20)
        ?? Outside("talkWorkdays", values.TalkWorkdays, 1, 30)
        ?? Outside("rectificationMaxDays", values.RectificationMaxDays, 1, 180);

    static Refusal? Outside(string name, int value, int lowest, int highest) =>
        value >= lowest && value <= highest ? null : TownshipRefusals.OutOfRange.With(name, lowest, highest);
}
