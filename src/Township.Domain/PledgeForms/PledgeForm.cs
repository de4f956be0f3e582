using System.Diagnostics;
using Event = Township.PledgeForms.PledgeFormEvent;

namespace Township.PledgeForms;

/// <summary>The uniform pledge form 工作月承诺表 with all its versions, oldest first (P3).</summary>
[Title("工作月承诺表", "pledge form")]
public sealed partial record PledgeForm(EquatableList<FormTemplate> Versions) : IAggregate<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>
{
    public static string Category => "pledge-form";

    public static PledgeForm Initial => new(EquatableList<FormTemplate>.Empty);

    public static PledgeForm Evolve(PledgeForm state, PledgeFormEvent e) => e switch
    {
        Event.Issued issued when issued.Template.Version == state.Versions.Count + 1 => new(state.Versions.Add(issued.Template)),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow version {state.Versions.Count}."),
    };

    public static PledgeFormVersions? VersionsOf(PledgeForm state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Versions.Count == 0 ? null : new([.. state.Versions.Select(v => new PledgeFormVersion(v.Version, v.From, v.MinItems, v.MaxItems))]);
    }

    public static PledgeFormView View(PledgeForm state, StreamId stream) => new(state.Versions);
}
