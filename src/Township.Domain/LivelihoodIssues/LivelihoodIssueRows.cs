namespace Township.LivelihoodIssues;

public abstract partial record LivelihoodIssue
{
    public static IEnumerable<LivelihoodIssueRow> Rows(LivelihoodIssue state, StreamId stream) =>
        FileOf(state) is { } file ? [Row(View(state, stream), file, ClosedOn(state), stream)] : [];

    static LivelihoodIssueRow Row(LivelihoodIssueView view, LivelihoodFile file, DateOnly? closedOn, StreamId stream) => new(
        stream.Township, stream.Id, view.Status, file.Terms.Title, file.Terms.VillageId, file.Terms.By, file.Terms.On, view.OwnerId, view.Due?.On, view.OverdueOn,
        file.ProgressReports, file.LastProgressOn, view.DoneOn, closedOn, file.Reopenings);

    static DateOnly? ClosedOn(LivelihoodIssue state) => state switch
    {
        Declined s => s.Verdict.On,
        Confirmed s => s.Verdict.On,
        _ => null,
    };
}
