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

static class Kinds
{
    public static readonly AggregateType<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView> AheadStream =
        AggregateType<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView>.Instance;
    public static readonly AggregateType<Cadre, CadreCommand, CadreEvent, CadreView> Cadre = AggregateType<Cadre, CadreCommand, CadreEvent, CadreView>.Instance;
    public static readonly AggregateType<Draw, DrawCommand, DrawEvent, DrawView> Draw = AggregateType<Draw, DrawCommand, DrawEvent, DrawView>.Instance;
    public static readonly AggregateType<Post, PostCommand, PostEvent, PostView> Post = AggregateType<Post, PostCommand, PostEvent, PostView>.Instance;
    public static readonly AggregateType<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView> PledgeForm =
        AggregateType<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>.Instance;
    public static readonly AggregateType<Roster, RosterCommand, RosterEvent, RosterView> Roster = AggregateType<Roster, RosterCommand, RosterEvent, RosterView>.Instance;
    public static readonly AggregateType<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView> Supervisor =
        AggregateType<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>.Instance;
    public static readonly AggregateType<TownshipState, TownshipCommand, TownshipEvent, TownshipView> Township =
        AggregateType<TownshipState, TownshipCommand, TownshipEvent, TownshipView>.Instance;
    public static readonly AggregateType<Measure, MeasureCommand, MeasureEvent, MeasureView> Measure =
        AggregateType<Measure, MeasureCommand, MeasureEvent, MeasureView>.Instance;
    public static readonly AggregateType<Notice, NoticeCommand, NoticeEvent, NoticeView> Notice =
        AggregateType<Notice, NoticeCommand, NoticeEvent, NoticeView>.Instance;
    public static readonly AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView> Pledge =
        AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance;
    public static readonly AggregateType<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView> ReportMeeting =
        AggregateType<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>.Instance;
    public static readonly AggregateType<Village, VillageCommand, VillageEvent, VillageView> Village =
        AggregateType<Village, VillageCommand, VillageEvent, VillageView>.Instance;
    public static readonly AggregateType<Body, BodyCommand, BodyEvent, BodyView> Body =
        AggregateType<Body, BodyCommand, BodyEvent, BodyView>.Instance;
    public static readonly AggregateType<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Disclosure =
        AggregateType<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>.Instance;
    public static readonly AggregateType<Promise, PromiseCommand, PromiseEvent, PromiseView> Promise =
        AggregateType<Promise, PromiseCommand, PromiseEvent, PromiseView>.Instance;
    public static readonly AggregateType<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> DeductionProposal =
        AggregateType<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>.Instance;
    public static readonly AggregateType<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> LivelihoodIssue =
        AggregateType<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>.Instance;
    public static readonly AggregateType<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView> IssueReport =
        AggregateType<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>.Instance;
    public static readonly AggregateType<Hearing, HearingCommand, HearingEvent, HearingView> Hearing =
        AggregateType<Hearing, HearingCommand, HearingEvent, HearingView>.Instance;
}
