using Township.Cadres;
using Township.Promises;
using Township.Townships;
using static Township.DeductionProposals.DeductionProposalCommand;
using static Township.DeductionProposals.DeductionProposalEvent;
using static Township.Promises.PromiseScenes;

namespace Township.DeductionProposals;

/// <summary>Flow 1: promise → reminder → overdue → proposed deduction → a person confirms. The system proposes; nothing takes effect by itself.</summary>
public sealed class DeductionProposalTests
{
    static readonly DeductionSource Source = new("promise/huimin/2026-01.3", 3, "promise.became-overdue");
    static readonly Propose Proposing = new(Source, "限时承诺 2026-01.3 到期未兑现");
    static readonly Proposed FirstProposed = new(Source, "c-017", "H7", new(1m, 0.5m, 2m), "限时承诺 2026-01.3 到期未兑现", "reactions", Day(5, 1), "hearing/1");

    static readonly PromiseStanding Missed = Stands(PromiseStatus.Overdue, 1);

    static Spec<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> Unproposed =>
        Specs.DeductionProposal.At("2026-05-01T00:10+08:00").By("reactions", Roles.System)
            .With(HearingPolicy.Default).With("2026-01.3", Missed).With(People.Cadre("c-002"));

    static Spec<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> Pending => Unproposed.Given(FirstProposed).By("c-003", Roles.Leader);

    [Fact]
    public void Flow_1_An_overdue_promise_is_proposed_once_for_its_owner_by_rule_and_policy() =>
        Unproposed.When(Proposing).Then(FirstProposed).When(Proposing).ThenRefused(DeductionProposalRefusals.AlreadyProposed)
            .When(Proposing with { Text = "另" }).ThenRefused(DeductionProposalRefusals.AlreadyProposed)
            .When(Proposing with { Source = Source with { Version = 4 } }).ThenRefused(DeductionProposalRefusals.AlreadyProposed)
            .View.Should().Be(new DeductionProposalView(DeductionStatus.Proposed, Source, "c-017", "H7", new(1m, 0.5m, 2m), Proposing.Text, Day(5, 1), "hearing/1", null, null, null, null));

    [Fact]
    public void Nothing_is_proposed_without_grounds_on_record()
    {
        Unproposed.Without<PromiseStanding>("2026-01.3").When(Proposing).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
        foreach (var step in (PromiseStatus[])[PromiseStatus.Made, PromiseStatus.Withdrawn, PromiseStatus.Fulfilled])
            Unproposed.With("2026-01.3", Stands(step)).When(Proposing).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
        Unproposed.With("2026-01.3", Stands(PromiseStatus.Fulfilled, 1)).When(Proposing).Then(FirstProposed);
        Unproposed.Without<HearingPolicy>().When(Proposing).ThenRefused(TownshipRefusals.NotFounded, "huimin");
    }

    [Fact]
    public void The_source_is_the_one_that_the_id_stands_for()
    {
        foreach (var source in (DeductionSource[])[Source with { Stream = "promise/qingshan/2026-01.3" }, Source with { Stream = "promise/huimin/2026-01.4" },
            Source with { EventName = "promise.made" }, Source with { Version = 0 }])
            Unproposed.When(Proposing with { Source = source }).ThenRefused(DeductionProposalRefusals.OtherSource, "promise.2026-01.3");
    }

    [Fact]
    public void Each_missed_due_day_has_a_proposal_of_its_own()
    {
        var second = Spec.Of(DeductionProposal.Type, "deduction/huimin/promise.2026-01.3@2")
            .At("2026-05-01T00:10+08:00").By("reactions", Roles.System).With(HearingPolicy.Default);
        second.With("2026-01.3", Missed).When(Proposing).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
        second.With("2026-01.3", Stands(PromiseStatus.Overdue, 1, 2)).When(Proposing).Then(FirstProposed);
    }

    [Fact]
    public void Points_come_from_the_policy_in_force() =>
        Unproposed.With(new HearingPolicy("hearing/2", HearingPolicy.Default.Values with { OverduePoints = 2m, OverduePointsHighest = 5m }))
            .When(Proposing).Then(FirstProposed with { Points = new(2m, 0.5m, 5m), PolicyVersion = "hearing/2" });

    [Fact]
    public void A_named_leader_confirms_points_within_the_range()
    {
        foreach (var points in (decimal[])[0.4m, 2.1m, 0m, -1m])
            Pending.When(new Confirm(points, "属实")).ThenRefused(DeductionProposalRefusals.PointsOutOfRange, "0.5", "2");
        var confirm = new Confirm(0.5m, "属实");
        var spec = Pending.When(confirm).Then(new Confirmed(0.5m, "c-003", Day(5, 1), "属实")).When(confirm).ThenRefused(DeductionProposalRefusals.Decided);
        spec.View.Should().Match<DeductionProposalView>(v => v.Status == DeductionStatus.Confirmed && v.ConfirmedPoints == 0.5m && v.DecidedBy == "c-003" && v.Reason == "属实");
        spec.When(confirm with { Points = 1m }).ThenRefused(DeductionProposalRefusals.Decided).When(new Dismiss("不属实")).ThenRefused(DeductionProposalRefusals.Decided);
        spec.By("reactions", Roles.System).With("2026-01.3", Stands(PromiseStatus.Withdrawn)).When(new Withdraw("承诺已撤回")).ThenRefused(DeductionProposalRefusals.Decided);
    }

    [Fact]
    public void A_named_leader_dismisses_it_with_a_reason()
    {
        var dismiss = new Dismiss("因汛期停工");
        var spec = Pending.When(dismiss).Then(new Dismissed("c-003", Day(5, 1), "因汛期停工")).When(dismiss).ThenRefused(DeductionProposalRefusals.Decided);
        spec.View.Should().Match<DeductionProposalView>(v => v.Status == DeductionStatus.Dismissed && v.ConfirmedPoints == null && v.Reason == "因汛期停工");
        spec.When(new Confirm(1m, "属实")).ThenRefused(DeductionProposalRefusals.Decided);
        spec.By("reactions", Roles.System).When(Proposing).ThenRefused(DeductionProposalRefusals.AlreadyProposed);
    }

    [Fact]
    public void Never_the_person_concerned_nor_a_relative_nor_whoever_is_no_leader_decides()
    {
        foreach (var command in (DeductionProposalCommand[])[new Confirm(1m, "属实"), new Dismiss("不属实")])
        {
            Pending.By("c-017", Roles.Leader).When(command).ThenRefused(DeductionProposalRefusals.Own);
            Pending.By("c-018", Roles.Leader).With("c-018", RelatedCadre).When(command).ThenRefused(DeductionProposalRefusals.OfRelative, "c-018", "c-017");
            Pending.With("c-017", Owner with { Relatives = ["c-003"] }).When(command).ThenRefused(DeductionProposalRefusals.OfRelative, "c-003", "c-017");
            Pending.Without<CadreStanding>("c-003").When(command).ThenRefused(CommonRefusals.Unknown, "c-003");
            foreach (var role in (string[])[Roles.System, Roles.Office, Roles.Cadre, Roles.Supervisor, Roles.Auditor])
                Pending.By("reactions", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
            Unproposed.By("c-003", Roles.Leader).When(command).ThenRefused(DeductionProposalRefusals.NotProposed);
        }

        var others = Unproposed.Given(FirstProposed with { CadreId = "c-019" }).By("c-017", Roles.Leader);
        others.When(new Confirm(1m, "属实")).Then(new Confirmed(1m, "c-017", Day(5, 1), "属实"));
        others.By("c-019", Roles.Leader).When(new Confirm(1m, "属实")).ThenRefused(DeductionProposalRefusals.Own).When(new Dismiss("不属实")).ThenRefused(DeductionProposalRefusals.Own);
        foreach (var role in (string[])[Roles.Leader, Roles.Cadre, Roles.Auditor])
            Unproposed.By("c-003", role).When(Proposing).ThenRefused(CommonRefusals.NotEntitled, "office, system").When(new Withdraw("误")).ThenRefused(CommonRefusals.NotEntitled, "office, system");
    }

    [Fact]
    public void What_lost_its_grounds_is_withdrawn_and_cannot_be_confirmed()
    {
        foreach (var reversed in (PromiseStanding[])[Stands(PromiseStatus.Withdrawn), Stands(PromiseStatus.Fulfilled)])
        {
            var spec = Pending.With("2026-01.3", reversed);
            spec.When(new Confirm(1m, "属实")).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
            spec.By("reactions", Roles.System).When(new Withdraw("来源已撤销")).Then(new Withdrawn("reactions", Day(5, 1), "来源已撤销"))
                .When(new Withdraw("来源已撤销")).ThenRefused(DeductionProposalRefusals.Decided)
                .When(Proposing).ThenRefused(DeductionProposalRefusals.AlreadyProposed);
        }

        Pending.By("reactions", Roles.System).When(new Withdraw("误")).ThenRefused(DeductionProposalRefusals.SourceStands, "2026-01.3");
    }
}
