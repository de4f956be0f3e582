using Township.IssueReports;
using static Township.IssueReports.IssueReportEvent;

namespace Township;

/// <summary>H1, H2: reported issues, and every place to which they went.</summary>
public sealed class ReportRowTests
{
    const string Key = "township=huimin report=r-1", Terms = "reporter_kind=Informant reporter=p-7 taken_by=c-001 village=v-01 category=Roads filed_on=2026-03-02";

    static readonly Filed Report = new(
        ReporterKind.Informant, "p-7", PersonalText.Sealed("p-7", 1, "AAAA"), "c-001", "v-01", IssueCategory.Roads, PersonalText.Sealed("p-7", 1, "AAAA"), new(2026, 3, 2));

    static readonly Consolidated First = new("2026-01", 2, "c-001", new(2026, 3, 5)), Second = new("2026-02", 1, "c-001", new(2026, 4, 5));
    static readonly Released Left = new("2026-01", 2, ReleaseCause.HearingCancelled, "c-001", new(2026, 3, 9));

    [Fact]
    public void H1_Filed_it_is_open_and_nobody_is_named() => Rows(Report).Should().Equal($"issue_reports {Key} status=Open {Terms} placements=0");

    [Fact]
    public void H2_It_says_to_which_hearing_it_went() => Rows(Report, First).Should().Equal(
        $"issue_reports {Key} status=Consolidated {Terms} hearing=2026-01 issue=2 placements=1",
        $"issue_report_placements {Key} number=1 hearing=2026-01 issue=2 placed_on=2026-03-05");

    [Fact]
    public void H2_Released_it_is_open_again_and_every_place_stays_on_record()
    {
        Rows(Report, First, Left)[0].Should().Be($"issue_reports {Key} status=Open {Terms} placements=1");
        Rows(Report, First, Left, Second).Should().Equal(
            $"issue_reports {Key} status=Consolidated {Terms} hearing=2026-02 issue=1 placements=2",
            $"issue_report_placements {Key} number=1 hearing=2026-01 issue=2 placed_on=2026-03-05 released_on=2026-03-09 cause=HearingCancelled",
            $"issue_report_placements {Key} number=2 hearing=2026-02 issue=1 placed_on=2026-04-05");
    }

    [Fact]
    public void H2_It_is_answered_without_a_hearing() => Rows(Report, new Answered(PersonalText.Sealed("p-7", 1, "AAAA"), "c-002", new(2026, 3, 6))).Should().Equal(
        $"issue_reports {Key} status=Answered {Terms} answered_by=c-002 answered_on=2026-03-06 placements=0");

    static IReadOnlyList<string> Rows(params IssueReportEvent[] events) => RowFold.Of(
        typeof(IssueReport), IssueReport.Type.Events, "issue-report/huimin/r-1", events);
}
