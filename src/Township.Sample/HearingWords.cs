using System.Diagnostics;
using Township.DeductionProposals;
using Township.Hearings;
using Township.Promises;

namespace Township.Samples;

/// <summary>What came of issues, promises and proposals in words, for the report.</summary>
static class HearingWords
{
    public static string Of(HearingIssue issue) => issue switch
    {
        { Dropped: true } => "dropped",
        { Outcome: IssueOutcome.Open } => "open",
        { Outcome: IssueOutcome.Agreed } => "一致 agreed",
        { Outcome: IssueOutcome.Concluded } => "结论 concluded",
        { Outcome: IssueOutcome.Referred, StudiedOn: null } => "研究 referred",
        { Outcome: IssueOutcome.Referred } => "研究 studied",
        _ => throw new UnreachableException(),
    };

    public static string Of(PromiseView promise) => promise switch
    {
        { Status: PromiseStatus.Fulfilled, Late: true } => "late",
        { Status: PromiseStatus.Fulfilled, Dues.Count: > 1 } => "kept, extended",
        { Status: PromiseStatus.Fulfilled } => "kept",
        { Status: PromiseStatus.Overdue } => "overdue",
        { Status: PromiseStatus.Made } => "stands",
        { Status: PromiseStatus.Withdrawn } => "withdrawn",
        { Status: PromiseStatus.Unmade } => "",
        _ => throw new UnreachableException(),
    };

    public static string Of(DeductionStatus status) => status switch
    {
        DeductionStatus.Unproposed => "",
        DeductionStatus.Proposed => "pending",
        DeductionStatus.Confirmed => "confirmed",
        DeductionStatus.Dismissed => "dismissed",
        DeductionStatus.Withdrawn => "withdrawn",
        _ => throw new UnreachableException(),
    };
}
