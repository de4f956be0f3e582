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
using static Township.QueryScenes;

namespace Township;

/// <summary>An aggregate that somebody asks for.</summary>
/// <param name="Category">What it is.</param>
/// <param name="State">As it stands, in words of docs/security.md; empty where that makes no difference.</param>
/// <param name="Id">Its id in 惠民镇.</param>
/// <param name="History">Two commits: what is asked as of version 1 is after the first event.</param>
/// <param name="Concerned">Whom it concerns, as docs/security.md calls them.</param>
sealed record ReadingScene(string Category, string State, string Id, IReadOnlyList<Commit> History, IReadOnlyList<(string Name, Actor Actor)> Concerned)
{
    public string Key => $"huimin/{Id}";

    public string Row => State.Length == 0 ? Category : $"{Category}, {State}";
}

/// <summary>One of every aggregate, and one in every state that makes a difference to who may read it.</summary>
static class ReadingScenes
{
    static readonly DateOnly Day = new(2026, 3, 2);
    static readonly (string, Actor) Themselves = ("cadre", new("c-017", "huimin", [Roles.Cadre]));
    static readonly (string, Actor) Superior = ("superior", new("c-002", "huimin", [Roles.Cadre]));

    public static IReadOnlyList<ReadingScene> All { get; } =
    [
        Of(AheadStream.Type.Events, "ahead-stream", "", "promise.2026-03.1",
            [new AheadStreamEvent.Acknowledged(At(2), "c-001", "时钟调错")], [new AheadStreamEvent.Acknowledged(At(3), "c-001", "又调错")]),
        Of(Body.Type.Events, "body", "", BodyKey.EfficiencyOffice,
            [new BodyEvent.Formed(BodyKind.EfficiencyOffice, "c-001", Day)], [new BodyEvent.MemberAdded("c-017", Day)]),
        Of(Cadre.Type.Events, "cadre", "", "c-017",
            [new CadreEvent.Registered("张三", new("p-01", "农业办主任", "农业办", PostLevel.MiddleManager, "c-002", Day))], [new CadreEvent.LeaveGranted(new("病假", Day, Day))], Themselves),
        Of(DeductionProposal.Type.Events, "deduction", "", "promise.2026-03.1",
            [Proposed("c-017")], [new DeductionProposalEvent.Confirmed(1.5m, "c-001", Day, "属实")], Themselves),
        Disclosed("not published", "d-1", DisclosureAudience.Public, new DisclosureEvent.Corrected(2, "公告", "更正", "笔误", "c-001", At(2))),
        Disclosed("published for the public", "d-2", DisclosureAudience.Public, On(Channel.Web, 2)),
        Disclosed("published for villagers", "d-3", DisclosureAudience.Villagers, On(Channel.NoticeBoard, 2)),
        Disclosed("published for cadres", "d-4", DisclosureAudience.Cadres, On(Channel.MeetingBriefing, 2)),
        Disclosed("published for those concerned", "d-5", DisclosureAudience.Concerned, On(Channel.ExplanatoryNotice, 2)),
        Disclosed("published and corrected", "d-6", DisclosureAudience.Public, On(Channel.Web, 2), new DisclosureEvent.Corrected(2, "公告", "更正", "笔误", "c-001", At(3))),
        Disclosed("published and withdrawn", "d-7", DisclosureAudience.Public, On(Channel.Web, 2), new DisclosureEvent.Withdrawn("c-001", Day, "有误")),
        Of(Draw.Type.Events, "draw", "", "meeting.2026-03",
            [new DrawEvent.CandidatesFrozen(new(["c-002", "c-017"], [], 1, DrawPolicy.Default.Values.Beacons[0], new(2026, 3, 3), At(3), "draw/1"), "00")], [new DrawEvent.Drawn("01", ["c-017"])]),
        Held("not published", "2026-01", new HearingEvent.IssueAdded(1, "修路", [], null)),
        Held("published", "2026-02", Noticed(1)),
        Held("published and changed", "2026-03", Noticed(1), new HearingEvent.TopicRevised("水渠", "…", new(2, At(3)))),
        Of(IssueReport.Type.Events, "issue-report", "", "r-1",
            [new IssueReportEvent.Filed(ReporterKind.Citizen, "p-7", null, "p-100", "v-01", IssueCategory.Roads, "路不好走", Day)],
            [new IssueReportEvent.Consolidated("2026-01", 1, "c-001", Day)],
            ("reporter", new("p-7", "huimin", [Roles.Citizen])), ("taken-by", new("p-100", "huimin", [Roles.Informant]))),
        Of(LivelihoodIssue.Type.Events, "livelihood", "", "l-1",
            [new LivelihoodIssueEvent.Raised("路灯", "李四", "夜里看不见路", "v-01", "p-7", Day)], [new LivelihoodIssueEvent.Accepted("装路灯", "c-017", null, "c-001", Day)],
            ("recorded-by", new("p-7", "huimin", [Roles.Citizen])), ("owner", Themselves.Item2)),
        Of(Measure.Type.Events, "measure", "", "c-017.2026-03",
            [new MeasureEvent.Opened(MeasureKind.Explain, "c-017", Due(Day), "c-001", Day, "pledge/1")], [new MeasureEvent.ExplanationGiven("病了", Day)], Themselves),
        Of(ReportMeeting.Type.Events, "meeting", "", "2026-03",
            [new ReportMeetingEvent.Convened(Day, "镇政府", 1, "pledge/1")], [new ReportMeetingEvent.DrawAttached("meeting.2026-03", "00", null)]),
        Of(Notice.Type.Events, "notice", "", "c-017.2026-03",
            [new NoticeEvent.Issued("c-017", new(2026, 3), NoticeCause.Unfulfilled, MeasureKind.Explain, "未完成", null, "c-001", Day, Due(Day), "pledge/1")],
            [new NoticeEvent.Explained("病了", Day)], Themselves),
        Of(Pledge.Type.Events, "pledge", "", "c-017.2026-03",
            [new PledgeEvent.Written([new("春耕", "走访", "签约")], 1, Day)], [new PledgeEvent.Exempted(ExemptionKind.Leave, "住院", "c-003")], Themselves, Superior),
        Of(PledgeForm.Type.Events, "pledge-form", "", PledgeFormKey.Id,
            [new PledgeFormEvent.Issued(new(1, "工作月承诺表", 1, 3, "如实填写", new(2026, 1)))], [new PledgeFormEvent.Issued(new(2, "工作月承诺表", 1, 5, "如实填写", new(2026, 4)))]),
        Of(Post.Type.Events, "post", "", "p-01",
            [new PostEvent.Established("农业办主任", "农业办", PostLevel.MiddleManager, ["农业"])], [new PostEvent.DutiesRevised(["农业", "水利"])]),
        Of(Promise.Type.Events, "promise", "", "2026-03.1",
            [Promised(1, new(2026, 4, 10)) with { OwnerId = "c-017" }], [new PromiseEvent.Reminded(1, new(2026, 4, 7))], ("owner", Themselves.Item2)),
        Of(Roster.Type.Events, "roster", "", RosterKey.Id,
            [new RosterEvent.Entered(["c-001"])], [new RosterEvent.Entered(["c-017"])]),
        Of(Supervisor.Type.Events, "supervisor", "", "s-1",
            [new SupervisorEvent.Appointed("陈静", "县人大代表", Day)], [new SupervisorEvent.RelativeDeclared(new("c-017", "配偶"))], ("supervisor", new("s-1", "huimin", [Roles.Supervisor]))),
        Of(TownshipState.Type.Events, "township", "", TownshipKey.Id,
            [new TownshipEvent.Founded("惠民镇", TownshipKind.Town, PledgePolicy.Default)], [new TownshipEvent.PublicNamesAdopted(PublicNames.Hidden, "党委会议")]),
        Of(Village.Type.Events, "village", "", "v-01",
            [new VillageEvent.Established("宋畈村", Day)], [new VillageEvent.InformantAppointed("p-100", "王五", Day)]),
    ];

    static ReadingScene Disclosed(string state, string id, DisclosureAudience audience, params DisclosureEvent[] later) => Of<DisclosureEvent>(
        Disclosure.Type.Events, "disclosure", state, id, [Drafted(DisclosureKind.ServiceGuide, audience, 1)], later);

    static ReadingScene Held(string state, string id, params HearingEvent[] later) => Of<HearingEvent>(
        Hearing.Type.Events, "hearing", state, id, [Prepared, Arranged(new(2026, 3, 11))], later);

    static HearingEvent.NoticeRecorded Noticed(int revision) => new("d-2", revision, [new("d-2", Channel.Web, At(2), "照片")], null);

    static ReadingScene Of<TEvent>(
        MessageCatalogue<TEvent> events, string category, string state, string id, TEvent[] first, TEvent[] later, params (string, Actor)[] concerned) where TEvent : class =>
        new(category, state, id, [Happenings.Commit(events, $"{category}/huimin/{id}", first), Happenings.Commit(events, $"{category}/huimin/{id}", later)], concerned);
}
