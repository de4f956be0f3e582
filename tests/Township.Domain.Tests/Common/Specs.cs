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
        Spec.Of<Cadre, CadreCommand, CadreEvent, CadreView>("cadre/huimin/c-017").At(Now).By("c-001", Roles.Office).With(new RosterCadres(["c-001", "c-017"]));

    public static Spec<Roster, RosterCommand, RosterEvent, RosterView> Roster =>
        Spec.Of<Roster, RosterCommand, RosterEvent, RosterView>("roster/huimin/cadres").At(Now).By("c-001", Roles.Office);

    public static Spec<Post, PostCommand, PostEvent, PostView> Post =>
        Spec.Of<Post, PostCommand, PostEvent, PostView>("post/huimin/p-07").At(Now).By("c-001", Roles.Office);

    public static Spec<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView> Supervisor =>
        Spec.Of<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>("supervisor/huimin/s-03").At(Now).By("c-001", Roles.Office);

    public static Spec<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView> PledgeForm =>
        Spec.Of<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>("pledge-form/huimin/monthly").At(Now).By("c-001", Roles.Office);

    public static Spec<TownshipState, TownshipCommand, TownshipEvent, TownshipView> Township =>
        Spec.Of<TownshipState, TownshipCommand, TownshipEvent, TownshipView>("township/huimin/main").At(Now).By("c-002", Roles.Leader);

    public static Spec<Village, VillageCommand, VillageEvent, VillageView> Village =>
        Spec.Of<Village, VillageCommand, VillageEvent, VillageView>("village/huimin/v-03").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    public static Spec<Body, BodyCommand, BodyEvent, BodyView> Body =>
        Spec.Of<Body, BodyCommand, BodyEvent, BodyView>("body/huimin/leading-group").At(Now).By("c-001", Roles.Leader).Calendar("cn-2026.1");

    public static Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Disclosure =>
        Spec.Of<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>("disclosure/huimin/2026-011").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    public static Spec<Promise, PromiseCommand, PromiseEvent, PromiseView> Promise =>
        Spec.Of<Promise, PromiseCommand, PromiseEvent, PromiseView>("promise/huimin/2026-01.3").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    public static Spec<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> DeductionProposal =>
        Spec.Of<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>("deduction/huimin/promise.2026-01.3").At(Now).By("c-001", Roles.System).Calendar("cn-2026.1");

    public static Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> LivelihoodIssue =>
        Spec.Of<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>("livelihood/huimin/l-07").At(Now).By("c-001", Roles.Office).Calendar("cn-2026.1");

    /// <summary>What other aggregates say when a decision asks; null when they do not exist or have nothing to say.</summary>
    public static Spec<TState, TCommand, TEvent, TView> Facing<TState, TCommand, TEvent, TView, TFact>(this Spec<TState, TCommand, TEvent, TView> spec, TFact? fact)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
        where TFact : class =>
        fact is null ? spec.Without<TFact>() : spec.With(fact);
}
