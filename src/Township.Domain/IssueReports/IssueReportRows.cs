namespace Township.IssueReports;

public abstract partial record IssueReport
{
    public static IEnumerable<IssueReportRow> Rows(IssueReport state, StreamId stream) =>
        ReportOf(state) is { } report ? [Row(View(state, stream), report, stream)] : [];

    public static IEnumerable<IssueReportPlacementRow> PlacementRows(IssueReport state, StreamId stream) =>
        View(state, stream).Placements.Select((placement, i) => Row(placement, i + 1, stream));

    static IssueReportRow Row(IssueReportView view, IssueReportEvent.Filed report, StreamId stream)
    {
        var now = view.Status is IssueReportStatus.Consolidated ? view.Placements[^1] : null;
        return new(
            stream.Township, stream.Id, view.Status, report.As, report.ReporterId, report.TakenBy, report.VillageId, report.Category, report.On,
            view.AnsweredBy, view.AnsweredOn, now?.HearingId, now?.IssueNumber, view.Placements.Count);
    }

    static IssueReportPlacementRow Row(ReportPlacement p, int number, StreamId stream) =>
        new(stream.Township, stream.Id, number, p.HearingId, p.IssueNumber, p.On, p.ReleasedOn, p.Cause);
}
