using System.Diagnostics;
using Township.DeductionProposals;
using Township.Hearings;
using Township.Promises;

namespace Township.Silo;

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
        { Step: PromiseStep.Fulfilled, Late: true } => "late",
        { Step: PromiseStep.Fulfilled, Dues.Count: > 1 } => "kept, extended",
        { Step: PromiseStep.Fulfilled } => "kept",
        { Step: PromiseStep.Overdue } => "overdue",
        { Step: PromiseStep.Made } => "stands",
        { Step: PromiseStep.Withdrawn } => "withdrawn",
        { Step: PromiseStep.Open } => "",
        _ => throw new UnreachableException(),
    };

    public static string Of(DeductionStep step) => step switch
    {
        DeductionStep.Open => "",
        DeductionStep.Proposed => "pending",
        DeductionStep.Confirmed => "confirmed",
        DeductionStep.Dismissed => "dismissed",
        DeductionStep.Withdrawn => "withdrawn",
        _ => throw new UnreachableException(),
    };
}
