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
using Township.Rosters;
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
    public Task Draws() => Hold(AggregateProperties.Of(Draw.Type, "draw/huimin/meeting.2026-03"), DrawProperties.Commands, Gen.Const(DrawProperties.Facts));

    [Fact]
    public Task Posts() => Hold(AggregateProperties.Of(Post.Type, "post/huimin/p-1"), PostProperties.Commands);

    [Fact]
    public Task Supervisors() =>
        Hold(AggregateProperties.Of(Supervisor.Type, "supervisor/huimin/s-1"), SupervisorProperties.Commands);

    [Fact]
    public Task Pledge_forms() =>
        Hold(AggregateProperties.Of(PledgeForm.Type, "pledge-form/huimin/monthly"), PledgeFormProperties.Commands);

    [Fact]
    public Task Townships() =>
        Hold(AggregateProperties.Of(TownshipState.Type, "township/huimin/main"), TownshipProperties.Commands);

    [Fact]
    public Task Cadres() => Hold(AggregateProperties.Of(Cadre.Type, "cadre/huimin/c-1"), CadreProperties.Commands,
        Gen.Select(Gen.Enum<PostLevel>(), Gen.OneOf("c-2", "c-1"), (level, superior) =>
            (EquatableList<GivenFact>)[GivenFact.Of(new RosterCadres(["c-1"])), GivenFact.Of<PostStanding>(People.Post(level)), GivenFact.Of<CadreStanding>(People.Cadre(superior))]));

    [Fact]
    public Task Villages() => Hold(AggregateProperties.Of(Village.Type, "village/huimin/v-1"), VillageProperties.Commands, Superiors);

    [Fact]
    public Task Bodies() => Hold(AggregateProperties.Of(Body.Type, "body/huimin/office"), BodyProperties.Commands, Superiors);

    [Fact]
    public Task Disclosures() =>
        Hold(AggregateProperties.Of(Disclosure.Type, "disclosure/huimin/d-1"), DisclosureProperties.Commands);

    [Fact]
    public Task Promises() => Hold(AggregateProperties.Of(Promise.Type, "promise/huimin/2026-01.3", "cn-2026.1"), PromiseProperties.Commands,
        Superiors.Select(people => people.Add(GivenFact.Of(HearingPolicy.Default)).Add(GivenFact.Of(PromiseScenes.Heard))));

    [Fact]
    public Task Deductions() => Hold(
        AggregateProperties.Of(DeductionProposal.Type, "deduction/huimin/promise.2026-01.3"),
        DeductionProposalProperties.Commands,
        Superiors.Select(people => people.Add(GivenFact.Of(HearingPolicy.Default)).Add(GivenFact.Of(PromiseScenes.Stands(PromiseStatus.Overdue, 1)))));

    [Fact]
    public Task Livelihood_issues() => Hold(
        AggregateProperties.Of(LivelihoodIssue.Type, "livelihood/huimin/l-1", "cn-2026.1"),
        LivelihoodIssueProperties.Commands, Superiors);

    static Gen<EquatableList<GivenFact>> Superiors => Gen.OneOf("c-2", "c-1").Select(superior => (EquatableList<GivenFact>)[GivenFact.Of<CadreStanding>(People.Cadre(superior))]);

    static async Task Hold<TState, TCommand, TEvent, TView>(
        AggregateProperties<TState, TCommand, TEvent, TView> properties, Gen<TCommand> commands, Gen<EquatableList<GivenFact>>? facts = null)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var histories = Gen.Select(commands, Gen.OneOf(Actors), Gen.Int[-5, 40], facts ?? Gen.Const(EquatableList<GivenFact>.Empty),
            (command, actor, hours, given) => new Attempt<TCommand>(command, actor, Start.AddHours(hours), given)).Array[0, 12];
        await properties.RetryWritesNothing(histories, 40);
        await properties.HistoriesFold(histories, 40);
    }
}
