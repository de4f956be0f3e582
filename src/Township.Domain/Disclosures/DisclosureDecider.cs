using static Township.Disclosures.DisclosureCommand;
using Event = Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

public abstract partial record Disclosure
{
    public static IEnumerable<FactRequest> Needs(DisclosureCommand command, Disclosure state, DecisionContext context) => command switch
    {
        Draft { Kind: DisclosureKind.TenderResult } draft when DisclosureSubjects.StreamOf(draft.Subject, Category, context.Stream) is { } notice => [Fact<DisclosurePublications>.Of(notice.Id).Guarded],
        _ => [],
    };

    public static Decision<DisclosureEvent> Decide(DisclosureCommand command, Disclosure state, DecisionContext context) => (command, state) switch
    {
        _ when RefuseActor(command, context) is { } refusal => refusal,
        (Draft draft, Unwritten) when DisclosureSubjects.Refuse(draft, context) is { } refusal => refusal,
        (Draft draft, Unwritten) => new Event.Drafted(draft.Kind, draft.Subject, draft.Audience, draft.Form, draft.Title, draft.Content, draft.DisplayDays, context.Actor.Subject, context.Now),
        (_, Unwritten) => DisclosureRefusals.NotDrafted,
        (_, Withdrawn) => DisclosureRefusals.Withdrawn,
        (Draft, _) => DisclosureRefusals.AlreadyDrafted,
        (Withdraw withdraw, _) => new Event.Withdrawn(context.Actor.Subject, context.Today(), withdraw.Reason),
        (Correct correct, _) => new Event.Corrected(FileOf(state).Text.Number + 1, correct.Title, correct.Content, correct.Reason, context.Actor.Subject, context.Now),
        (Publish, Drafted or Reviewed) => DisclosureRefusals.NotApproved,
        (Publish publish, Approved ready) => DecidePublish(publish, ready, context),
        (_, SentBack) => DisclosureRefusals.SentBack,
        (Review or Approve or SendBack, Approved { Approval: null }) => DisclosureRefusals.NoReview,
        (SendBack, Approved { File: var file }) when file.IsPublic() => DisclosureRefusals.IsPublic,
        (SendBack back, _) => RefuseSame(context, FileOf(state).Text.By) is { } refusal ? refusal : new Event.SentBack(context.Actor.Subject, context.Now, back.Reason),
        (Review review, Drafted { File.Text.By: var author }) => RefuseSame(context, author) is { } refusal ? refusal : new Event.Reviewed(context.Actor.Subject, context.Now, review.Remark),
        (Approve, Drafted) => DisclosureRefusals.NotReviewed,
        (Review, Reviewed) => DisclosureRefusals.AlreadyReviewed,
        (Approve, Reviewed vetted) => RefuseSame(context, vetted.File.Text.By, vetted.Review.By) is { } refusal ? refusal : new Event.Approved(context.Actor.Subject, context.Now),
        (Approve, Approved { Approval.By: var by }) when by == context.Actor.Subject => Decision<DisclosureEvent>.Nothing,
        (Review or Approve, Approved) => DisclosureRefusals.AlreadyApproved,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Refusal? RefuseActor(DisclosureCommand command, DecisionContext context) => command switch
    {
        Approve => context.RefuseUnless(Roles.Leader),
        Review or SendBack or Withdraw => context.RefuseUnless(Roles.Office, Roles.Leader),
        _ => context.RefuseUnless(Roles.Office),
    };

    static Decision<DisclosureEvent> DecidePublish(Publish publish, Approved ready, DecisionContext context)
    {
        var at = Micros.Truncate(publish.At.ToUniversalTime());
        return ready.File.On(publish.Channel) switch
        {
            { } => DisclosureRefusals.AlreadyPublished.With(publish.Channel),
            _ when at > context.Now => DisclosureRefusals.InFuture.With(LocalTime.Show(at), LocalTime.Show(context.Now)),
            _ when at < ready.Since => DisclosureRefusals.BeforeText.With(LocalTime.Show(at), LocalTime.Show(ready.Since)),
            _ => new Event.Published(new(publish.Channel, at, publish.Evidence, context.Actor.Subject, ready.File.Text.Number, UntilOf(at, ready.File.Terms.DisplayDays))),
        };
    }

    // Full days: the day of the publication does not count; the last day counts to its end.
    static DateOnly? UntilOf(DateTimeOffset at, int? days) => days is { } full ? LocalTime.DateOf(at).AddDays(full) : null;

    static Refusal? RefuseSame(DecisionContext context, params ReadOnlySpan<string> others) =>
        others.Contains(context.Actor.Subject) ? DisclosureRefusals.SamePerson.With(context.Actor.Subject) : null;
}
