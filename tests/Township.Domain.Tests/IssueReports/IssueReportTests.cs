using Township.Hearings;
using Township.Villages;
using static Township.IssueReports.IssueReportCommand;
using static Township.IssueReports.IssueReportEvent;
using static Township.Songfan;

namespace Township.IssueReports;

/// <summary>H1, H2: instructors, informants and others report issues; each report says at every moment where it went.</summary>
public sealed class IssueReportTests
{
    static readonly DateOnly Today = new(2026, 2, 25);

    static Songfan Open() => new Songfan().At("2026-02-25 09:00");

    static FileIssue From(ReporterKind kind, string? village = "v-1", string? reporter = null, PersonalText? name = null) =>
        new(kind, village, IssueCategory.Water, "水渠堵塞", reporter, name);

    static Filed Filed(ReporterKind kind, string? reporter, string by, string? village = "v-1", PersonalText? name = null) =>
        new(kind, reporter, name, by, village, IssueCategory.Water, "水渠堵塞", Today);

    [Fact]
    public void H1_Instructors_and_informants_report_from_their_village()
    {
        Open().By(Instructor).Report(From(ReporterKind.Instructor)).Then(Filed(ReporterKind.Instructor, "c-017", "c-017")).Report(From(ReporterKind.Instructor)).ThenRefused(CommonRefusals.AlreadyExists, "r-1");
        Open().By(Informant).Report(From(ReporterKind.Informant)).Then(Filed(ReporterKind.Informant, "p-100", "p-100"));
        Open().By(Person("c-005", Roles.Cadre)).Report(From(ReporterKind.Instructor)).ThenRefused(IssueReportRefusals.NotInstructor, "c-005", "v-1");
        Open().By(Person("p-101", Roles.Informant)).Report(From(ReporterKind.Informant)).ThenRefused(IssueReportRefusals.NotInformant, "p-101", "v-1");
        Open().By(Informant).Report(From(ReporterKind.Informant, null)).ThenRefused(IssueReportRefusals.NeedsVillage);
        Open().By(Instructor).Report(From(ReporterKind.Instructor, "v-9")).ThenRefused(IssueReportRefusals.NoSuchVillage, "v-9");
    }

    [Fact]
    public void H1_Who_was_recalled_or_dismissed_reports_no_longer_as_such()
    {
        Open().Has(new VillageCommand.RecallInstructor("c-017", new(2026, 2, 20), "轮换")).By(Instructor).Report(From(ReporterKind.Instructor)).ThenRefused(IssueReportRefusals.NotInstructor, "c-017", "v-1");
        Open().Has(new VillageCommand.DismissInformant("p-100", new(2026, 2, 20), "辞任")).By(Informant).Report(From(ReporterKind.Informant)).ThenRefused(IssueReportRefusals.NotInformant, "p-100", "v-1");
    }

    [Fact]
    public void H1_Others_report_for_themselves_and_the_office_writes_down_what_it_is_told()
    {
        Open().By(Citizen("p-001")).Report(From(ReporterKind.Citizen, null)).Then(Filed(ReporterKind.Citizen, "p-001", "p-001", null));
        Open().By(Person("c-005", Roles.Cadre)).Report(From(ReporterKind.Cadre)).Then(Filed(ReporterKind.Cadre, "c-005", "c-005"));
        Open().By(Citizen("p-001")).Report(From(ReporterKind.Citizen, null, "p-002")).ThenRefused(IssueReportRefusals.OnlyYourOwn);
        Open().By(Citizen("p-001")).Report(From(ReporterKind.Informant)).ThenRefused(CommonRefusals.NotEntitled, Roles.Informant);
        Open().By(Office).Report(From(ReporterKind.Citizen)).ThenRefused(IssueReportRefusals.NeedsReporter);
        Open().By(Office).Report(From(ReporterKind.Informant, "v-1", null, "王五")).ThenRefused(IssueReportRefusals.NeedsReporter);
        Open().By(Office).Report(From(ReporterKind.Informant, "v-1", "p-100")).Then(Filed(ReporterKind.Informant, "p-100", "c-010"));
        Open().By(Office).Report(From(ReporterKind.Citizen, null, null, "赵大爷")).Then(Filed(ReporterKind.Citizen, null, "c-010", null, "赵大爷"));
        Open().By(Stranger).Report(From(ReporterKind.Citizen)).ThenRefused(CommonRefusals.NotEntitled, Roles.Citizen);
    }

    [Fact]
    public void A_report_is_filed_once() =>
        Open().By(Office).Report(From(ReporterKind.Citizen, null, "p-001")).ThenAccepted().Report(From(ReporterKind.Citizen, "v-1", "p-001")).ThenRefused(CommonRefusals.AlreadyExists, "r-1");

    [Fact]
    public void H2_A_report_goes_into_an_issue_that_lists_it()
    {
        var songfan = HearingScenes.Reported().By(Office);
        songfan.Report(new Consolidate("2026-01", 1)).ThenRefused(IssueReportRefusals.NotListed, "2026-01", 1);
        songfan.Do(new HearingCommand.Prepare("农田水利"), new HearingCommand.AddIssue("水渠清淤", ["r-1"]), new HearingCommand.AddIssue("机耕路", []));
        songfan.Report(new Consolidate("2026-01", 2)).ThenRefused(IssueReportRefusals.NotListed, "2026-01", 2);
        songfan.By(Songfan.System).Report(new Consolidate("2026-01", 1)).Then(new Consolidated("2026-01", 1, "deadlines", Today)).Report(new Consolidate("2026-01", 1)).ThenNothing();
        songfan.By(Office).Report(new Consolidate("2026-01", 2)).ThenRefused(IssueReportRefusals.InHearing, "2026-01", 1).Report(new Answer("已安排")).ThenRefused(IssueReportRefusals.InHearing, "2026-01", 1);
        songfan.By(Leader).Report(new Consolidate("2026-01", 1)).ThenRefused(CommonRefusals.NotEntitled, "office, system");
    }

    [Theory]
    [InlineData(ReleaseCause.HearingCancelled)]
    [InlineData(ReleaseCause.IssueDropped)]
    [InlineData(ReleaseCause.NotListed)]
    public void H2_A_report_is_open_again_when_its_hearing_is_cancelled_its_issue_dropped_or_itself_taken_out(ReleaseCause cause)
    {
        var songfan = HearingScenes.Prepared();
        songfan.Report(new Release("2026-01")).ThenRefused(IssueReportRefusals.StillListed, "2026-01", 1).Report(new Release("2026-02")).ThenRefused(IssueReportRefusals.NotThere, "2026-02");
        HearingCommand change = cause switch
        {
            ReleaseCause.HearingCancelled => new HearingCommand.Cancel("已解决"),
            ReleaseCause.IssueDropped => new HearingCommand.DropIssue(1, "已解决"),
            _ => new HearingCommand.RemoveReport(1, "r-1", "不相干"),
        };
        songfan.By(Person("c-003", Roles.Leader, Roles.Office)).Do(change);
        songfan.Report(new Release("2026-01")).Then(new Released("2026-01", 1, cause, "c-003", new(2026, 3, 1))).Report(new Release("2026-01")).ThenNothing();
        songfan.Hearing(new HearingCommand.Prepare("道路"), "2026-02").ThenAccepted().Hearing(new HearingCommand.AddIssue("水渠", ["r-1"]), "2026-02").ThenAccepted();
        songfan.Report(new Consolidate("2026-02", 1)).Then(new Consolidated("2026-02", 1, "c-003", new(2026, 3, 1)));
        songfan.ReportView().Placements.Should().Equal(
            new ReportPlacement("2026-01", 1, new(2026, 3, 1), new(2026, 3, 1), cause), new ReportPlacement("2026-02", 1, new(2026, 3, 1), null, null));
    }

    [Fact]
    public void H2_A_report_may_be_answered_without_a_hearing_and_is_then_settled()
    {
        var songfan = HearingScenes.Reported().By(Citizen("p-050"));
        songfan.Report(new Answer("已安排")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office).By(Office);
        songfan.Report(new Answer("已安排"), "r-9").ThenRefused(IssueReportRefusals.NotFiled);
        songfan.Report(new Answer("已安排")).Then(new Answered("已安排", "c-010", Today)).Report(new Answer("已安排")).ThenRefused(IssueReportRefusals.Answered);
        songfan.Report(new Consolidate("2026-01", 1)).ThenRefused(IssueReportRefusals.Answered);
    }

    [Fact]
    public void H1_What_somebody_reported_is_read_by_them_and_by_those_who_answer_for_it()
    {
        var (stream, report) = (StreamId.Parse("issue-report/songfan/r-1"), IssueReport.Evolve(IssueReport.Initial, Filed(ReporterKind.Citizen, "p-001", "c-011")));
        var closed = (KernelRefusals.NotEntitledToRead with { InChinese = Roles.InChinese }).With("office, leader, auditor");
        Refusal? Read(Actor actor, ReadKind kind = ReadKind.View) => IssueReport.Reading.Refuse(kind, report, stream, actor);
        foreach (var reader in (Actor[])[Citizen("p-001"), Office, Leader, Person("c-011", Roles.Cadre), Person("a-1", Roles.Auditor)]) Read(reader).Should().BeNull();
        foreach (var other in (Actor[])[Citizen("p-002"), Instructor, Informant, Songfan.System]) Read(other).Should().Be(closed);
        Read(Citizen("p-001"), ReadKind.History).Should().Be(closed, "who handled it is for those who answer for it");
        Read(Stranger).Should().Be(KernelRefusals.NotYourTownship.With("songfan"));
        IssueReport.Reading.Refuse(ReadKind.View, IssueReport.Initial, stream, Citizen("p-002")).Should().Be(closed, "whether there is one is not told");
    }
}
