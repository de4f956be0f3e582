using CsCheck;
using Township.Cadres;
using Township.Disclosures;
using Township.Draws;
using Township.IssueReports;
using Township.Posts;
using Township.Promises;
using Township.Townships;
using Township.Villages;
using static Township.Hearings.HearingCommand;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>Through a real session: a retry writes nothing; replay, snapshot and a second decision agree with what was lived through.</summary>
public sealed class HearingSessionProperties
{
    static readonly DateTimeOffset Start = Time("2026-03-01 09:00");
    static readonly Actor Both = Person("c-003", Roles.Leader, Roles.Office, Roles.System);

    // Around the hearing everything is as the way to its end needs it.
    static readonly EquatableList<GivenFact> Around =
    [
        GivenFact.Of(HearingPolicy.Default),
        GivenFact.Of(new CadreStanding(new(2025, 1, 6), null, PostLevel.TeamMember, "c-001", [])),
        GivenFact.Of<DrawResult>(null),
        GivenFact.Of(new IssueReportStanding(IssueReportStatus.Open)),
        Disclosed("n-1", DisclosureKind.HearingNotice, 1, "2026-03-02 10:00"), Disclosed("f-1", DisclosureKind.HearingFeedback, 0, "2026-03-12 10:00"),
        GivenFact.Of("2026-01.1", new PromiseStanding("2026-01", 1, "c-005", PromiseStatus.Made, [])),
    ];

    static GivenFact Disclosed(string id, DisclosureKind kind, int revision, string at) => GivenFact.Of(id, new DisclosurePublications(
        kind, new("hearing/songfan/2026-01", revision, [1, 2]), [.. Enum.GetValues<Channel>().Select(c => new ChannelPublication(c, Time(at), "照片"))]));

    // The way to the end, with time for each step; a history leaves some of it out and repeats some of it.
    static readonly (double Days, HearingCommand Command)[] Way =
    [
        (0, new Prepare("农田水利")), (0, new AddIssue("水渠清淤", ["r-1"])), (0, new AddIssue("机耕路", ["r-2"])), (0, new AssignReports(1, ["r-3"])), (0, new DropIssue(2, "已解决")),
        (0, new Arrange(Time("2026-03-10 09:00"), "礼堂", ["村民"], null)), (0, new PlanWork([new("布置", "c-005", new(2026, 3, 9))])), (0, new CompleteTask(1)),
        (2, new RecordNotice("n-1")), (2, new SetGroups([HearingScenes.Farmers])), (2, new SignUp("p-001", "farmers", "一")), (2, new SignUp("p-002", "farmers", "二")), (2, new Invite("p-011", "farmers", "三")),
        (2, new AcceptInvitation("p-011")), (2, new CloseSignUp()), (2, new ConfirmRepresentatives()), (2, new AppointOfficer("c-004")), (2, new AppointOfficer("c-005")), (3, new WithdrawRepresentative("p-002", "有事")),
        (8.7, new EndNoticePeriod()), (9, new RecordAttendance(["p-001", "p-011", "c-004", "c-005"])), (9, new OpenSitting()), (9, new Ask("p-001", 1, "?")), (9, new Explain("c-004", 1, "!")),
        (9, new RaiseObjection("p-011", 1, "不")), (9, new WithdrawObjection("p-011", 3)), (9, new RecuseOfficer("c-005", "回避", "c-006")), (9, new RaiseIssue("p-001", "路灯", "暗")), (9, new Conclude(1, "可")), (9, new EndSitting()),
        (9, new CorrectEntry(1, "??", "误记")), (10, new AssignMeasure(1, "清淤", "c-005", new(2026, 3, 20))), (10, new LinkPromise(1, "2026-01.1")), (10, new Refer(2, "研究")), (10, new Refer(3, "研究")), (11.5, new RecordFeedback("f-1")),
        (25, new MarkFeedbackOverdue()), (25, new MarkMeasureOverdue(1, 1)), (25, new Close()), (26, new CompleteMeasure(1, 1, "完成")), (27, new Reopen([1], "塌方", "变化")),
    ];

    static readonly Gen<Attempt<HearingCommand>[]> Histories = Gen.Int[0, 19].Array[Way.Length].Select(luck => Way.Index().SelectMany(w => luck[w.Index] switch
    {
        0 => [],
        1 => (Attempt<HearingCommand>[])[Try(w.Item), Try(Way[luck[(w.Index + 7) % Way.Length] * Way.Length / 20]) with { At = Start.AddDays(w.Item.Days) }],
        _ => [Try(w.Item)],
    }).ToArray());

    static Attempt<HearingCommand> Try((double Days, HearingCommand Command) step) => new(step.Command with { CommandId = Guid.CreateVersion7() }, Both, Start.AddDays(step.Days), Around);

    static readonly AggregateProperties<Hearing, HearingCommand, HearingEvent, HearingView> Hearings =
        AggregateProperties.Of(Hearing.Type, "hearing/songfan/2026-01", "cn-2026.1");

    [Fact]
    public Task A_retry_writes_nothing() => Hearings.RetryWritesNothing(Histories, 60);

    [Fact]
    public Task Replay_snapshot_and_a_second_decision_agree_with_the_live_state() => Hearings.HistoriesFold(Histories, 60);

    [Fact]
    public async Task Reported_issues_too()
    {
        Gen<EquatableList<GivenFact>> hearing = Gen.Bool.Select(stands => (EquatableList<GivenFact>)
        [
            GivenFact.Of(new HearingAgenda(!stands, [new(1, Dropped: false, ["r-1", "r-2"]), new(2, Dropped: false, ["r-3"])])),
            GivenFact.Of(new VillageReporters(null, [], ["c-003"])),
        ]);
        var commands = Gen.OneOf<IssueReportCommand>(
            new IssueReportCommand.FileIssue(ReporterKind.Instructor, "v-1", IssueCategory.Water, "水渠", null, null), new IssueReportCommand.Consolidate("2026-01", 1),
            new IssueReportCommand.Consolidate("2026-01", 2), new IssueReportCommand.Release("2026-01"), new IssueReportCommand.Answer("已安排"));
        var histories = Gen.Select(commands, hearing, (c, given) => new Attempt<IssueReportCommand>(c with { CommandId = Guid.CreateVersion7() }, Both, Start, given)).Array[0, 12];
        var reports = AggregateProperties.Of(IssueReport.Type, "issue-report/songfan/r-1");
        await reports.RetryWritesNothing(histories, 60);
        await reports.HistoriesFold(histories, 60);
    }
}
