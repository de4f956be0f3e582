using System.Data.Common;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Pledges;
using Township.Promises;

namespace Township;

/// <summary>Every view of Township's history; see docs/views.md.</summary>
public static class TownshipViews
{
    public static PledgeMonths PledgeMonths { get; } = new();

    public static PromisesMade Promises { get; } = new();

    public static ProposedDeductions DeductionProposals { get; } = new();

    public static PublicDisclosures Disclosures { get; } = new();

    public static RaisedIssues LivelihoodIssues { get; } = new();

    public static HearingsHeld Hearings { get; } = new();

    public static ReportedIssues IssueReports { get; } = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IProjection<DbTransaction>> All { get; } = [PledgeMonths, Hearings, IssueReports, Promises, DeductionProposals, Disclosures, LivelihoodIssues];
}
