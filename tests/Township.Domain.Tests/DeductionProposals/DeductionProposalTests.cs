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

    static readonly PromiseView Missed = Promised.On(5, 1).Given(new PromiseCommand.MarkOverdue()).View;

    static Spec<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> Unproposed =>
        Specs.DeductionProposal.At("2026-05-01T00:10+08:00").By("reactions", Roles.System)
            .With(Inputs.Township, TheTownship).With(Inputs.Promise, Missed).With(Inputs.Cadre, Owner).With(Inputs.ActingCadre, People.Cadre("c-002"));

    static Spec<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView> Pending => Unproposed.Given(FirstProposed).By("c-003", Roles.Leader);

    [Fact]
    public void Flow_1_An_overdue_promise_is_proposed_once_for_its_owner_by_rule_and_policy() =>
        Unproposed.When(Proposing).Then(FirstProposed).When(Proposing).ThenRefused(DeductionProposalRefusals.AlreadyProposed)
            .When(Proposing with { Text = "另" }).ThenRefused(DeductionProposalRefusals.AlreadyProposed)
            .When(Proposing with { Source = Source with { Version = 4 } }).ThenRefused(DeductionProposalRefusals.AlreadyProposed)
            .View.Should().Be(new DeductionProposalView(DeductionStep.Proposed, Source, "c-017", "H7", new(1m, 0.5m, 2m), Proposing.Text, Day(5, 1), "hearing/1", null, null, null, null));

    [Fact]
    public void Nothing_is_proposed_without_grounds_on_record()
    {
        foreach (var promise in (PromiseView?[])[null, Promised.View, Missed with { Step = PromiseStep.Withdrawn }, Missed with { Step = PromiseStep.Fulfilled, FulfilledOn = Day(4, 30) }])
            Unproposed.With(Inputs.Promise, promise).When(Proposing).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
        Unproposed.With(Inputs.Promise, Missed with { Step = PromiseStep.Fulfilled, FulfilledOn = Day(5, 1), Late = true }).When(Proposing).Then(FirstProposed);
        Unproposed.With(Inputs.Township, null).When(Proposing).ThenRefused(TownshipRefusals.NotFounded, "huimin");
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
        var second = Spec.Of<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>("deduction/huimin/promise.2026-01.3@2")
            .At("2026-05-01T00:10+08:00").By("reactions", Roles.System).With(Inputs.Township, TheTownship);
        second.With(Inputs.Promise, Missed).When(Proposing).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
        var again = Missed with { Dues = Missed.Dues.Add(new(2, Due(5, 15), Day(5, 8), "c-003", Day(5, 1), "汛期", "hearing/1", null, Day(5, 18))) };
        second.With(Inputs.Promise, again).When(Proposing).Then(FirstProposed);
    }

    [Fact]
    public void Points_come_from_the_policy_in_force() =>
        Unproposed.With(Inputs.Township, TheTownship with { AdoptedHearingPolicy = new("hearing/2", HearingPolicy.Default.Values with { OverduePoints = 2m, OverduePointsHighest = 5m }) })
            .When(Proposing).Then(FirstProposed with { Points = new(2m, 0.5m, 5m), PolicyVersion = "hearing/2" });

    [Fact]
    public void A_named_leader_confirms_points_within_the_range()
    {
        foreach (var points in (decimal[])[0.4m, 2.1m, 0m, -1m])
            Pending.When(new Confirm("c-017", points, "属实")).ThenRefused(DeductionProposalRefusals.PointsOutOfRange, "0.5", "2");
        var confirm = new Confirm("c-017", 0.5m, "属实");
        var spec = Pending.When(confirm).Then(new Confirmed(0.5m, "c-003", Day(5, 1), "属实")).When(confirm).ThenRefused(DeductionProposalRefusals.Decided);
        spec.View.Should().Match<DeductionProposalView>(v => v.Step == DeductionStep.Confirmed && v.ConfirmedPoints == 0.5m && v.DecidedBy == "c-003" && v.Reason == "属实");
        spec.When(confirm with { Points = 1m }).ThenRefused(DeductionProposalRefusals.Decided).When(new Dismiss("c-017", "不属实")).ThenRefused(DeductionProposalRefusals.Decided);
        spec.By("reactions", Roles.System).With(Inputs.Promise, Missed with { Step = PromiseStep.Withdrawn }).When(new Withdraw("承诺已撤回")).ThenRefused(DeductionProposalRefusals.Decided);
    }

    [Fact]
    public void A_named_leader_dismisses_it_with_a_reason()
    {
        var dismiss = new Dismiss("c-017", "因汛期停工");
        var spec = Pending.When(dismiss).Then(new Dismissed("c-003", Day(5, 1), "因汛期停工")).When(dismiss).ThenRefused(DeductionProposalRefusals.Decided);
        spec.View.Should().Match<DeductionProposalView>(v => v.Step == DeductionStep.Dismissed && v.ConfirmedPoints == null && v.Reason == "因汛期停工");
        spec.When(new Confirm("c-017", 1m, "属实")).ThenRefused(DeductionProposalRefusals.Decided);
        spec.By("reactions", Roles.System).When(Proposing).ThenRefused(DeductionProposalRefusals.AlreadyProposed);
    }

    [Fact]
    public void Never_the_person_concerned_nor_a_relative_nor_whoever_is_no_leader_decides()
    {
        foreach (var command in (DeductionProposalCommand[])[new Confirm("c-017", 1m, "属实"), new Dismiss("c-017", "不属实")])
        {
            Pending.By("c-017", Roles.Leader).When(command).ThenRefused(DeductionProposalRefusals.Own);
            Pending.By("c-018", Roles.Leader).With(Inputs.ActingCadre, RelatedCadre).When(command).ThenRefused(DeductionProposalRefusals.OfRelative, "c-018", "c-017");
            Pending.With(Inputs.Cadre, Owner with { Relatives = [new("c-003", "表亲")] }).When(command).ThenRefused(DeductionProposalRefusals.OfRelative, "c-003", "c-017");
            Pending.With(Inputs.ActingCadre, null).When(command).ThenRefused(CommonRefusals.Unknown, "c-003");
            foreach (var role in (string[])[Roles.System, Roles.Office, Roles.Cadre, Roles.Supervisor, Roles.Auditor])
                Pending.By("reactions", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
            Unproposed.By("c-003", Roles.Leader).When(command).ThenRefused(DeductionProposalRefusals.NotProposed);
        }

        Pending.When(new Confirm("c-019", 1m, "属实")).ThenRefused(DeductionProposalRefusals.OtherPerson, "c-019").When(new Dismiss("c-019", "不属实")).ThenRefused(DeductionProposalRefusals.OtherPerson, "c-019");
        foreach (var role in (string[])[Roles.Leader, Roles.Cadre, Roles.Auditor])
            Unproposed.By("c-003", role).When(Proposing).ThenRefused(CommonRefusals.NotEntitled, "office, system").When(new Withdraw("误")).ThenRefused(CommonRefusals.NotEntitled, "office, system");
    }

    [Fact]
    public void What_lost_its_grounds_is_withdrawn_and_cannot_be_confirmed()
    {
        foreach (var reversed in (PromiseView[])[Missed with { Step = PromiseStep.Withdrawn }, Missed with { Step = PromiseStep.Fulfilled, FulfilledOn = Day(4, 30), Late = false }])
        {
            var spec = Pending.With(Inputs.Promise, reversed);
            spec.When(new Confirm("c-017", 1m, "属实")).ThenRefused(DeductionProposalRefusals.NoGrounds, "2026-01.3");
            spec.By("reactions", Roles.System).When(new Withdraw("来源已撤销")).Then(new Withdrawn("reactions", Day(5, 1), "来源已撤销"))
                .When(new Withdraw("来源已撤销")).ThenRefused(DeductionProposalRefusals.Decided)
                .When(Proposing).ThenRefused(DeductionProposalRefusals.AlreadyProposed);
        }

        Pending.By("reactions", Roles.System).When(new Withdraw("误")).ThenRefused(DeductionProposalRefusals.SourceStands, "2026-01.3");
    }
}
