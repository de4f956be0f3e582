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

// One class per aggregate, in alphabetical order, because Orleans' generator must see a class. Everything else follows from the aggregate.

[GrainType("ahead-stream")]
public sealed class AheadStreamGrain(SessionServices services)
    : EventSourcedGrain<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView>(services), IAheadStreamGrain;

[GrainType("body")]
public sealed class BodyGrain(SessionServices services)
    : EventSourcedGrain<Body, BodyCommand, BodyEvent, BodyView>(services), IBodyGrain;

[GrainType("cadre")]
public sealed class CadreGrain(SessionServices services)
    : EventSourcedGrain<Cadre, CadreCommand, CadreEvent, CadreView>(services), ICadreGrain;

[GrainType("deduction")]
public sealed class DeductionProposalGrain(SessionServices services)
    : EventSourcedGrain<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>(services),
    IDeductionProposalGrain;

[GrainType("disclosure")]
public sealed class DisclosureGrain(SessionServices services)
    : EventSourcedGrain<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>(services), IDisclosureGrain;

[GrainType("draw")]
public sealed class DrawGrain(SessionServices services)
    : EventSourcedGrain<Draw, DrawCommand, DrawEvent, DrawView>(services), IDrawGrain;

[GrainType("hearing")]
public sealed class HearingGrain(SessionServices services)
    : EventSourcedGrain<Hearing, HearingCommand, HearingEvent, HearingView>(services), IHearingGrain;

[GrainType("issue-report")]
public sealed class IssueReportGrain(SessionServices services)
    : EventSourcedGrain<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>(services), IIssueReportGrain;

[GrainType("livelihood")]
public sealed class LivelihoodIssueGrain(SessionServices services)
    : EventSourcedGrain<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>(services),
    ILivelihoodIssueGrain;

[GrainType("measure")]
public sealed class MeasureGrain(SessionServices services)
    : EventSourcedGrain<Measure, MeasureCommand, MeasureEvent, MeasureView>(services), IMeasureGrain;

[GrainType("notice")]
public sealed class NoticeGrain(SessionServices services)
    : EventSourcedGrain<Notice, NoticeCommand, NoticeEvent, NoticeView>(services), INoticeGrain;

[GrainType("pledge-form")]
public sealed class PledgeFormGrain(SessionServices services)
    : EventSourcedGrain<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>(services), IPledgeFormGrain;

[GrainType("pledge")]
public sealed class PledgeGrain(SessionServices services)
    : EventSourcedGrain<Pledge, PledgeCommand, PledgeEvent, PledgeView>(services), IPledgeGrain;

[GrainType("post")]
public sealed class PostGrain(SessionServices services)
    : EventSourcedGrain<Post, PostCommand, PostEvent, PostView>(services), IPostGrain;

[GrainType("promise")]
public sealed class PromiseGrain(SessionServices services)
    : EventSourcedGrain<Promise, PromiseCommand, PromiseEvent, PromiseView>(services), IPromiseGrain;

[GrainType("meeting")]
public sealed class ReportMeetingGrain(SessionServices services)
    : EventSourcedGrain<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>(services), IReportMeetingGrain;

[GrainType("roster")]
public sealed class RosterGrain(SessionServices services)
    : EventSourcedGrain<Roster, RosterCommand, RosterEvent, RosterView>(services), IRosterGrain;

[GrainType("supervisor")]
public sealed class SupervisorGrain(SessionServices services)
    : EventSourcedGrain<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>(services), ISupervisorGrain;

[GrainType("township")]
public sealed class TownshipGrain(SessionServices services)
    : EventSourcedGrain<TownshipState, TownshipCommand, TownshipEvent, TownshipView>(services), ITownshipGrain;

[GrainType("village")]
public sealed class VillageGrain(SessionServices services)
    : EventSourcedGrain<Village, VillageCommand, VillageEvent, VillageView>(services), IVillageGrain;
