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
    static readonly string[] Reports = ["r-1", "r-2", "r-3"], Cadres = ["c-004", "c-005", "c-006"];

    // Around the hearing everything is as the way to its end needs it.
    static readonly EquatableList<GivenInput> Around =
    [
        GivenInput.Of(Inputs.Township.Name, new TownshipView("宋畈乡", TownshipKind.Township, PledgePolicy.Default), Inputs.Township.Type),
        GivenInput.Of(Inputs.Cadre.Name, Cadre, Inputs.Cadre.Type), GivenInput.Of(Inputs.ActingCadre.Name, Cadre, Inputs.ActingCadre.Type),
        .. Cadres.Select(c => GivenInput.Of(Inputs.Cadre.Named(c).Name, Cadre, Inputs.Cadre.Type)),
        .. Reports.Select(r => GivenInput.Of(Inputs.IssueReport.Named(r).Name, OpenReport, Inputs.IssueReport.Type)),
        .. Disclosed("n-1", DisclosureKind.HearingNotice, 1, "2026-03-02 10:00"), .. Disclosed("f-1", DisclosureKind.HearingFeedback, 0, "2026-03-12 10:00"),
        GivenInput.Of(Inputs.Promise.Name, Promise, Inputs.Promise.Type), GivenInput.Of(Inputs.Promise.Named("2026-01.1").Name, Promise, Inputs.Promise.Type),
        GivenInput.Of(Inputs.Draw.Name, new DrawView(DrawStep.Open, [], 0, null, null, null, null, [], null), Inputs.Draw.Type),
        GivenInput.Of(Inputs.ReplacedDraw.Name, new DrawView(DrawStep.Void, [], 0, null, null, null, null, [], "作废"), Inputs.Draw.Type),
    ];

    static CadreView Cadre => new("吴二", [new("p-1", "副乡长", "班子", PostLevel.TeamMember, "c-001", new(2025, 1, 6))], [], [], null);

    static IssueReportView OpenReport => new(IssueReportStep.Open, ReporterKind.Citizen, "p-050", null, "p-050", null, IssueCategory.Water, "水渠", new(2026, 2, 25), [], null, null, null);

    static PromiseView Promise => new(PromiseStep.Made, "2026-01", 1, "c-005", "清淤", [], null, null, null, null, null, null);

    static IEnumerable<GivenInput> Disclosed(string id, DisclosureKind kind, int revision, string at)
    {
        var view = new DisclosureView(
            DisclosureStep.Published, kind, new("hearing/songfan/2026-01", revision, [1, 2]), DisclosureAudience.Public, DisclosureForm.FullText, "公告", "内容", 1, null, "c-010", Start, null, null,
            [.. Enum.GetValues<Channel>().Select(c => new Publication(c, Time(at), "照片", "c-010", 1, null))], null, null);
        return [GivenInput.Of(Inputs.Disclosure.Name, view, Inputs.Disclosure.Type), GivenInput.Of(Inputs.Disclosure.Named(id).Name, view, Inputs.Disclosure.Type)];
    }

    // The way to the end, with time for each step; a history leaves some of it out and repeats some of it.
    static readonly (double Days, HearingCommand Command)[] Way =
    [
        (0, new Prepare("农田水利")), (0, new AddIssue("水渠清淤", ["r-1"])), (0, new AddIssue("机耕路", ["r-2"])), (0, new AssignReports(1, ["r-3"])), (0, new DropIssue(2, "已解决")),
        (0, new Arrange(Time("2026-03-10 09:00"), "礼堂", ["村民"], null)), (0, new PlanWork([new("布置", "c-005", new(2026, 3, 9))])), (0, new CompleteTask(1)),
        (2, new RecordNotice("n-1")), (2, new SetGroups([HearingScenes.Farmers])), (2, new SignUp("p-001", "farmers", "一")), (2, new SignUp("p-002", "farmers", "二")), (2, new Invite("p-011", "farmers", "三")),
        (2, new AcceptInvitation("p-011")), (2, new CloseSignUp()), (2, new ConfirmRepresentatives()), (2, new AppointOfficer("c-004")), (2, new AppointOfficer("c-005")), (3, new WithdrawRepresentative("p-002", "有事")),
        (8.7, new EndNoticePeriod()), (9, new RecordAttendance(["p-001", "p-011", "c-004", "c-005"])), (9, new OpenSitting(["n-1"])), (9, new Ask("p-001", 1, "?")), (9, new Explain("c-004", 1, "!")),
        (9, new RaiseObjection("p-011", 1, "不")), (9, new WithdrawObjection("p-011", 3)), (9, new RecuseOfficer("c-005", "回避", "c-006")), (9, new RaiseIssue("p-001", "路灯", "暗")), (9, new Conclude(1, "可")), (9, new EndSitting()),
        (9, new CorrectEntry(1, "??", "误记")), (10, new AssignMeasure(1, "清淤", "c-005", new(2026, 3, 20))), (10, new LinkPromise(1, "2026-01.1")), (10, new Refer(2, "研究")), (10, new Refer(3, "研究")), (11.5, new RecordFeedback("f-1")),
        (25, new MarkFeedbackOverdue()), (25, new MarkMeasureOverdue(1, 1)), (25, new Close(["2026-01.1"], ["f-1"])), (26, new CompleteMeasure(1, 1, "完成")), (27, new Reopen([1], "塌方", "变化")),
    ];

    static readonly Gen<Attempt<HearingCommand>[]> Histories = Gen.Int[0, 19].Array[Way.Length].Select(luck => Way.Index().SelectMany(w => luck[w.Index] switch
    {
        0 => [],
        1 => (Attempt<HearingCommand>[])[Try(w.Item), Try(Way[luck[(w.Index + 7) % Way.Length] * Way.Length / 20]) with { At = Start.AddDays(w.Item.Days) }],
        _ => [Try(w.Item)],
    }).ToArray());

    static Attempt<HearingCommand> Try((double Days, HearingCommand Command) step) => new(step.Command with { CommandId = Guid.CreateVersion7() }, Both, Start.AddDays(step.Days), Around);

    static readonly AggregateProperties<Hearing, HearingCommand, HearingEvent, HearingView> Hearings = new("hearing/songfan/2026-01");

    [Fact]
    public Task A_retry_writes_nothing() => Hearings.RetryWritesNothing(Histories, 60);

    [Fact]
    public Task Replay_snapshot_and_a_second_decision_agree_with_the_live_state() => Hearings.HistoriesFold(Histories, 60);

    [Fact]
    public async Task Reported_issues_too()
    {
        var view = HearingScenes.Prepared().HearingView();
        Gen<EquatableList<GivenInput>> hearing = Gen.Bool.Select(stands => (EquatableList<GivenInput>)
        [
            GivenInput.Of(Inputs.Hearing.Name, stands ? view : view with { Step = HearingStep.Cancelled }, Inputs.Hearing.Type),
            GivenInput.Of(Inputs.Village.Name, new VillageView("宋畈村", new(2025, 6, 1), [], [new("c-003", new(2026, 1, 1))], null), Inputs.Village.Type),
        ]);
        var commands = Gen.OneOf<IssueReportCommand>(
            new IssueReportCommand.FileIssue(ReporterKind.Instructor, "v-1", IssueCategory.Water, "水渠", null, null), new IssueReportCommand.Consolidate("2026-01", 1),
            new IssueReportCommand.Consolidate("2026-01", 2), new IssueReportCommand.Release("2026-01"), new IssueReportCommand.Answer("已安排"));
        var histories = Gen.Select(commands, hearing, (c, given) => new Attempt<IssueReportCommand>(c with { CommandId = Guid.CreateVersion7() }, Both, Start, given)).Array[0, 12];
        var reports = new AggregateProperties<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>("issue-report/songfan/r-1");
        await reports.RetryWritesNothing(histories, 60);
        await reports.HistoriesFold(histories, 60);
    }
}
