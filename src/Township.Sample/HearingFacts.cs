using Township.DeductionProposals;
using Township.Hearings;
using Township.IssueReports;
using Township.Promises;
using Township.Townships;

namespace Township.Samples;

sealed record HearingFact(string Id, HearingView View);

sealed record ReportFact(string Id, IssueReportView View);

sealed record PromiseFact(PromiseId Id, string Owner, PromiseView View);

sealed record DeductionFact(DeductionId Id, string Cadre, DeductionProposalView View);

/// <summary>What the report tells of efficiency hearings, asked from the grains' views as an auditor.</summary>
sealed record HearingFacts(
    SampleScenario Scenario, SamplePeople People, string Township, IReadOnlyList<HearingFact> Hearings, IReadOnlyList<ReportFact> Reports,
    IReadOnlyList<PromiseFact> Promises, IReadOnlyList<DeductionFact> Deductions, IReadOnlyList<DrawFact> Draws)
{
    public bool DrawsAreEqual => Draws.All(d => d.Recomputed);

    public static async Task<HearingFacts> Ask(IGrainFactory grains, SampleScenario scenario, SamplePeople people, CancellationToken cancellation)
    {
        using var _ = CallerContext.Use(people.Auditor);
        var (hearings, reports, promises, deductions, draws) =
            (new List<HearingFact>(), new List<ReportFact>(), new List<PromiseFact>(), new List<DeductionFact>(), new List<DrawFact>());
        foreach (var id in Begun("hearing.prepare")) hearings.Add(new(id, (await grains.GetGrain<IHearingGrain>(Key(id)).View(cancellation)).View));
        foreach (var id in Begun("issue-report.file")) reports.Add(new(id, (await grains.GetGrain<IIssueReportGrain>(Key(id)).View(cancellation)).View));
        foreach (var promise in hearings.SelectMany(h => h.View.Issues).SelectMany(i => i.Promises))
        {
            var view = (await grains.GetGrain<IPromiseGrain>(Key(promise.PromiseId)).View(cancellation)).View;
            promises.Add(new(PromiseId.Find(promise.PromiseId)!, people.Name(view.OwnerId!), view));
        }

        foreach (var (id, _, view) in promises)
            foreach (var deduction in view.Dues.Where(d => d.OverdueOn is not null).Select(d => new DeductionId(id, d.Number)))
                deductions.Add(new(deduction, people.Name(view.OwnerId!), (await grains.GetGrain<IDeductionProposalGrain>(Key(deduction.ToString())).View(cancellation)).View));
        foreach (var draw in hearings.SelectMany(h => h.View.People.Draws))
            draws.Add(await DrawFact.Ask(grains, scenario.Township, draw.DrawId, people, cancellation));
        var township = (await grains.GetGrain<ITownshipGrain>(Key(TownshipKey.Id)).View(cancellation)).View;
        return new(scenario, people, township.Name ?? scenario.Township, hearings, reports, promises, deductions, draws);

        string Key(string id) => $"{scenario.Township}/{id}";

        IEnumerable<string> Begun(string command) => scenario.Acts.Where(a => a.Do == command && a.Refused is null).Select(a => a.On).Order(StringComparer.Ordinal);
    }
}
