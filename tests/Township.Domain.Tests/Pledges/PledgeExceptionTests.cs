using Township.Cadres;
using static Township.Huimin;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Pledges;

/// <summary>Who need not pledge, who left, and who did not pledge: exemptions, departures, missed months.</summary>
public sealed class PledgeExceptionTests
{
    static readonly Exempt Leave = new(ExemptionKind.Leave, "产假");
    static readonly Exempt Secondment = new(ExemptionKind.Secondment, "借调县委办");

    [Fact]
    public void A_leave_exempts_when_it_covers_the_whole_month()
    {
        new Huimin().At("2026-02-20 09:00").Has(new CadreCommand.GrantLeave("产假", Day(3, 2), Day(4, 30))).By(Leader).Pledge(Leave).ThenRefused(PledgeRefusals.NoLeave, new Month(2026, 3));
        new Huimin().At("2026-02-20 09:00").Has(new CadreCommand.GrantLeave("产假", Day(3, 1), Day(3, 31))).By(Leader)
            .Pledge(Leave).Then(new Exempted(ExemptionKind.Leave, "产假", "c-003")).Pledge(Leave).ThenRefused(PledgeRefusals.IsExempt)
            .By(TheCadre).Pledge(Form()).ThenRefused(PledgeRefusals.IsExempt)
            .By(Leader).Pledge(Secondment).ThenRefused(PledgeRefusals.IsExempt);
    }

    [Fact]
    public void Leaves_that_touch_are_one_absence()
    {
        Leaves((3, 1, 3, 15), (3, 16, 3, 31)).Pledge(Leave).Then(new Exempted(ExemptionKind.Leave, "产假", "c-003"));
        Leaves((3, 16, 4, 2), (2, 20, 3, 10), (3, 11, 3, 15)).Pledge(Leave).Then(new Exempted(ExemptionKind.Leave, "产假", "c-003"));
        Leaves((3, 1, 3, 15), (3, 17, 3, 31)).Pledge(Leave).ThenRefused(PledgeRefusals.NoLeave, new Month(2026, 3));
    }

    [Theory]
    [InlineData(2028, 2, "2028-01-01", null, "2028-02-01/2028-02-28", false)]
    [InlineData(2028, 2, "2028-01-01", null, "2028-02-01/2028-02-29", true)]
    [InlineData(2026, 3, "2026-03-10", null, "2026-03-10/2026-03-31", true)]
    [InlineData(2026, 3, "2026-03-10", null, "2026-03-11/2026-03-31", false)]
    [InlineData(2026, 3, "2026-01-01", "2026-03-20", "2026-03-01/2026-03-20", true)]
    [InlineData(2026, 3, "2026-01-01", "2026-03-21", "2026-03-01/2026-03-20", false)]
    [InlineData(2026, 3, "2026-03-10", "2026-03-20", "2026-03-10/2026-03-14 2026-03-15/2026-03-20", true)]
    [InlineData(2026, 3, "2026-01-01", null, "", false)]
    public void Days_before_joining_and_after_leaving_count_as_absent(int year, int month, string joined, string? left, string leaves, bool absent) =>
        new CadreService(
            [new("p-07", Date(joined))],
            [.. leaves.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('/')).Select(l => new Absence(Date(l[0]), Date(l[1])))])
            .IsAbsentThroughout(new Month(year, month), left is null ? null : Date(left)).Should().Be(absent);

    static DateOnly Date(string date) => People.Day(date);

    static Huimin Leaves(params (int FromMonth, int FromDay, int UntilMonth, int UntilDay)[] leaves) => leaves
        .Aggregate(new Huimin().At("2026-02-15 09:00"), (huimin, l) => huimin.Has(new CadreCommand.GrantLeave("病假", Day(l.FromMonth, l.FromDay), Day(l.UntilMonth, l.UntilDay))))
        .By(Leader);

    [Fact]
    public void Who_is_exempt_misses_nothing() =>
        new Huimin().At("2026-03-02 09:00").By(Leader).Pledge(Secondment).ThenAccepted()
            .At("2026-04-01 09:00").By(Office).Pledge(new MarkMissed()).ThenRefused(PledgeRefusals.IsExempt);

    [Fact]
    public void A_revoked_exemption_leaves_the_pledge_as_it_was()
    {
        var huimin = Pledged().By(Leader).Pledge(new RevokeExemption("误")).ThenRefused(PledgeRefusals.NotExempt)
            .Pledge(Secondment).Then(new Exempted(ExemptionKind.Secondment, "借调县委办", "c-003"));
        huimin.PledgeView().Exemption.Should().Be(new PledgeExemption(ExemptionKind.Secondment, "借调县委办", "c-003"));
        huimin.Pledge(new RevokeExemption("提前返回")).Then(new ExemptionRevoked("提前返回", "c-003")).PledgeView().Status.Should().Be(PledgeStatus.Pledged);
    }

    [Fact]
    public void Leaders_exempt_others_and_nobody_exempts_themselves()
    {
        foreach (var other in (Actor[])[Office, Superior, TheCadre, Supervisor, Stranger])
            new Huimin().At("2026-03-02 09:00").By(other).Pledge(Secondment).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader)
                .Pledge(new RevokeExemption("误")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        new Huimin().At("2026-03-02 09:00").By(Person("c-017", Roles.Leader)).Pledge(Secondment).ThenRefused(PledgeRefusals.Own);
    }

    [Fact]
    public void A_departure_closes_the_pledge_unverified()
    {
        var huimin = Pledged().By(Office).Pledge(new RecordDeparture()).ThenRefused(PledgeRefusals.NoDeparture, new Month(2026, 3))
            .Has(new CadreCommand.Depart(Day(3, 9), "调离"));
        huimin.Pledge(new RecordDeparture()).Then(new Released(Day(3, 9))).Pledge(new RecordDeparture()).ThenNothing();
        huimin.Pledge(Verify(true, true)).ThenRefused(PledgeRefusals.IsReleased).PledgeView().Should().Match<PledgeView>(v => v.Status == PledgeStatus.Released && v.ReleasedOn == Day(3, 9));
        huimin.By(TheCadre).Pledge(new RecordDeparture()).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void A_pledge_written_ahead_is_closed_when_the_cadre_leaves_before_the_month() =>
        new Huimin().At("2026-02-10 09:00").By(TheCadre).Pledge(Form()).ThenAccepted().Has(new CadreCommand.Depart(Day(2, 10), "退休"))
            .By(Office).Pledge(new RecordDeparture()).Then(new Released(Day(2, 10)));

    [Theory]
    [InlineData("2026-03-31T15:59:59Z", false)]
    [InlineData("2026-03-31T16:00:00Z", true)]
    public void A_month_is_missed_when_it_ends_at_16_00_UTC_without_a_pledge(string time, bool missed)
    {
        var step = new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).ThenAccepted().At(time).By(Office).Pledge(new MarkMissed());
        if (missed) step.Then(new Missed()).Pledge(new MarkMissed()).ThenNothing().PledgeView().Status.Should().Be(PledgeStatus.Missed);
        else step.ThenRefused(PledgeRefusals.NotOver, "2026-03-31");
    }

    [Fact]
    public void A_month_in_which_nothing_was_written_records_when_the_pledge_was_due() =>
        new Huimin().At("2026-04-01 09:00").By(Office).Pledge(new MarkMissed()).Then(DueInMarch, new Missed());

    [Fact]
    public void Who_has_pledged_or_left_misses_nothing()
    {
        Pledged().At("2026-04-01 09:00").By(Office).Pledge(new MarkMissed()).ThenRefused(PledgeRefusals.IsPledged);
        new Huimin().At("2026-03-09 09:00").Has(new CadreCommand.Depart(Day(3, 9), "调离")).At("2026-04-01 09:00").By(Office)
            .Pledge(new MarkMissed()).ThenRefused(PledgeRefusals.HasLeft, "2026-03-09")
            .By(Leader).Pledge(new MarkMissed()).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void A_wrong_mark_is_reversed_and_the_pledge_can_then_be_completed() =>
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).ThenAccepted()
            .At("2026-04-01 09:00").By(Leader).Pledge(new ReverseMissed("误")).ThenRefused(PledgeRefusals.NotMissed)
            .By(Office).Pledge(new MarkMissed()).ThenAccepted()
            .Pledge(Statement(Day(3, 3))).ThenRefused(PledgeRefusals.IsMissed).Pledge(new ReverseMissed("漏记")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader)
            .By(Leader).Pledge(new ReverseMissed("漏记会议发言")).Then(new MissedReversed("漏记会议发言", "c-003"))
            .By(Office).Pledge(Statement(Day(3, 3))).Then(Stated(Day(3, 3)), new Pledged(Day(3, 3), Late: false));
}
