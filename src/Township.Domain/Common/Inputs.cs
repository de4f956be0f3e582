using Township.Cadres;
using Township.Disclosures;
using Township.Draws;
using Township.Hearings;
using Township.IssueReports;
using Township.Notices;
using Township.PledgeForms;
using Township.Pledges;
using Township.Posts;
using Township.Promises;
using Township.Supervisors;
using Township.Townships;
using Township.Villages;

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

    public static Input<PledgeView> Pledge { get; } = new(Pledges.Pledge.Category, Pledges.Pledge.Json);

    public static Input<DrawView> Draw { get; } = new(Draws.Draw.Category, Draws.Draw.Json);

    /// <summary>A draw that another takes the place of.</summary>
    public static Input<DrawView> ReplacedDraw { get; } = Draw.As("replaced-draw");

    public static Input<NoticeView> Notice { get; } = new(Notices.Notice.Category, Notices.Notice.Json);

    /// <summary>The notice before the one that decides.</summary>
    public static Input<NoticeView> PreviousNotice { get; } = Notice.As("previous-notice");

    /// <summary>Who acts, as a cadre on record.</summary>
    public static Input<CadreView> ActingCadre { get; } = Cadre.As("actor");

    /// <summary>Who acts, as an efficiency supervisor on record.</summary>
    public static Input<SupervisorView> ActingSupervisor { get; } = Supervisor.As("actor");

    /// <summary>The cadre who held an admonition talk.</summary>
    public static Input<CadreView> TalkHolder { get; } = Cadre.As("talk-holder");

    public static Input<VillageView> Village { get; } = new(Villages.Village.Category, Villages.Village.Json);

    public static Input<DisclosureView> Disclosure { get; } = new(Disclosures.Disclosure.Category, Disclosures.Disclosure.Json);

    /// <summary>The tender notice that a result belongs to.</summary>
    public static Input<DisclosureView> TenderNotice { get; } = Disclosure.As("tender-notice");

    public static Input<PromiseView> Promise { get; } = new(Promises.Promise.Category, Promises.Promise.Json);

    /// <summary>The promise before the one that decides.</summary>
    public static Input<PromiseView> PreviousPromise { get; } = Promise.As("previous-promise");

    public static Input<HearingView> Hearing { get; } = new(Hearings.Hearing.Category, Hearings.Hearing.Json);

    public static Input<IssueReportView> IssueReport { get; } = new(IssueReports.IssueReport.Category, IssueReports.IssueReport.Json);

    /// <summary>The pledge policy on which a decision rests that has read its township; empty when it has not.</summary>
    public static string PolicyVersion(CapturedInputs inputs) => Township.WasAsked(inputs) ? Township.Get(inputs).PledgePolicy.Version : "";

    /// <summary>The hearing policy on which a decision rests that has read its township; empty when it has not.</summary>
    public static string HearingPolicyVersion(CapturedInputs inputs) => Township.WasAsked(inputs) ? Township.Get(inputs).HearingPolicy.Version : "";
}
