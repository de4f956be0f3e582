using Township.Hearings;
using Township.Promises;
using Township.Townships;

namespace Township;

/// <summary>What holds for every read model.</summary>
public sealed class ReadModelTests
{
    [Fact]
    public void Those_of_Township_are_found() => TownshipReadModels.All.Select(m => $"{m.Name} of {m.Categories![0]}: {m.Tables}").Should().Equal(
        "deduction_proposals of deduction: [deduction_proposals, deduction_proposals_states]",
        "disclosures of disclosure: [disclosures, disclosure_publications, disclosures_states]",
        "hearings of hearing: [hearings, hearing_issues, hearing_measures, hearing_questions, hearing_notices, hearing_feedback]",
        "issue_reports of issue-report: [issue_reports, issue_report_placements, issue_reports_states]",
        "livelihood_issues of livelihood: [livelihood_issues, livelihood_issues_states]",
        "pledge_months of pledge: [pledge_months, pledge_months_states]",
        "promises of promise: [promises, promise_dues, promises_states]");

    [Fact]
    public void Every_event_of_a_hearing_is_handled()
    {
        var begun = HearingRows.From(StreamId.Parse("hearing/huimin/2026-01"), StoredRows.None).After(new HearingEvent.Prepared("道路", HearingPolicy.Default, "c-001"));
        foreach (HearingEvent e in Samples.Of(typeof(HearingEvent)).Cast<HearingEvent>()) begun.Invoking(rows => rows.After(e).Rows.ToList()).Should().NotThrow();
    }

    [Fact]
    public async Task A_history_that_does_not_begin_with_its_first_event_is_no_row()
    {
        var store = new MemoryEventStore();
        await store.Append([Happenings.Commit(
            Promise.Type.Events, "promise/huimin/2026-01.1", new PromiseEvent.Fulfilled(default, false, "…", "c-001", default))]);
        await store.Append([Happenings.Commit(
            Hearing.Type.Events, "hearing/huimin/2026-01", new HearingEvent.Closed("c-001", default))]);
        var commits = await store.After();
        using var promises = await ReadModelDatabase.With(ReadModelCatalogue.Of(typeof(Promise))!, store);
        (await promises.Invoking(p => p.Apply([commits[0]])).Should().ThrowAsync<FoldException>()).Which.Message.Should().Contain("promise/huimin/2026-01.1");
        using var hearings = await ReadModelDatabase.With(ReadModelCatalogue.Of(typeof(Hearing))!, store);
        await hearings.Invoking(h => h.Apply([commits[1]])).Should().ThrowAsync<System.Diagnostics.UnreachableException>().WithMessage("A hearing begins with its preparation.");
    }
}
