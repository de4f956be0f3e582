using System.Collections.Concurrent;
using Township.Measures;
using Township.Notices;
using Township.Pledges;
using Township.ReportMeetings;
using Township.Townships;

namespace Township.Samples;

sealed record PledgeFact(Month Month, string Cadre, PledgeView View);

sealed record NoticeFact(NoticeId Id, string Cadre, NoticeView Notice, MeasureView Measure);

/// <summary>What the report tells of monthly pledges, asked from the grains' views as an auditor.</summary>
sealed record PledgeFacts(
    SampleScenario Scenario, string Township, IReadOnlyList<PledgeFact> Pledges, IReadOnlyList<NoticeFact> Notices, IReadOnlyList<DrawFact> Draws)
{
    public bool DrawsAreEqual => Draws.All(d => d.Recomputed);

    public static async Task<PledgeFacts> Ask(IGrainFactory grains, SampleScenario scenario, SamplePeople people, CancellationToken cancellation)
    {
        using var _ = CallerContext.Use(people.Auditor);
        var pledges = new ConcurrentBag<PledgeFact>();
        var notices = new ConcurrentBag<NoticeFact>();
        await Parallel.ForEachAsync(scenario.Months.SelectMany(m => scenario.Cadres.Select(c => (m.Month, Cadre: c))), cancellation, async (key, cancel) =>
        {
            var id = new PledgeId(key.Cadre.Id, key.Month);
            pledges.Add(new(key.Month, key.Cadre.Name, (await grains.GetGrain<IPledgeGrain>($"{scenario.Township}/{id}").View(cancel)).View));
            await foreach (var notice in NoticesOf(grains, scenario.Township, id, key.Cadre.Name, cancel)) notices.Add(notice);
        });
        var draws = new List<DrawFact>();
        foreach (var month in scenario.Months)
        {
            var meeting = (await grains.GetGrain<IReportMeetingGrain>($"{scenario.Township}/{month.Month}").View(cancellation)).View;
            foreach (var draw in meeting.Draws)
                draws.Add(await DrawFact.Ask(grains, scenario.Township, draw.DrawId, people, cancellation));
        }

        var township = (await grains.GetGrain<ITownshipGrain>($"{scenario.Township}/{TownshipKey.Id}").View(cancellation)).View;
        return new(scenario, township.Name ?? scenario.Township, [.. pledges.OrderBy(p => p.Month).ThenBy(p => p.View.CadreId, StringComparer.Ordinal)],
            [.. notices.OrderBy(n => n.Notice.IssuedOn).ThenBy(n => n.Id.ToString(), StringComparer.Ordinal)], draws);
    }

    static async IAsyncEnumerable<NoticeFact> NoticesOf(IGrainFactory grains, string township, PledgeId pledge, string cadre,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var id = new NoticeId(pledge); ; id = id with { Number = id.Number + 1 })
        {
            var notice = await grains.GetGrain<INoticeGrain>($"{township}/{id}").View(cancellation);
            if (notice.Version == 0) yield break;
            yield return new(id, cadre, notice.View, (await grains.GetGrain<IMeasureGrain>($"{township}/{id}").View(cancellation)).View);
        }
    }
}
