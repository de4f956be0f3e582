using CsCheck;
using Township.Bodies;
using Township.Cadres;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.Draws;
using Township.LivelihoodIssues;
using Township.PledgeForms;
using Township.Posts;
using Township.Promises;
using Township.Supervisors;
using Township.Townships;
using Township.Villages;

namespace Township;

/// <summary>Through a real session: a retry writes nothing; replay, snapshot and a second decision agree with what was lived through.</summary>
public sealed class SessionProperties
{
    static readonly DateTimeOffset Start = new World().Now;
    static readonly Actor[] Actors = [new("c-001", "huimin", [Roles.Office, Roles.Leader, Roles.System]), new("c-1", "huimin", [Roles.Cadre])];

    [Fact]
    public Task Draws() => Hold(new AggregateProperties<Draw, DrawCommand, DrawEvent, DrawView>("draw/huimin/d-1"), DrawProperties.Commands);

    [Fact]
    public Task Posts() => Hold(new AggregateProperties<Post, PostCommand, PostEvent, PostView>("post/huimin/p-1"), PostProperties.Commands);

    [Fact]
    public Task Supervisors() =>
        Hold(new AggregateProperties<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>("supervisor/huimin/s-1"), SupervisorProperties.Commands);

    [Fact]
    public Task Pledge_forms() =>
        Hold(new AggregateProperties<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>("pledge-form/huimin/monthly"), PledgeFormProperties.Commands);

    [Fact]
    public Task Townships() =>
        Hold(new AggregateProperties<TownshipState, TownshipCommand, TownshipEvent, TownshipView>("township/huimin/main"), TownshipProperties.Commands);

    [Fact]
    public Task Cadres() => Hold(new AggregateProperties<Cadre, CadreCommand, CadreEvent, CadreView>("cadre/huimin/c-1"), CadreProperties.Commands,
        Gen.Select(Gen.Enum<PostLevel>(), Gen.OneOf("c-2", "c-1"), (level, superior) => (EquatableList<GivenInput>)
        [
            GivenInput.Of(Inputs.Post.Name, People.Post(level), Inputs.Post.Type),
            GivenInput.Of(Inputs.Superior.Name, People.Cadre(superior), Inputs.Superior.Type),
        ]));

    [Fact]
    public Task Villages() => Hold(new AggregateProperties<Village, VillageCommand, VillageEvent, VillageView>("village/huimin/v-1"), VillageProperties.Commands, Given(Inputs.Cadre));

    [Fact]
    public Task Bodies() => Hold(new AggregateProperties<Body, BodyCommand, BodyEvent, BodyView>("body/huimin/office"), BodyProperties.Commands, Given(Inputs.Cadre));

    [Fact]
    public Task Disclosures() =>
        Hold(new AggregateProperties<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>("disclosure/huimin/d-1"), DisclosureProperties.Commands);

    [Fact]
    public Task Promises() => Hold(new AggregateProperties<Promise, PromiseCommand, PromiseEvent, PromiseView>("promise/huimin/2026-01.3", "cn-2026.1"), PromiseProperties.Commands,
        Given(Inputs.Cadre, Inputs.ActingCadre).Select(people => people
            .Add(GivenInput.Of(Inputs.Township.Name, PromiseScenes.TheTownship, Inputs.Township.Type))
            .Add(GivenInput.Of(Inputs.Hearing.Name, PromiseScenes.Heard(), Inputs.Hearing.Type))));

    [Fact]
    public Task Deductions() => Hold(
        new AggregateProperties<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>("deduction/huimin/promise.2026-01.3"),
        DeductionProposalProperties.Commands,
        Given(Inputs.Cadre, Inputs.ActingCadre).Select(people => people
            .Add(GivenInput.Of(Inputs.Township.Name, PromiseScenes.TheTownship, Inputs.Township.Type))
            .Add(GivenInput.Of(Inputs.Promise.Name, PromiseScenes.Promised.On(5, 1).Given(new PromiseCommand.MarkOverdue()).View, Inputs.Promise.Type))));

    [Fact]
    public Task Livelihood_issues() => Hold(
        new AggregateProperties<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>("livelihood/huimin/l-1", "cn-2026.1"),
        LivelihoodIssueProperties.Commands, Given(Inputs.Cadre));

    static Gen<EquatableList<GivenInput>> Given(params Input<CadreView>[] people) => Gen.OneOf("c-2", "c-1").Select(superior =>
        people.Select(p => GivenInput.Of(p.Name, People.Cadre(superior), p.Type)).ToEquatableList());

    static async Task Hold<TState, TCommand, TEvent, TView>(
        AggregateProperties<TState, TCommand, TEvent, TView> properties, Gen<TCommand> commands, Gen<EquatableList<GivenInput>>? inputs = null)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var histories = Gen.Select(commands, Gen.OneOf(Actors), Gen.Int[-5, 40], inputs ?? Gen.Const(EquatableList<GivenInput>.Empty),
            (command, actor, hours, given) => new Attempt<TCommand>(command, actor, Start.AddHours(hours), given)).Array[0, 12];
        await properties.RetryWritesNothing(histories, 40);
        await properties.HistoriesFold(histories, 40);
    }
}
