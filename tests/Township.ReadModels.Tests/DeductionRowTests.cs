using Township.DeductionProposals;
using static Township.DeductionProposals.DeductionProposalEvent;

namespace Township;

/// <summary>Flow 1: what the system proposes and people decide.</summary>
public sealed class DeductionRowTests
{
    const string Before = "township=huimin proposal=promise.2026-01.3";

    const string Terms =
        "cadre=c-002 rule=H7 source_stream=promise/huimin/2026-01.3 source_version=4 source_event=promise.became-overdue suggested=1.5 lowest=0.5 highest=5 proposed_on=2026-04-13 policy_version=hearing/1";

    static readonly Proposed Proposal = new(
        new("promise/huimin/2026-01.3", 4, "promise.became-overdue"), "c-002", "H7", new(1.5m, 0.5m, 5m), "…", "system", new(2026, 4, 13), "hearing/1");

    [Fact]
    public void It_is_proposed() => Rows(Proposal).Should().Equal($"deduction_proposals {Before} status=Proposed {Terms}");

    [Fact]
    public void It_is_confirmed_with_points_dismissed_or_withdrawn()
    {
        Rows(Proposal, new Confirmed(2m, "c-009", new(2026, 4, 20), "…")).Should().Equal(
            $"deduction_proposals {Before} status=Confirmed {Terms} confirmed_points=2 decided_by=c-009 decided_on=2026-04-20");
        Rows(Proposal, new Dismissed("c-009", new(2026, 4, 21), "…")).Should().Equal($"deduction_proposals {Before} status=Dismissed {Terms} decided_by=c-009 decided_on=2026-04-21");
        Rows(Proposal, new Withdrawn("system", new(2026, 4, 22), "…")).Should().Equal($"deduction_proposals {Before} status=Withdrawn {Terms} decided_by=system decided_on=2026-04-22");
    }

    static IReadOnlyList<string> Rows(params DeductionProposalEvent[] events) =>
        RowFold.Of(
            typeof(DeductionProposal), DeductionProposal.Type.Events,
            "deduction/huimin/promise.2026-01.3", events);
}
