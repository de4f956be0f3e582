using CsCheck;
using Township.Cadres;
using Township.Draws;
using Township.PledgeForms;
using Township.Posts;
using Township.Supervisors;
using Township.Townships;

namespace Township;

/// <summary>Through a real session: a retry writes nothing; replay, snapshot and a second decision agree with what was lived through.</summary>
public sealed class SessionProperties
{
    static readonly DateTimeOffset Start = new World().Now;
    static readonly Actor[] Actors = [new("c-001", "huimin", [Roles.Office, Roles.Leader]), new("c-1", "huimin", [Roles.Cadre])];

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
