using System.Diagnostics;
using Township.Bodies;
using Township.Cadres;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.Draws;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Measures;
using Township.Notices;
using Township.PledgeForms;
using Township.Pledges;
using Township.Posts;
using Township.Promises;
using Township.ReportMeetings;
using Township.Rosters;
using Township.Supervisors;
using Township.Townships;
using Township.Villages;

namespace Township.Silo;

/// <summary>Sends any command to the grain that it is for, as a client app does with the ones it knows.</summary>
static class GrainCalls
{
    public static Task<Outcome> Execute(this IGrainFactory grains, string township, string id, Command command, CancellationToken cancellation)
    {
        var key = $"{township}/{id}";
        return command switch
        {
            TownshipCommand c => grains.GetGrain<ITownshipGrain>(key).Execute(c, cancellation),
            PostCommand c => grains.GetGrain<IPostGrain>(key).Execute(c, cancellation),
            CadreCommand c => grains.GetGrain<ICadreGrain>(key).Execute(c, cancellation),
            SupervisorCommand c => grains.GetGrain<ISupervisorGrain>(key).Execute(c, cancellation),
            PledgeFormCommand c => grains.GetGrain<IPledgeFormGrain>(key).Execute(c, cancellation),
            PledgeCommand c => grains.GetGrain<IPledgeGrain>(key).Execute(c, cancellation),
            ReportMeetingCommand c => grains.GetGrain<IReportMeetingGrain>(key).Execute(c, cancellation),
            RosterCommand c => grains.GetGrain<IRosterGrain>(key).Execute(c, cancellation),
            DrawCommand c => grains.GetGrain<IDrawGrain>(key).Execute(c, cancellation),
            NoticeCommand c => grains.GetGrain<INoticeGrain>(key).Execute(c, cancellation),
            MeasureCommand c => grains.GetGrain<IMeasureGrain>(key).Execute(c, cancellation),
            VillageCommand c => grains.GetGrain<IVillageGrain>(key).Execute(c, cancellation),
            BodyCommand c => grains.GetGrain<IBodyGrain>(key).Execute(c, cancellation),
            DisclosureCommand c => grains.GetGrain<IDisclosureGrain>(key).Execute(c, cancellation),
            IssueReportCommand c => grains.GetGrain<IIssueReportGrain>(key).Execute(c, cancellation),
            HearingCommand c => grains.GetGrain<IHearingGrain>(key).Execute(c, cancellation),
            PromiseCommand c => grains.GetGrain<IPromiseGrain>(key).Execute(c, cancellation),
            DeductionProposalCommand c => grains.GetGrain<IDeductionProposalGrain>(key).Execute(c, cancellation),
            LivelihoodIssueCommand c => grains.GetGrain<ILivelihoodIssueGrain>(key).Execute(c, cancellation),
            _ => throw new UnreachableException($"No grain takes {command.GetType().Name}."),
        };
    }
}
