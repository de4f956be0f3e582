using Township.Cadres;
using Township.Notices;
using Township.Posts;
using Township.Townships;
using static Township.Huimin;
using static Township.Measures.MeasureCommand;
using static Township.Measures.MeasureEvent;
using static Township.Pledges.PledgeScenes;

namespace Township.Measures;

/// <summary>P5: each measure has its own life, opened → explanation, talk or rectification → closed, or overdue and closed late.</summary>
public sealed class MeasureTests
{
    static readonly RecordTalk Talk = new(Day(4, 14), "c-002", "已谈话提醒");

    static Huimin InEffect(MeasureKind kind) => Unfulfilled().By(Leader)
        .Notice(new NoticeCommand.Issue(kind, "村道硬化未完成", kind is MeasureKind.Rectify ? Day(4, 25) : null)).ThenAccepted()
        .At("2026-04-10 09:00").Notice(new NoticeCommand.TakeEffect(null)).ThenAccepted();

    static DueDate Due(int month, int day) => new(Day(month, day), "cn-2026.1", false);

    static Huimin Opened(MeasureKind kind, DueDate due) =>
        InEffect(kind).Measure(new Open()).Then(new Opened(kind, "c-017", due, "c-003", Day(4, 10), "pledge/1"));

    static Huimin Explaining() => Opened(MeasureKind.Explain, Due(4, 15));

    static Huimin Talking() => Opened(MeasureKind.AdmonitionTalk, Due(4, 24));

    static Huimin Rectifying() => Opened(MeasureKind.Rectify, Due(4, 27));

    [Fact]
    public void P5_A_measure_opens_once_and_only_under_a_notice_in_effect()
    {
        Unfulfilled().By(Leader).Measure(new Open()).ThenRefused(MeasureRefusals.NoticeNotInEffect, "c-017.2026-03")
            .Notice(new NoticeCommand.Issue(MeasureKind.Explain, "未完成", null)).ThenAccepted().Measure(new Open()).ThenRefused(MeasureRefusals.NoticeNotInEffect, "c-017.2026-03");
        Explaining().Measure(new Open()).ThenRefused(MeasureRefusals.AlreadyOpened);
        InEffect(MeasureKind.Explain).By(Office).Measure(new Open()).ThenAccepted();
        new Huimin().By(Leader).Measure(new AcceptExplanation()).ThenRefused(MeasureRefusals.NotOpened).Measure(new Open(), "c-017").ThenRefused(KernelRefusals.UnknownKey, "huimin/c-017");
    }

    [Fact]
    public void P5_A_rectification_is_due_when_its_notice_says_whatever_a_later_calendar_says()
    {
        var told = new DueDate(Day(4, 25), "cn-2025.9", Provisional: true);
        Spec.Of(Measure.Type, "measure/huimin/c-017.2026-03").At("2026-04-10T09:00+08:00").By("c-010", Roles.Office)
            .Calendar("cn-2026.1").With(PledgePolicy.Default).With(new CadreStanding(LongAgo, null, PostLevel.MiddleManager, "c-002", []))
            .With(new NoticeStanding(NoticeStatus.InEffect, MeasureKind.Rectify, told))
            .When(new Open()).Then(new Opened(MeasureKind.Rectify, "c-017", told, "c-010", Day(4, 10), "pledge/1"));
    }

    [Fact]
    public void P5_An_order_to_explain_is_closed_by_an_accepted_explanation()
    {
        var huimin = Explaining().Measure(new AcceptExplanation()).ThenRefused(MeasureRefusals.NotDelivered)
            .At("2026-04-13 09:00").By(TheCadre).Measure(new GiveExplanation("施工受阻")).Then(new ExplanationGiven("施工受阻", Day(4, 13)))
            .Measure(new GiveExplanation("另")).ThenRefused(MeasureRefusals.AlreadyDelivered)
            .By(Leader).Measure(new RejectExplanation("不具体")).Then(new ExplanationRejected("c-003", Day(4, 13), "不具体"))
            .At("2026-04-15 09:00").By(TheCadre).Measure(new GiveExplanation("附证明")).ThenAccepted()
            .At("2026-04-20 09:00").By(Leader).Measure(new AcceptExplanation()).Then(new ExplanationAccepted("c-003", Day(4, 20)), new Closed(Day(4, 20), Late: false));
        huimin.Measure(new AcceptExplanation()).ThenRefused(MeasureRefusals.Over).MeasureView().Should().Be(new MeasureView(
            MeasureStatus.Closed, MeasureKind.Explain, "c-017", Due(4, 15), "c-003", Day(4, 10), "pledge/1",
            [new("施工受阻", null, Day(4, 13), false, "c-003", Day(4, 13), "不具体"), new("附证明", null, Day(4, 15), true, "c-003", Day(4, 20), null)],
            null, null, Day(4, 20), false, null, null));
    }

    [Fact]
    public void P5_An_admonition_talk_is_closed_when_it_has_been_held()
    {
        var huimin = Talking().At("2026-04-15 09:00").Measure(Talk with { HeldOn = Day(4, 16) }).ThenRefused(CommonRefusals.InFuture, "2026-04-16", "2026-04-15");
        huimin.Measure(Talk with { HeldOn = Day(4, 9) }).ThenRefused(CommonRefusals.TooEarly, "2026-04-09", "2026-04-10");
        huimin.Measure(Talk with { HeldBy = "c-404" }).ThenRefused(CommonRefusals.Unknown, "c-404");
        huimin.Measure(Talk with { HeldBy = "c-017" }).ThenRefused(MeasureRefusals.Own);
        huimin.Measure(Talk with { HeldBy = "c-018" }).ThenRefused(MeasureRefusals.OfRelative, "c-018", "c-017");
        huimin.By(Office).Measure(Talk).ThenRefused(MeasureRefusals.NotSuperior);
        huimin.By(Superior).Measure(Talk).Then(new TalkHeld(Day(4, 14), "c-002", "已谈话提醒", "c-002"), new Closed(Day(4, 15), Late: false));
    }

    [Fact]
    public void P5_A_rectification_is_closed_when_it_is_accepted() =>
        Rectifying().At("2026-04-20 09:00").By(TheCadre).Measure(new ReportRectification("已完成", "照片")).Then(new RectificationReported("已完成", "照片", Day(4, 20)))
            .By(Office).Measure(new RejectRectification("尚缺 200 米")).Then(new RectificationRejected("c-010", Day(4, 20), "尚缺 200 米"))
            .At("2026-04-24 09:00").By(TheCadre).Measure(new ReportRectification("全部完成", "照片")).ThenAccepted()
            .By(Leader).Measure(new AcceptRectification("现场验收")).Then(new RectificationAccepted("c-003", Day(4, 24), "现场验收"), new Closed(Day(4, 24), Late: false));

    [Theory]
    [InlineData("2026-04-27T15:59:59Z", false)]
    [InlineData("2026-04-27T16:00:00Z", true)]
    public void P5_A_measure_becomes_overdue_once_at_midnight_in_Asia_Shanghai_after_the_due_day(string time, bool overdue)
    {
        var step = Rectifying().At(time).By(Office).Measure(new MarkOverdue());
        if (overdue) step.Then(new BecameOverdue(Day(4, 28))).Measure(new MarkOverdue()).ThenNothing();
        else step.ThenRefused(MeasureRefusals.NotDue, "2026-04-27");
    }

    [Fact]
    public void P5_An_overdue_measure_stays_open_and_closes_late() =>
        Rectifying().At("2026-04-28 09:00").By(Office).Measure(new MarkOverdue()).ThenAccepted()
            .At("2026-05-08 09:00").By(TheCadre).Measure(new ReportRectification("已完成", "照片")).ThenAccepted()
            .By(Office).Measure(new AcceptRectification("验收")).Then(new RectificationAccepted("c-010", Day(5, 8), "验收"), new Closed(Day(5, 8), Late: true));

    [Fact]
    public void What_was_delivered_in_time_is_not_overdue_while_the_decision_waits()
    {
        var huimin = Explaining().At("2026-04-15 09:00").By(TheCadre).Measure(new GiveExplanation("说明")).ThenAccepted()
            .At("2026-04-20 09:00").By(Office).Measure(new MarkOverdue()).ThenRefused(MeasureRefusals.AlreadyDelivered);
        huimin.By(Leader).Measure(new RejectExplanation("不具体")).ThenAccepted().By(Office).Measure(new MarkOverdue()).Then(new BecameOverdue(Day(4, 20)));
    }

    [Fact]
    public void A_late_talk_is_late_even_when_nobody_marked_it() =>
        Talking().At("2026-04-27 09:00").Measure(Talk with { HeldOn = Day(4, 27) }).Then(new TalkHeld(Day(4, 27), "c-002", "已谈话提醒", "c-003"), new Closed(Day(4, 27), Late: true));

    [Fact]
    public void A_measure_is_cancelled_with_its_notice_and_not_otherwise() =>
        Explaining().Measure(new Cancel("撤回")).ThenRefused(MeasureRefusals.NoticeStands, "c-017.2026-03")
            .Notice(new NoticeCommand.Withdraw("文书有误")).ThenAccepted()
            .Measure(new Cancel("撤回")).Then(new Cancelled("c-003", Day(4, 10), "撤回")).Measure(new Cancel("撤回")).ThenRefused(MeasureRefusals.Over)
            .By(TheCadre).Measure(new GiveExplanation("说明")).ThenRefused(MeasureRefusals.Over);

    [Fact]
    public void Each_kind_has_its_own_commands()
    {
        Talking().By(TheCadre).Measure(new GiveExplanation("说明")).ThenRefused(MeasureRefusals.OtherKind).Measure(new ReportRectification("已完成", "照片")).ThenRefused(MeasureRefusals.OtherKind);
        Explaining().Measure(new AcceptRectification("验收")).ThenRefused(MeasureRefusals.OtherKind).Measure(new RejectRectification("否")).ThenRefused(MeasureRefusals.OtherKind)
            .Measure(Talk with { HeldOn = Day(4, 10) }).ThenRefused(MeasureRefusals.OtherKind);
        Rectifying().Measure(new AcceptExplanation()).ThenRefused(MeasureRefusals.OtherKind).Measure(new RejectExplanation("否")).ThenRefused(MeasureRefusals.OtherKind);
    }

    [Fact]
    public void P5_Never_the_cadre_nor_a_relative_decides_and_nobody_delivers_for_the_cadre()
    {
        foreach (var command in (MeasureCommand[])[new Open(), new AcceptExplanation(), new RejectExplanation("否"), new AcceptRectification("验"), new RejectRectification("否"), new Cancel("撤"), Talk])
        {
            InEffect(MeasureKind.Explain).By(Person("c-017", Roles.Leader)).Measure(command).ThenRefused(MeasureRefusals.Own);
            InEffect(MeasureKind.Explain).By(RelatedLeader).Measure(command).ThenRefused(MeasureRefusals.OfRelative, "c-018", "c-017");
            InEffect(MeasureKind.Explain).Has(new CadreCommand.DeclareRelative("c-003", "表亲")).By(Leader).Measure(command).ThenRefused(MeasureRefusals.OfRelative, "c-003", "c-017");
        }

        Explaining().By(Leader).Measure(new GiveExplanation("代")).ThenRefused(MeasureRefusals.NotYours, "c-017").Measure(new ReportRectification("代", "代")).ThenRefused(MeasureRefusals.NotYours, "c-017");
    }

    [Fact]
    public void Whoever_has_no_such_role_is_refused()
    {
        foreach (var other in (Actor[])[TheCadre, Superior, Supervisor, Stranger])
        {
            foreach (var command in (MeasureCommand[])[new Open(), new AcceptRectification("验"), new RejectRectification("否"), new Cancel("撤")])
                Explaining().By(other).Measure(command).ThenRefused(CommonRefusals.NotEntitled, "leader, office");
            Explaining().By(other).Measure(new AcceptExplanation()).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
            Explaining().By(other).Measure(new MarkOverdue()).ThenRefused(CommonRefusals.NotEntitled, $"{Roles.Office}, {Roles.System}");
        }
    }
}
