using Township.Cadres;
using Township.Townships;
using static Township.Huimin;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Pledges;

/// <summary>When a pledge is due, and for whom: due days, joiners, cadres who are not there.</summary>
public sealed class PledgeDueDayTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(4, 7)]
    [InlineData(5, 6)]
    [InlineData(7, 6)]
    [InlineData(9, 7)]
    [InlineData(10, 8)]
    [InlineData(12, 7)]
    public void The_due_day_is_the_fifth_rolled_over_holidays(int month, int day) =>
        new Huimin().On(Day(month, 3)).By(TheCadre).Pledge(Form(), $"c-017.2026-{month:00}").Then(Due(month, day), new Written(Items, 1, Day(month, 3)));

    [Theory]
    [InlineData(13, 13)]
    [InlineData(14, 14)]
    [InlineData(15, 24)]
    [InlineData(20, 24)]
    public void A_due_day_within_the_spring_festival_rolls_to_the_first_workday_after_it(int dueDay, int day) =>
        new Huimin().Has(new PledgePolicyValues(DueDay: dueDay)).At("2026-02-02 09:00").By(TheCadre).Pledge(Form(), "c-017.2026-02")
            .Then(Due(2, day) with { PolicyVersion = "pledge/2" }, new Written(Items, 1, Day(2, 2)));

    [Fact]
    public void A_due_day_on_a_sunday_that_is_worked_stays() =>
        new Huimin().Has(new PledgePolicyValues(DueDay: 20)).At("2026-09-01 09:00").By(TheCadre).Pledge(Form(), "c-017.2026-09")
            .Then(Due(9, 20) with { PolicyVersion = "pledge/2" }, new Written(Items, 1, Day(9, 1)));

    [Fact]
    public void A_joiner_has_five_workdays() =>
        new Huimin().At("2026-02-10 09:00").Join("c-030", "c-002", Day(2, 10)).By(Person("c-030")).Pledge(Form(), "c-030.2026-02")
            .Then(Due(2, 24), new Written(Items, 1, Day(2, 10)));

    [Fact]
    public void Who_joins_early_in_the_month_has_no_less_time_than_the_others() =>
        new Huimin().Has(new PledgePolicyValues(DueDay: 20)).At("2026-03-02 09:00").Join("c-030", "c-002", Day(3, 2)).By(Person("c-030")).Pledge(Form(), "c-030.2026-03")
            .Then(Due(3, 20) with { PolicyVersion = "pledge/2" }, new Written(Items, 1, Day(3, 2)));

    [Fact]
    public void Who_joins_in_the_last_days_of_a_month_can_pledge_until_the_due_day_after_it()
    {
        var huimin = new Huimin().At("2026-03-30 09:00").Join("c-030", "c-002", Day(3, 30)).At("2026-04-07 09:00");
        huimin.By(Office).Pledge(new MarkMissed(), "c-030.2026-03").ThenRefused(PledgeRefusals.NotOver, "2026-04-07");
        huimin.By(Person("c-030")).Pledge(Form(), "c-030.2026-03").Then(Due(4, 7), new Written(Items, 1, Day(4, 7)));
        huimin.At("2026-04-08 00:00").By(Office).Pledge(new MarkMissed(), "c-030.2026-03").Then(new Missed());
    }

    [Fact]
    public void The_due_day_is_fixed_once_and_no_later_policy_moves_it() =>
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).Then(DueInMarch, new Written(Items, 1, Day(3, 2)))
            .Has(new PledgePolicyValues(DueDay: 20))
            .At("2026-03-09 09:00").By(Office).Pledge(Statement(Day(3, 9))).Then(Stated(Day(3, 9)), new Pledged(Day(3, 9), Late: true))
            .PledgeView().Due.Should().Be(DueInMarch.Due);

    [Fact]
    public void Who_joins_later_or_left_before_has_no_pledge_in_the_month()
    {
        var huimin = new Huimin().At("2026-04-01 09:00").Join("c-030", "c-002", Day(4, 1)).By(Office);
        huimin.Pledge(Statement(Day(3, 31)), "c-030.2026-03").ThenRefused(PledgeRefusals.NotInTownship, "c-030", new Month(2026, 3));
        huimin.Has(new CadreCommand.Depart(Day(4, 1), "调离"), "c-030").At("2026-05-04 09:00");
        huimin.Pledge(Statement(Day(5, 4)), "c-030.2026-05").ThenRefused(PledgeRefusals.NotInTownship, "c-030", new Month(2026, 5));
    }

    [Fact]
    public void Who_has_left_in_the_month_does_not_pledge_any_more() =>
        new Huimin().At("2026-03-10 09:00").Has(new CadreCommand.Depart(Day(3, 10), "调离")).At("2026-03-11 09:00").By(TheCadre)
            .Pledge(Form()).ThenRefused(PledgeRefusals.HasLeft, "2026-03-10")
            .By(Office).Pledge(Statement(Day(3, 11))).ThenRefused(PledgeRefusals.HasLeft, "2026-03-10");

    [Fact]
    public void A_cadre_who_is_not_on_record_has_no_pledges() =>
        new Huimin().At("2026-03-02 09:00").By(Person("c-404")).Pledge(Form(), "c-404.2026-03").ThenRefused(CommonRefusals.Unknown, "c-404");

    [Fact]
    public void A_township_that_is_not_founded_has_no_pledges()
    {
        var world = new World("qingshan") { Actor = new("c-017", "qingshan", [Roles.Cadre]) };
        world.Do(Pledge.Type, "c-017.2026-03", Form()).Refusal.Should().Be(TownshipRefusals.NotFounded.With("qingshan"));
    }
}
