using Township.Cadres;
using Township.Draws;
using Township.PledgeForms;
using Township.Posts;
using Township.Supervisors;
using Township.Townships;

namespace Township;

static class Kinds
{
    public static readonly AggregateType<Cadre, CadreCommand, CadreEvent, CadreView> Cadre = AggregateType<Cadre, CadreCommand, CadreEvent, CadreView>.Instance;
    public static readonly AggregateType<Draw, DrawCommand, DrawEvent, DrawView> Draw = AggregateType<Draw, DrawCommand, DrawEvent, DrawView>.Instance;
    public static readonly AggregateType<Post, PostCommand, PostEvent, PostView> Post = AggregateType<Post, PostCommand, PostEvent, PostView>.Instance;
    public static readonly AggregateType<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView> PledgeForm =
        AggregateType<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>.Instance;
    public static readonly AggregateType<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView> Supervisor =
        AggregateType<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>.Instance;
    public static readonly AggregateType<TownshipState, TownshipCommand, TownshipEvent, TownshipView> Township =
        AggregateType<TownshipState, TownshipCommand, TownshipEvent, TownshipView>.Instance;
}
