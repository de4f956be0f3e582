using static Township.PledgeForms.PledgeFormCommand;
using Event = Township.PledgeForms.PledgeFormEvent;

namespace Township.PledgeForms;

public sealed partial record PledgeForm
{
    public static Decision<PledgeFormEvent> Decide(PledgeFormCommand command, PledgeForm state, DecisionContext context) => command switch
    {
        _ when context.RefuseUnlessKey(PledgeFormKey.Id) is { } refusal => refusal,
        _ when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        Issue issue when state.Versions is [.., var last] && Template(issue, last.Version) == last => Decision<PledgeFormEvent>.Nothing,
        Issue issue when issue is { MinItems: < 1 or > 10 } or { MaxItems: > 20 } || issue.MaxItems < issue.MinItems =>
            PledgeFormRefusals.WrongBounds.With(issue.MinItems, issue.MaxItems),
        Issue issue when issue.From < Earliest(state, context) => PledgeFormRefusals.FromTooEarly.With(issue.From, Earliest(state, context)),
        Issue issue => new Event.Issued(Template(issue, state.Versions.Count + 1)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Neither in the past, nor in place of a version that is already in use.
    static Month Earliest(PledgeForm state, DecisionContext context)
    {
        var now = Month.Of(context.Today());
        return state.Versions is [.., var last] && last.From >= now ? last.From.Plus(1) : now;
    }

    static FormTemplate Template(Issue issue, int version) => new(version, issue.Title, issue.MinItems, issue.MaxItems, issue.Guidance, issue.From);
}
