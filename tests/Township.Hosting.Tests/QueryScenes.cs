using Township.DeductionProposals;
using Township.Disclosures;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Promises;
using Township.Townships;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>What happens in the histories that are asked about.</summary>
static class QueryScenes
{
    static readonly MessageCatalogue<PromiseEvent> Promises = Promise.Type.Events;
    static readonly MessageCatalogue<HearingEvent> Hearings = Hearing.Type.Events;
    static readonly MessageCatalogue<IssueReportEvent> Reports = IssueReport.Type.Events;
    static readonly MessageCatalogue<DisclosureEvent> Disclosures = Disclosure.Type.Events;

    static readonly MessageCatalogue<DeductionProposalEvent> Deductions =
        DeductionProposal.Type.Events;

    static readonly MessageCatalogue<LivelihoodIssueEvent> Livelihood =
        LivelihoodIssue.Type.Events;

    public static Task<long> Happened(this HostedTownship township, string stream, params PromiseEvent[] events) => township.Services.Append(Happenings.Commit(Promises, stream, events));

    public static Task<long> Happened(this HostedTownship township, string stream, params HearingEvent[] events) => township.Services.Append(Happenings.Commit(Hearings, stream, events));

    public static Task<long> Happened(this HostedTownship township, string stream, params IssueReportEvent[] events) => township.Services.Append(Happenings.Commit(Reports, stream, events));

    public static Task<long> Happened(this HostedTownship township, string stream, params DisclosureEvent[] events) => township.Services.Append(Happenings.Commit(Disclosures, stream, events));

    public static Task<long> Happened(this HostedTownship township, string stream, params DeductionProposalEvent[] events) => township.Services.Append(Happenings.Commit(Deductions, stream, events));

    public static Task<long> Happened(this HostedTownship township, string stream, params LivelihoodIssueEvent[] events) => township.Services.Append(Happenings.Commit(Livelihood, stream, events));

    public static IEnumerable<string> Ids(Page<HearingRow> page) => page.Items.Select(i => i.HearingId);

    public static IEnumerable<string> Ids(Page<IssueReportRow> page) => page.Items.Select(i => i.ReportId);

    public static IEnumerable<string> Ids(Page<PromiseRow> page) => page.Items.Select(i => i.PromiseId);

    public static IEnumerable<string> Ids(Page<DisclosureRow> page) => page.Items.Select(i => i.DisclosureId);

    public static IEnumerable<string> Ids(Page<DeductionProposalRow> page) => page.Items.Select(i => i.ProposalId);

    public static IEnumerable<string> Ids(Page<LivelihoodIssueRow> page) => page.Items.Select(i => i.IssueId);

    public static HearingEvent.Prepared Prepared => new("道路", HearingPolicy.Default, "c-001");

    // At the first moment of the day in Asia/Shanghai, which is the day before in UTC.
    public static HearingEvent.Arranged Arranged(DateOnly day) => new(LocalTime.StartOf(day), "乡政府", ["各村"], null, new(1, At(1)));

    public static IssueReportEvent.Filed Filed(string village, int day) =>
        new(ReporterKind.Informant, "p-7", null, "p-7", village, IssueCategory.Roads, PersonalText.Sealed("p-7", 1, "AAAA"), new(2026, 3, day));

    public static Made Promised(int issue, DateOnly due) => new("2026-01", issue, "c-002", "修路", "…", Due(due), due.AddDays(-5), "c-001", new(2026, 3, 20), "hearing/1");

    public static DueDate Due(DateOnly day) => new(day, "cn-2026.1", false);

    public static DateTimeOffset At(int day) => new(2026, 3, day, 1, 0, 0, TimeSpan.Zero);

    public static DisclosureEvent.Drafted Drafted(DisclosureKind kind, DisclosureAudience audience, int day) =>
        new(kind, kind is DisclosureKind.HearingNotice ? new("hearing/huimin/2026-01", 1, []) : null, audience, DisclosureForm.FullText, "公告", "…", null, "c-001", At(day));

    public static DisclosureEvent.Published On(Channel channel, int day) => new(new Publication(channel, At(day), "…", "c-001", 1, null));

    public static DeductionProposalEvent.Proposed Proposed(string cadre) =>
        new(new("promise/huimin/2026-01.1", 3, "promise.became-overdue"), cadre, "H7", new(2m, 0.5m, 5m), "…", "system", new(2026, 4, 10), "hearing/1");

    public static LivelihoodIssueEvent.Raised Raised(string village) => new("路灯", PersonalText.Sealed("p-1", 1, "AAAA"), PersonalText.Sealed("p-1", 1, "AAAA"), village, "c-001", new(2026, 3, 2));
}
