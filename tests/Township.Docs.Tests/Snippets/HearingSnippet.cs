// <snippet>
using System;
using System.Globalization;
using System.Threading.Tasks;
using Orleans;
using Township;
using Township.EventSourcing;
using Township.Hearings;

static class HearingDesk
{
    /// <summary>A citizen signs up while that is possible, and asks during the sitting.</summary>
    public static async Task<string> TakePart(IClusterClient client, string citizen, string name, string question)
    {
        using var _ = CallerContext.Use(new Actor(citizen, "songfan", [Roles.Citizen]));
        var hearing = client.GetGrain<IHearingGrain>("songfan/2026-01");

        HearingCommand command = (await hearing.View()).View.Status is HearingStatus.Sitting
            ? new HearingCommand.Ask(citizen, IssueNumber: 1, question)
            : new HearingCommand.SignUp(citizen, "farmers", name);
        var outcome = await hearing.Execute(command); // After a timeout: send the same command again, not a new one.
        return outcome.Accepted ? $"version {outcome.Version}" : outcome.Refusal.In(CultureInfo.GetCultureInfo("zh-CN"));
    }

    /// <summary>The hearings whose feedback is due within a week.</summary>
    public static async Task<Page<HearingRow>> FeedbackDue(IClusterClient client, DateOnly today)
    {
        using var _ = CallerContext.Use(new Actor("c-003", "songfan", [Roles.Office]));
        return await client.GetGrain<IHearingQueriesGrain>("songfan").List(new HearingFilter(FeedbackDueTo: today.AddDays(7)), new PageRequest());
    }
}
// </snippet>
