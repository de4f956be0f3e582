using Township.AheadStreams;
using Township.Bodies;
using Township.Cadres;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.Draws;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Measures;
using Township.Notices;
using Township.PledgeForms;
using Township.Pledges;
using Township.Posts;
using Township.Promises;
using Township.ReportMeetings;
using Township.Rosters;
using Township.Supervisors;
using Township.Townships;
using Township.Villages;

namespace Township;

/// <summary>Every kind of aggregate, for tools that read histories without a silo.</summary>
public static class TownshipAggregates
{
    /// <summary>All of them, in the order of their categories.</summary>
    public static IReadOnlyList<IAggregateType> All { get; } =
    [
        AggregateType<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView>.Instance,
        AggregateType<Body, BodyCommand, BodyEvent, BodyView>.Instance,
        AggregateType<Cadre, CadreCommand, CadreEvent, CadreView>.Instance,
        AggregateType<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>.Instance,
        AggregateType<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>.Instance,
        AggregateType<Draw, DrawCommand, DrawEvent, DrawView>.Instance,
        AggregateType<Hearing, HearingCommand, HearingEvent, HearingView>.Instance,
        AggregateType<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>.Instance,
        AggregateType<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>.Instance,
        AggregateType<Measure, MeasureCommand, MeasureEvent, MeasureView>.Instance,
        AggregateType<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>.Instance,
        AggregateType<Notice, NoticeCommand, NoticeEvent, NoticeView>.Instance,
        AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance,
        AggregateType<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>.Instance,
        AggregateType<Post, PostCommand, PostEvent, PostView>.Instance,
        AggregateType<Promise, PromiseCommand, PromiseEvent, PromiseView>.Instance,
        AggregateType<Roster, RosterCommand, RosterEvent, RosterView>.Instance,
        AggregateType<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>.Instance,
        AggregateType<TownshipState, TownshipCommand, TownshipEvent, TownshipView>.Instance,
        AggregateType<Village, VillageCommand, VillageEvent, VillageView>.Instance,
    ];

    /// <summary>The kind with this stream category, or null.</summary>
    public static IAggregateType? Find(string category) => All.FirstOrDefault(a => a.Category == category);
}
