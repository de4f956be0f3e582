using Township.Cadres;
using Township.Hearings;
using Township.Townships;
using static Township.Promises.PromiseCommand;
using static Township.Promises.PromiseEvent;
using static Township.Promises.PromiseScenes;

namespace Township.Promises;

/// <summary>H7: what cannot be done yet gets a time-limited promise 限时承诺: made → reminded → fulfilled | extended | overdue → fulfilled late.</summary>
public sealed class PromiseTests
{
    [Fact]
    public void H7_A_promise_is_made_after_the_sitting_with_owner_deadline_and_reason() =>
        Unmade.When(Making).Then(FirstMade).When(Making).ThenRefused(PromiseRefusals.AlreadyMade)
            .View.Should().Be(new PromiseView(PromiseStatus.Made, "2026-01", 3, "c-017", "四月底前修好上宅桥",
                [new(1, Due(4, 30), Day(4, 23), "c-010", MadeOn, "资金四月到位", "hearing/1", null, null)], null, null, null, null, null, null));

    [Fact]
    public void H7_There_is_no_promise_without_a_sitting_an_issue_and_an_owner()
    {
        Unmade.Without<HearingPolicy>().When(Making).ThenRefused(TownshipRefusals.NotFounded, "huimin");
        Unmade.Without<HearingAccount>().When(Making).ThenRefused(CommonRefusals.Unknown, "2026-01");
        Unmade.With(new HearingAccount(Heard: false, [])).When(Making).ThenRefused(PromiseRefusals.NotHeard, "2026-01");
        foreach (var issue in (int[])[2, 4])
            Spec.Of(Promise.Type, $"promise/huimin/2026-01.{issue}").By("c-010", Roles.Office).Calendar("cn-2026.1")
                .With(HearingPolicy.Default).With(Heard).With(Owner)
                .When(Making).ThenRefused(PromiseRefusals.NoSuchIssue, "2026-01", issue);
        Unmade.Without<CadreStanding>().When(Making).ThenRefused(CommonRefusals.Unknown, "c-017");
        Unmade.With(Owner with { LeftOn = Day(3, 1) }).When(Making).ThenRefused(CadreRefusals.Departed, "c-017", "2026-03-01");
    }

    [Theory]
    [InlineData("2026-03-01", null)]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-04-04", "2026-04-07")] // 清明节 4–6 April.
    [InlineData("2027-03-02", "2027-03-02")]
    [InlineData("2027-03-03", null)]
    public void H7_A_deadline_lies_within_the_longest_time_and_rolls_to_a_workday(string due, string? rolled)
    {
        var step = Unmade.When(Making with { Due = People.Day(due) });
        if (rolled is null) step.ThenRefused(PromiseRefusals.DueOutOfRange, due, "2026-03-02", "2027-03-02");
        else step.ThenAccepted().View.Current()!.Due.On.Should().Be(People.Day(rolled));
    }

    [Fact]
    public void H7_Whoever_decides_is_neither_owner_nor_relative_on_either_side()
    {
        foreach (var command in (PromiseCommand[])[new Fulfil(Day(3, 2), "验收"), new Extend(Day(5, 15), "汛期"), new Withdraw("误")])
        {
            Promised.By("c-017", Roles.Leader).When(command).ThenRefused(PromiseRefusals.Own);
            Promised.By("c-018", Roles.Leader).With("c-018", RelatedCadre).When(command).ThenRefused(PromiseRefusals.OfRelative, "c-018", "c-017");
            Promised.By("c-003", Roles.Leader).With("c-017", Owner with { Relatives = ["c-003"] }).When(command).ThenRefused(PromiseRefusals.OfRelative, "c-003", "c-017");
            Promised.By("c-404", Roles.Leader).Without<CadreStanding>("c-404").When(command).ThenRefused(CommonRefusals.Unknown, "c-404");
        }
    }

    [Fact]
    public void H7_A_promise_knows_whose_it_is_whoever_decides()
    {
        foreach (var command in (PromiseCommand[])[new Fulfil(Day(3, 2), "验收"), new Extend(Day(5, 15), "汛期"), new Withdraw("误")])
        {
            var decided = Specs.Promise.Given(FirstMade with { OwnerId = "c-019" }).By("c-017", Roles.Leader)
                .With(HearingPolicy.Default).With("c-019", Owner).With("c-017", People.Cadre("c-002"));
            decided.When(command).ThenAccepted();
            decided.With("c-019", Owner with { Relatives = ["c-017"] }).When(command).ThenRefused(PromiseRefusals.OfRelative, "c-017", "c-019");
            decided.Without<CadreStanding>("c-019").When(command).ThenRefused(CommonRefusals.Unknown, "c-019");
        }
    }

    [Theory]
    [InlineData("2026-04-22T15:59:59Z", "early")]
    [InlineData("2026-04-22T16:00:00Z", "2026-04-23")]
    [InlineData("2026-04-30T15:59:59Z", "2026-04-30")]
    [InlineData("2026-04-30T16:00:00Z", "late")]
    public void H7_The_owner_is_reminded_once_within_the_window_in_Asia_Shanghai(string time, string outcome)
    {
        var step = Promised.At(time).By("deadlines", Roles.System).When(new Remind());
        if (outcome is "early") step.ThenRefused(PromiseRefusals.TooEarlyToRemind, "2026-04-23");
        else if (outcome is "late") step.ThenRefused(PromiseRefusals.TooLateToRemind, "2026-04-30");
        else step.Then(new Reminded(1, People.Day(outcome))).When(new Remind()).ThenNothing().View.Current()!.RemindedOn.Should().Be(People.Day(outcome));
    }

    [Theory]
    [InlineData("2026-04-30T15:59:59Z", false)]
    [InlineData("2026-04-30T16:00:00Z", true)]
    public void H7_A_promise_becomes_overdue_once_at_midnight_in_Asia_Shanghai_after_its_due_day(string time, bool overdue)
    {
        var step = Promised.At(time).By("deadlines", Roles.System).When(new MarkOverdue());
        if (!overdue) step.ThenRefused(PromiseRefusals.NotDue, "2026-04-30");
        else step.Then(new BecameOverdue(1, Day(4, 30), "c-017", Day(5, 1))).When(new MarkOverdue()).ThenNothing().View.Status.Should().Be(PromiseStatus.Overdue);
    }

    [Fact]
    public void H7_A_promise_is_fulfilled_with_evidence_in_time()
    {
        var fulfil = new Fulfil(Day(4, 30), "验收单 8 号");
        var spec = Promised.On(5, 6);
        spec.When(fulfil with { On = Day(5, 7) }).ThenRefused(CommonRefusals.InFuture, "2026-05-07", "2026-05-06");
        spec.When(fulfil with { On = Day(3, 1) }).ThenRefused(CommonRefusals.TooEarly, "2026-03-01", "2026-03-02");
        // Found by the office after the due day: what counts is when it was done.
        var kept = spec.When(fulfil).Then(new Fulfilled(Day(4, 30), Late: false, "验收单 8 号", "c-010", Day(5, 6))).When(fulfil).ThenRefused(PromiseRefusals.Fulfilled);
        kept.View.Should().Match<PromiseView>(v => v.Status == PromiseStatus.Fulfilled && v.Late == false && v.FulfilledOn == Day(4, 30) && v.ConfirmedBy == "c-010" && !v.Stands());
        foreach (var command in (PromiseCommand[])[Making, new Remind(), new MarkOverdue(), new Extend(Day(6, 1), "汛期"), new Withdraw("误")])
            kept.By("c-003", Roles.Office, Roles.Leader).When(command).ThenRefused(PromiseRefusals.Fulfilled);
    }

    [Fact]
    public void H7_An_overdue_promise_is_fulfilled_late()
    {
        var late = Promised.On(5, 6).Given(new MarkOverdue()).On(5, 20).When(new Fulfil(Day(5, 18), "验收单 8 号"))
            .Then(new Fulfilled(Day(5, 18), Late: true, "验收单 8 号", "c-010", Day(5, 20)));
        late.View.WasMissed(1).Should().BeTrue();
        Promise.StandingOf(late.State).Should().Be(Stands(PromiseStatus.Fulfilled, 1));
    }

    [Fact]
    public void What_turns_out_to_have_been_fulfilled_in_time_was_not_missed()
    {
        var kept = Promised.On(5, 6).Given(new MarkOverdue()).When(new Fulfil(Day(4, 30), "验收单 8 号"))
            .Then(new Fulfilled(Day(4, 30), Late: false, "验收单 8 号", "c-010", Day(5, 6)));
        kept.View.WasMissed(1).Should().BeFalse();
        Promise.StandingOf(kept.State).Should().Be(Stands(PromiseStatus.Fulfilled));
    }

    [Fact]
    public void H7_An_extension_has_an_approver_and_a_reason_and_a_later_day()
    {
        var extend = new Extend(Day(5, 15), "汛期");
        var spec = Promised.On(4, 24).By("deadlines", Roles.System).Given(new Remind()).By("c-003", Roles.Leader);
        spec.When(extend with { Due = Day(4, 30) }).ThenRefused(PromiseRefusals.DueOutOfRange, "2026-04-30", "2026-05-01", "2027-04-24");
        spec.When(extend with { Due = new(2027, 4, 25) }).ThenRefused(PromiseRefusals.DueOutOfRange, "2027-04-25", "2026-05-01", "2027-04-24");
        var extended = spec.When(extend).Then(new Extended(2, Due(5, 15), Day(5, 8), "汛期", "c-003", Day(4, 24), "hearing/1"));
        extended.When(extend).ThenRefused(PromiseRefusals.DueOutOfRange, "2026-05-15", "2026-05-16", "2027-04-24");
        extended.View.Dues.Should().Equal(
            new PromiseDue(1, Due(4, 30), Day(4, 23), "c-010", MadeOn, "资金四月到位", "hearing/1", Day(4, 24), null),
            new PromiseDue(2, Due(5, 15), Day(5, 8), "c-003", Day(4, 24), "汛期", "hearing/1", null, null));
        extended.On(5, 8).By("deadlines", Roles.System).When(new MarkOverdue()).ThenRefused(PromiseRefusals.NotDue, "2026-05-15")
            .When(new Remind()).Then(new Reminded(2, Day(5, 8)));
    }

    [Fact]
    public void H7_An_overdue_promise_may_be_extended_and_become_overdue_again()
    {
        var spec = Promised.On(5, 6).Given(new MarkOverdue()).By("c-003", Roles.Leader);
        spec.When(new Extend(Day(5, 5), "汛期")).ThenRefused(PromiseRefusals.DueOutOfRange, "2026-05-05", "2026-05-06", "2027-05-06");
        var again = spec.When(new Extend(Day(5, 6), "汛期")).Then(new Extended(2, Due(5, 6), Day(5, 6), "汛期", "c-003", Day(5, 6), "hearing/1"))
            .On(5, 7).By("deadlines", Roles.System).When(new MarkOverdue()).Then(new BecameOverdue(2, Day(5, 6), "c-017", Day(5, 7)));
        again.View.Should().Match<PromiseView>(v => v.Status == PromiseStatus.Overdue && v.WasMissed(1) && v.WasMissed(2) && !v.WasMissed(3));
        Promise.StandingOf(Promised.State).Should().Be(Stands(PromiseStatus.Made));
        Promise.StandingOf(again.State).Should().Be(Stands(PromiseStatus.Overdue, 1, 2));
    }

    [Fact]
    public void An_extension_is_decided_by_the_policy_in_force_then() =>
        Promised.By("c-003", Roles.Leader)
            .With(new HearingPolicy("hearing/2", HearingPolicy.Default.Values with { PromiseMaxDays = 70, PromiseReminderDays = 3 }))
            .When(new Extend(Day(5, 12), "汛期")).ThenRefused(PromiseRefusals.DueOutOfRange, "2026-05-12", "2026-05-01", "2026-05-11")
            .When(new Extend(Day(5, 11), "汛期")).Then(new Extended(2, Due(5, 11), Day(5, 8), "汛期", "c-003", MadeOn, "hearing/2"));

    [Fact]
    public void A_promise_made_in_error_is_withdrawn_and_stays_visible()
    {
        var spec = Promised.On(5, 6).Given(new MarkOverdue()).By("c-003", Roles.Leader)
            .When(new Withdraw("议题有误")).Then(new Withdrawn("c-003", Day(5, 6), "议题有误")).When(new Withdraw("议题有误")).ThenRefused(PromiseRefusals.Withdrawn);
        spec.View.Should().Match<PromiseView>(v => v.Status == PromiseStatus.Withdrawn && v.Text == Making.Text && v.WithdrawalReason == "议题有误" && !v.WasMissed(1));
        Promise.StandingOf(spec.State).Should().Be(Stands(PromiseStatus.Withdrawn));
        spec.By("c-010", Roles.Office).When(Making).ThenRefused(PromiseRefusals.Withdrawn).When(new MarkOverdue()).ThenRefused(PromiseRefusals.Withdrawn);
    }

    [Fact]
    public void H7_The_next_promise_for_an_issue_is_made_when_the_one_before_has_ended()
    {
        var second = Spec.Of(Promise.Type, "promise/huimin/2026-01.3.2").At("2026-03-02T09:00+08:00").By("c-010", Roles.Office).Calendar("cn-2026.1")
            .With(HearingPolicy.Default).With(Heard).With(Owner);
        second.Without<PromiseStanding>().When(Making).ThenRefused(PromiseRefusals.PreviousStands, "2026-01.3");
        foreach (var step in (PromiseStatus[])[PromiseStatus.Made, PromiseStatus.Overdue])
            second.With("2026-01.3", Stands(step)).When(Making).ThenRefused(PromiseRefusals.PreviousStands, "2026-01.3");
        foreach (var end in (PromiseStatus[])[PromiseStatus.Fulfilled, PromiseStatus.Withdrawn])
            second.With("2026-01.3", Stands(end)).When(Making).Then(FirstMade);
    }

    [Fact]
    public void Everybody_does_what_their_role_allows_and_the_system_only_what_the_calendar_decides()
    {
        var fulfil = new Fulfil(MadeOn, "验收");
        foreach (var role in (string[])[Roles.Cadre, Roles.Supervisor, Roles.System, Roles.Auditor])
        {
            Unmade.By("c-017", role).When(Making).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
            Promised.By("c-017", role).When(fulfil).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
            if (role is not Roles.System) Promised.By("c-017", role).When(new Remind()).ThenRefused(CommonRefusals.NotEntitled, "office, system").When(new MarkOverdue()).ThenRefused(CommonRefusals.NotEntitled, "office, system");
        }

        foreach (var role in (string[])[Roles.Cadre, Roles.Office, Roles.System])
            Promised.By("c-009", role).When(new Extend(Day(5, 15), "汛期")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader)
                .When(new Withdraw("误")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
    }

    [Fact]
    public void What_was_not_made_has_no_life()
    {
        foreach (var command in (PromiseCommand[])[new Remind(), new MarkOverdue(), new Fulfil(MadeOn, "验收"), new Extend(Day(5, 15), "汛期"), new Withdraw("误")])
            Unmade.By("c-003", Roles.Office, Roles.Leader).When(command).ThenRefused(PromiseRefusals.NotMade);
        Unmade.View.Should().Match<PromiseView>(v => v.Status == PromiseStatus.Unmade && !v.Stands() && v.Current() == null);
    }
}
