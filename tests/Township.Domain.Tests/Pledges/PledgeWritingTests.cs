using static Township.Huimin;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Pledges;

/// <summary>P1: items from the duties of the post. P2: written and oral. P3: the uniform form, one per cadre and month.</summary>
public sealed class PledgeWritingTests
{
    [Fact]
    public void P1_The_items_are_kept_as_written() =>
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).Then(DueInMarch, new Written(Items, 1, Day(3, 2)))
            .PledgeView().Should().Be(new PledgeView(
                PledgeStatus.Written, "c-017", new Month(2026, 3), "pledge/1", DueInMarch.Due, 1, Day(3, 2), null, null, false, Items, Items, [], [], [], null, null, null));

    [Fact]
    public void P2_The_statement_makes_the_written_form_a_pledge() =>
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).ThenAccepted()
            .At("2026-03-03 10:00").By(Office).Pledge(Statement(Day(3, 3))).Then(Stated(Day(3, 3)), new Pledged(Day(3, 3), Late: false))
            .PledgeView().Status.Should().Be(PledgeStatus.Pledged);

    [Fact]
    public void P2_The_form_makes_the_statement_a_pledge()
    {
        var huimin = new Huimin().At("2026-03-03 10:00").By(Office).Pledge(Statement(Day(3, 3))).Then(DueInMarch, Stated(Day(3, 3)));
        huimin.PledgeView().Status.Should().Be(PledgeStatus.Stated);
        huimin.At("2026-03-04 09:00").By(TheCadre).Pledge(Form()).Then(new Written(Items, 1, Day(3, 4)), new Pledged(Day(3, 4), Late: false));
    }

    [Fact]
    public void P2_A_statement_that_is_recorded_later_counts_from_the_day_on_which_it_was_made() =>
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).ThenAccepted()
            .At("2026-04-09 09:00").By(Office).Pledge(Statement(Day(3, 5))).Then(Stated(Day(3, 5)), new Pledged(Day(3, 5), Late: false));

    [Theory]
    [InlineData("2026-03-05 23:59", 5, false)]
    [InlineData("2026-03-06 00:00", 6, true)]
    public void Late_is_whoever_pledges_after_the_due_day(string time, int day, bool late) =>
        new Huimin().At("2026-03-02 09:00").By(Office).Pledge(Statement(Day(3, 2))).ThenAccepted()
            .At(time).By(TheCadre).Pledge(Form()).Then(new Written(Items, 1, Day(3, day)), new Pledged(Day(3, day), late));

    [Fact]
    public void P3_The_form_in_force_for_the_month_is_used()
    {
        var huimin = new Huimin().At("2026-01-20 09:00").Has(new PledgeForms.PledgeFormCommand.Issue("新表", 2, 2, "如实填写", new(2026, 3))).At("2026-03-02 09:00").By(TheCadre);
        huimin.Pledge(Form()).ThenRefused(PledgeRefusals.WrongForm, 1, 2);
        huimin.Pledge(new Write([Dyke], 2)).ThenRefused(PledgeRefusals.WrongNumber, 1, 2, 2);
        huimin.Pledge(new Write([Dyke, Road, School], 2)).ThenRefused(PledgeRefusals.WrongNumber, 3, 2, 2);
        huimin.Pledge(new Write(Items, 2)).ThenAccepted();
    }

    [Fact]
    public void P3_Without_a_form_for_the_month_nothing_is_written() =>
        new Huimin().Join("c-030", "c-002", LongAgo).At("2025-12-20 09:00").By(Person("c-030")).Pledge(Form(), "c-030.2025-12").ThenRefused(PledgeRefusals.NoForm, new Month(2025, 12));

    [Fact]
    public void P3_A_cadre_has_one_pledge_for_a_month_and_writing_the_same_again_changes_nothing() =>
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form()).ThenAccepted()
            .At("2026-03-03 09:00").Pledge(Form()).ThenNothing()
            .Pledge(Form(School)).ThenRefused(PledgeRefusals.NeedsAmendment);

    [Theory]
    [InlineData("2026-01-31T15:59:59Z", false)]
    [InlineData("2026-01-31T16:00:00Z", true)]
    public void A_pledge_can_be_written_from_the_first_day_of_the_month_before(string time, bool accepted)
    {
        var step = new Huimin().At(time).By(TheCadre).Pledge(Form());
        if (accepted) step.ThenAccepted();
        else step.ThenRefused(PledgeRefusals.NotYet, "2026-02-01");
    }

    [Theory]
    [InlineData("2026-03-31T15:59:59Z", true)]
    [InlineData("2026-03-31T16:00:00Z", false)]
    public void A_pledge_can_be_written_until_midnight_in_Asia_Shanghai_after_the_months_last_day(string time, bool accepted)
    {
        var step = new Huimin().At(time).By(TheCadre).Pledge(Form());
        if (accepted) step.ThenAccepted();
        else step.ThenRefused(PledgeRefusals.TooLate, "2026-03-31");
    }

    [Fact]
    public void Writing_again_before_the_month_replaces_what_was_written() =>
        new Huimin().At("2026-02-26 09:00").By(TheCadre).Pledge(Form()).ThenAccepted()
            .At("2026-02-28T15:59:59Z").Pledge(Form(School)).Then(new Rewritten([School], 1, Day(2, 28)))
            .At("2026-02-28T16:00:00Z").Pledge(Form(Dyke)).ThenRefused(PledgeRefusals.NeedsAmendment)
            .PledgeView().OriginalItems.Should().Equal(School);

    [Fact]
    public void Writing_a_pledge_again_before_the_month_pledges_anew() =>
        new Huimin().At("2026-02-24 09:00").By(Office).Pledge(Statement(Day(2, 24))).ThenAccepted()
            .By(TheCadre).Pledge(Form()).Then(new Written(Items, 1, Day(2, 24)), new Pledged(Day(2, 24), Late: false))
            .At("2026-02-26 09:00").Pledge(Form(School)).Then(new Rewritten([School], 1, Day(2, 26)), new Pledged(Day(2, 26), Late: false));

    [Fact]
    public void Nobody_writes_for_a_cadre()
    {
        foreach (var other in (Actor[])[Office, Leader, Superior, Supervisor, Stranger, new("c-017", "qingshan", [Roles.Cadre]), Actor.Anonymous])
            new Huimin().At("2026-03-02 09:00").By(other).Pledge(Form()).ThenRefused(PledgeRefusals.NotYours, "c-017");
    }

    [Fact]
    public void Only_the_office_records_a_statement()
    {
        foreach (var other in (Actor[])[TheCadre, Leader, Superior, Supervisor, Stranger])
            new Huimin().At("2026-03-03 09:00").By(other).Pledge(Statement(Day(3, 3))).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void A_statement_is_made_once_within_the_time_for_pledging_and_never_in_the_future()
    {
        var huimin = new Huimin().At("2026-03-03 09:00").By(Office);
        huimin.Pledge(Statement(Day(3, 4))).ThenRefused(CommonRefusals.InFuture, "2026-03-04", "2026-03-03");
        huimin.Pledge(Statement(Day(1, 31))).ThenRefused(PledgeRefusals.NotYet, "2026-02-01");
        huimin.At("2026-04-03 09:00").Pledge(Statement(Day(4, 1))).ThenRefused(PledgeRefusals.TooLate, "2026-03-31");
        huimin.Pledge(Statement(Day(3, 3))).ThenAccepted().Pledge(Statement(Day(3, 3))).ThenRefused(PledgeRefusals.AlreadyStated);
    }

    [Theory]
    [InlineData("c-017")]
    [InlineData("c-017.2026-3")]
    [InlineData("c-017.2026-13")]
    [InlineData(".2026-03")]
    [InlineData("c-017.2026-03.2")]
    public void A_key_that_is_no_pledge_id_is_refused(string id)
    {
        new Huimin().At("2026-03-02 09:00").By(TheCadre).Pledge(Form(), id).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + id);
        PledgeId.Find(id).Should().BeNull();
    }

    [Theory]
    [InlineData("c-017.2026-03", "c-017")]
    [InlineData("a.b.2026-03", "a.b")]
    [InlineData("张.2026-12", "张")]
    public void A_pledge_id_is_read_as_it_is_written(string text, string cadre)
    {
        PledgeId.Find(text)!.CadreId.Should().Be(cadre);
        PledgeId.Find(text)!.ToString().Should().Be(text);
    }
}
