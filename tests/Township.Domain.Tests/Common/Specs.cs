using Township.Bodies;
using Township.Cadres;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.LivelihoodIssues;
using Township.PledgeForms;
using Township.Posts;
using Township.Promises;
using Township.Rosters;
using Township.Supervisors;
using Township.Townships;
using Township.Villages;

namespace Township;

/// <summary>Specifications at nine o'clock on Monday, 2 March 2026, by the efficiency office.</summary>
static class Specs
{
    const string Now = "2026-03-02T09:00+08:00";

    public static Spec<Cadre, CadreCommand, CadreEvent, CadreView> Cadre =>
        Spec.Of(Cadres.Cadre.Type, "cadre/huimin/c-017").At(Now).By("c-001", Roles.Office).With(new RosterCadres(["c-001", "c-017"]));

    public static Spec<Roster, RosterCommand, RosterEvent, RosterView> Roster =>
        Spec.Of(Rosters.Roster.Type, "roster/huimin/cadres").At(Now).By("c-001", Roles.Office);

    public static Spec<Post, PostCommand, PostEvent, PostView> Post =>
        Spec.Of(Posts.Post.Type, "post/huimin/p-07").At(Now).By("c-001", Roles.Office);

    public static Spec<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView> Supervisor =>
        Spec.Of(Supervisors.Supervisor.Type, "supervisor/huimin/s-03").At(Now).By("c-001", Roles.Office);

    public static Spec<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView> PledgeForm =>
        Spec.Of(PledgeForms.PledgeForm.Type, "pledge-form/huimin/monthly").At(Now).By("c-001", Roles.Office);

    public static Spec<TownshipState, TownshipCommand, TownshipEvent, TownshipView> Township =>
        Spec.Of(TownshipState.Type, "township/huimin/main").At(Now).By("c-002", Roles.Leader);

    public static Spec<Village, VillageCommand, VillageEvent, VillageView> Village =>
        Spec.Of(Villages.Village.Type, "village/huimin/v-03").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    public static Spec<Body, BodyCommand, BodyEvent, BodyView> Body =>
        Spec.Of(Bodies.Body.Type, "body/huimin/leading-group").At(Now).By("c-001", Roles.Leader).Calendar("cn-2026.1");

    public static Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Disclosure =>
        Spec.Of(Disclosures.Disclosure.Type, "disclosure/huimin/2026-011").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    public static Spec<Promise, PromiseCommand, PromiseEvent, PromiseView> Promise =>
        Spec.Of(Promises.Promise.Type, "promise/huimin/2026-01.3").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    public static Spec<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> DeductionProposal =>
        Spec.Of(DeductionProposals.DeductionProposal.Type, "deduction/huimin/promise.2026-01.3").At(Now).By("c-001", Roles.System).Calendar("cn-2026.1");

    public static Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> LivelihoodIssue =>
        Spec.Of(LivelihoodIssues.LivelihoodIssue.Type, "livelihood/huimin/l-07").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    /// <summary>What other aggregates say when a decision asks; null when they do not exist or have nothing to say.</summary>
    public static Spec<TState, TCommand, TEvent, TView> Facing<TState, TCommand, TEvent, TView, TFact>(this Spec<TState, TCommand, TEvent, TView> spec, TFact? fact)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
        where TFact : class =>
        fact is null ? spec.Without<TFact>() : spec.With(fact);
}
