using System.Data.Common;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Pledges;
using Township.Promises;

namespace Township;

/// <summary>What holds for every view.</summary>
public sealed class ViewTableTests
{
    public static TheoryData<string> Views => [.. TownshipViews.All.Select(v => v.Name)];

    [Theory, MemberData(nameof(Views))]
    public async Task The_document_names_every_table_with_every_column_in_its_order(string name)
    {
        var view = Find(name);
        using var database = await ViewDatabase.With(view);
        foreach (var table in view.Tables) DocumentedColumns(table).Should().Equal(database.Columns(table), table);
    }

    [Fact]
    public void Every_event_is_handled()
    {
        Handles<PledgeMonth, PledgeEvent>("pledge/huimin/c-017.2026-03");
        Handles<HearingRows, HearingEvent>("hearing/huimin/2026-01");
        Handles<ReportedIssue, IssueReportEvent>("issue-report/huimin/r-1");
        Handles<PromiseRows, PromiseEvent>("promise/huimin/2026-01.3");
        Handles<DisclosureRows, DisclosureEvent>("disclosure/huimin/d-1");
        Handles<ProposedDeduction, DeductionProposalEvent>("deduction/huimin/promise.2026-01.3");
        Handles<RaisedIssue, LivelihoodIssueEvent>("livelihood/huimin/l-1");
    }

    [Fact]
    public async Task A_history_that_does_not_begin_with_its_first_event_is_no_row()
    {
        using var database = await ViewDatabase.With(TownshipViews.Promises);
        var store = new MemoryEventStore();
        await store.Append([Happenings.Commit(Promise.Type.Events, "promise/huimin/2026-01.1", new PromiseEvent.Fulfilled(default, false, "…", "c-001", default))]);
        var commits = new List<RecordedCommit>();
        await foreach (var commit in store.ReadAll()) commits.Add(commit);
        var apply = () => database.Apply(commits);
        await apply.Should().ThrowAsync<DbException>();
    }

    static void Handles<TRows, TEvent>(string stream) where TRows : class, IStreamRows<TRows, TEvent>
    {
        foreach (TEvent e in Samples.Of(typeof(TEvent)).Cast<TEvent>()) RowFold.New<TRows, TEvent>(stream).Invoking(rows => rows.After(e).Rows.ToList()).Should().NotThrow();
    }

    // The first column of the table under the heading that is called like it.
    static IEnumerable<string> DocumentedColumns(string table) => File.ReadLines(Path.Combine(SourceTree.Root, "docs", "views.md"))
        .SkipWhile(line => line != $"### {table}").Skip(1).TakeWhile(line => !line.StartsWith('#'))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

    static IProjection<DbTransaction> Find(string name) => TownshipViews.All.Single(v => v.Name == name);
}
