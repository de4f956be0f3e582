using System.Globalization;
using Township.Cadres;
using Township.Pledges;
using static Township.Huimin;
using static Township.Notices.NoticeCommand;
using static Township.Notices.NoticeEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Notices;

/// <summary>P5: for unfulfilled tasks a notice 通知书 with exactly one measure, chosen by a named person, explained before it takes effect.</summary>
public sealed class NoticeTests
{
    static readonly DateOnly Issuing = Day(4, 1);
    static readonly DueDate ExplainUntil = new(Day(4, 9), "cn-2026.1", false);
    static readonly Issue Talk = new(MeasureKind.AdmonitionTalk, "村道硬化未完成", null);

    static Issued TalkIssued(string by = "c-003") =>
        new("c-017", new Month(2026, 3), NoticeCause.Unfulfilled, MeasureKind.AdmonitionTalk, "村道硬化未完成", null, by, Issuing, ExplainUntil, "pledge/1");

    static Issued RectificationIssued(DateOnly by) =>
        TalkIssued() with { Measure = MeasureKind.Rectify, Grounds = "整改", RectifyBy = new(by, "cn-2026.1", false) };

    static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Huimin Issued() => Unfulfilled().By(Leader).Notice(Talk).Then(TalkIssued());

    [Fact]
    public void P5_A_named_leader_issues_a_notice_for_an_unfulfilled_pledge() =>
        Issued().Notice(Talk).ThenRefused(NoticeRefusals.AlreadyIssued).Notice(Talk with { Grounds = "另" }).ThenRefused(NoticeRefusals.AlreadyIssued)
            .NoticeView().Should().Match<NoticeView>(v => v.Status == NoticeStatus.Issued && v.IssuedBy == "c-003" && v.Measure == MeasureKind.AdmonitionTalk);

    [Fact]
    public void P5_A_missed_month_is_grounds_as_well() =>
        new Huimin().At("2026-04-01 09:00").By(Office).Pledge(new PledgeCommand.MarkMissed()).ThenAccepted()
            .By(Leader).Notice(Talk).Then(TalkIssued() with { Cause = NoticeCause.Missed });

    [Fact]
    public void P5_Without_an_unfulfilled_or_missed_pledge_there_is_no_notice()
    {
        Pledged().By(Leader).Notice(Talk).ThenRefused(NoticeRefusals.NoGrounds, "c-017.2026-03");
        Pledged().By(Supervisor).Pledge(Verify(true, true)).ThenAccepted().By(Leader).Notice(Talk).ThenRefused(NoticeRefusals.NoGrounds, "c-017.2026-03");
        new Huimin().By(Leader).Notice(Talk).ThenRefused(NoticeRefusals.NoGrounds, "c-017.2026-03");
        new Huimin().By(Leader).Notice(Talk, "c-404.2026-03").ThenRefused(CommonRefusals.Unknown, "c-404");
    }

    [Fact]
    public void P5_A_deadline_belongs_to_a_rectification_and_to_nothing_else()
    {
        var huimin = Unfulfilled().By(Leader);
        var rectify = new Issue(MeasureKind.Rectify, "整改", null);
        huimin.Notice(rectify).ThenRefused(NoticeRefusals.DeadlineOnlyToRectify);
        huimin.Notice(Talk with { RectifyBy = Day(4, 20) }).ThenRefused(NoticeRefusals.DeadlineOnlyToRectify);
        huimin.Notice(rectify with { RectifyBy = Day(4, 9) }).ThenRefused(NoticeRefusals.DeadlineOutOfRange, "2026-04-09", "2026-04-10", "2026-05-31");
        huimin.Notice(rectify with { RectifyBy = Day(6, 1) }).ThenRefused(NoticeRefusals.DeadlineOutOfRange, "2026-06-01", "2026-04-10", "2026-05-31");
        huimin.Notice(rectify with { RectifyBy = Day(5, 29) }).Then(RectificationIssued(Day(5, 29)));
    }

    [Theory]
    [InlineData("2026-05-02", "2026-05-06")] // Labour Day
    [InlineData("2026-05-09", "2026-05-09")] // a Saturday that is worked
    [InlineData("2026-05-31", "2026-06-01")] // beyond the longest deadline, which the day that was set keeps
    public void P5_A_rectification_that_is_due_on_a_day_off_is_due_on_the_next_workday_and_the_notice_says_so(string set, string due) =>
        Unfulfilled().By(Leader).Notice(new Issue(MeasureKind.Rectify, "整改", Date(set))).Then(RectificationIssued(Date(due)))
            .NoticeView().RectifyBy.Should().Be(new DueDate(Date(due), "cn-2026.1", false));

    [Fact]
    public void P5_Never_the_cadre_nor_a_relative_nor_whoever_is_no_leader_decides_on_a_notice()
    {
        foreach (var command in (NoticeCommand[])[Talk, new TakeEffect("考虑"), new Withdraw("误")])
        {
            foreach (var other in (Actor[])[Office, Superior, TheCadre, Supervisor, Stranger])
                Unfulfilled().By(other).Notice(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
            Unfulfilled().By(Person("c-017", Roles.Leader)).Notice(command).ThenRefused(NoticeRefusals.Own);
            Unfulfilled().By(RelatedLeader).Notice(command).ThenRefused(NoticeRefusals.OfRelative, "c-018", "c-017");
            Unfulfilled().Has(new CadreCommand.DeclareRelative("c-003", "表亲")).By(Leader).Notice(command).ThenRefused(NoticeRefusals.OfRelative, "c-003", "c-017");
            Unfulfilled().By(Person("c-404", Roles.Leader)).Notice(command).ThenRefused(CommonRefusals.Unknown, "c-404");
        }
    }

    [Theory]
    [InlineData("2026-04-09T15:59:59Z", true)]
    [InlineData("2026-04-09T16:00:00Z", false)]
    public void P5_The_cadre_explains_within_five_workdays_which_end_at_midnight_in_Asia_Shanghai(string time, bool accepted)
    {
        var step = Issued().At(time).By(TheCadre).Notice(new Explain("材料延误"));
        if (accepted) step.Then(new Explained("材料延误", Day(4, 9)));
        else step.ThenRefused(NoticeRefusals.TooLateToExplain, "2026-04-09");
    }

    [Fact]
    public void P5_The_time_to_explain_rolls_over_the_spring_festival() =>
        new Huimin().At("2026-02-10 09:00").By(Office).Pledge(new PledgeCommand.MarkMissed(), "c-017.2026-01").ThenAccepted()
            .By(Leader).Notice(Talk, "c-017.2026-01").ThenAccepted().NoticeView("c-017.2026-01").ExplainUntil.Should().Be(new DueDate(Day(2, 24), "cn-2026.1", false));

    [Fact]
    public void P5_The_cadre_explains_once_in_person_and_before_effect()
    {
        Unfulfilled().By(TheCadre).Notice(new Explain("延误")).ThenRefused(NoticeRefusals.NotIssued);
        var huimin = Issued().By(Leader).Notice(new Explain("代说")).ThenRefused(NoticeRefusals.NotYours, "c-017")
            .By(TheCadre).Notice(new Explain("延误")).Then(new Explained("延误", Issuing))
            .Notice(new Explain("再说")).ThenRefused(NoticeRefusals.AlreadyExplained);
        huimin.By(Leader).Notice(new TakeEffect("已研究,不成立")).ThenAccepted().By(TheCadre).Notice(new Explain("又说")).ThenRefused(NoticeRefusals.InEffect);
    }

    [Fact]
    public void P5_A_notice_takes_effect_after_the_explanation_has_been_considered() =>
        Issued().By(TheCadre).Notice(new Explain("延误")).ThenAccepted()
            .At("2026-04-02 09:00").By(Leader).Notice(new TakeEffect(null)).ThenRefused(NoticeRefusals.NeedsConsideration)
            .Notice(new TakeEffect("已研究,不成立")).Then(new TookEffect("c-003", Day(4, 2), "已研究,不成立"))
            .Notice(new TakeEffect("另")).ThenRefused(NoticeRefusals.InEffect);

    [Theory]
    [InlineData("2026-04-09T15:59:59Z", false)]
    [InlineData("2026-04-09T16:00:00Z", true)]
    public void P5_Without_an_explanation_a_notice_takes_effect_when_the_time_for_it_has_passed(string time, bool accepted)
    {
        var step = Issued().At(time).Notice(new TakeEffect(null));
        if (accepted) step.Then(new TookEffect("c-003", Day(4, 10), null)).Notice(new TakeEffect(null)).ThenNothing();
        else step.ThenRefused(NoticeRefusals.MayStillExplain, "2026-04-09");
    }

    [Fact]
    public void A_notice_whose_grounds_were_taken_back_cannot_take_effect() =>
        Issued().By(TheCadre).Notice(new Explain("延误")).ThenAccepted()
            .By(Leader).Pledge(new PledgeCommand.ReverseVerification("证据有误")).ThenAccepted()
            .Notice(new TakeEffect("已研究")).ThenRefused(NoticeRefusals.NoGrounds, "c-017.2026-03");

    [Fact]
    public void A_notice_is_withdrawn_before_or_after_effect_and_the_next_has_the_next_number()
    {
        var huimin = Issued().Notice(Talk, "c-017.2026-03.2").ThenRefused(NoticeRefusals.PreviousStands, "c-017.2026-03");
        huimin.Notice(new Withdraw("文书有误")).Then(new Withdrawn("c-003", Issuing, "文书有误")).Notice(new Withdraw("再撤")).ThenRefused(NoticeRefusals.Withdrawn)
            .Notice(Talk).ThenRefused(NoticeRefusals.Withdrawn).Notice(Talk, "c-017.2026-03.3").ThenRefused(NoticeRefusals.PreviousStands, "c-017.2026-03.2")
            .Notice(Talk, "c-017.2026-03.2").Then(TalkIssued())
            .At("2026-04-10 09:00").Notice(new TakeEffect(null), "c-017.2026-03.2").ThenAccepted()
            .Notice(new Withdraw("再次有误"), "c-017.2026-03.2").Then(new Withdrawn("c-003", Day(4, 10), "再次有误"));
        huimin.NoticeView("c-017.2026-03.2").Should().Match<NoticeView>(v => v.Status == NoticeStatus.Withdrawn && v.EffectOn == Day(4, 10));
    }

    [Theory]
    [InlineData("c-017.2026-03.1")]
    [InlineData("c-017.2026-03.02")]
    [InlineData("c-017.2026-03.100")]
    [InlineData("c-017.2")]
    [InlineData("c-017")]
    public void A_key_that_is_no_notice_id_is_refused(string id) => Unfulfilled().By(Leader).Notice(Talk, id).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + id);
}
