using Township.Cadres;
using Township.PledgeForms;
using Township.Posts;
using Township.Supervisors;
using Township.Townships;

namespace Township;

/// <summary>The other aggregates that deciders read, each with its category and view.</summary>
public static class Inputs
{
    public static Input<TownshipView> Township { get; } = new(TownshipState.Category, TownshipState.Json);

    public static Input<PostView> Post { get; } = new(Posts.Post.Category, Posts.Post.Json);

    public static Input<CadreView> Cadre { get; } = new(Cadres.Cadre.Category, Cadres.Cadre.Json);

    /// <summary>A cadre who oversees the one that decides.</summary>
    public static Input<CadreView> Superior { get; } = Cadre.As("superior");

    public static Input<SupervisorView> Supervisor { get; } = new(Supervisors.Supervisor.Category, Supervisors.Supervisor.Json);

    public static Input<PledgeFormView> PledgeForm { get; } = new(PledgeForms.PledgeForm.Category, PledgeForms.PledgeForm.Json);

    /// <summary>The policy on which a decision rests that has read its township; empty when it has not.</summary>
    public static string PolicyVersion(CapturedInputs inputs) => Township.WasAsked(inputs) ? Township.Get(inputs).PledgePolicy.Version : "";
}
