using Township.Draws;
using Township.Townships;
using static Township.Huimin;
using static Township.ReportMeetings.ReportMeetingCommand;
using static Township.ReportMeetings.ReportMeetingEvent;

namespace Township.ReportMeetings;

/// <summary>P4: each month a report meeting; reporters drawn at random (D); analysis and evaluation for each 月析月评.</summary>
public sealed class ReportMeetingTests
{
    static readonly DateOnly Held = new(2026, 3, 25);
    static readonly EquatableList<string> Draws = ["meeting.2026-03", "meeting.2026-03.2"];

    static Huimin Convened() => new Huimin().At("2026-03-16 09:00").By(Office)
        .Meeting(new Convene(Held, "镇政府三楼会议室")).Then(new Convened(Held, "镇政府三楼会议室", 3, "pledge/1"));

    static Huimin Frozen(Huimin huimin, int draw = 0) => huimin.Has(new DrawCommand.Freeze(AllCadres, [], "fc3d", new(2026, 3, 19 + draw)), Draws[draw]);

    static Huimin Drawn(Huimin huimin, int draw = 0) => huimin.On(new(2026, 3, 20 + draw)).Has(new DrawCommand.Reveal([4, 0, 7]), Draws[draw]);

    static DrawAttached Attached(Huimin huimin, int draw = 0, string? replaced = null) => new(Draws[draw], huimin.DrawView(Draws[draw]).Commitment!, replaced);

    static (Huimin Huimin, EquatableList<string> Winners) Named()
    {
        var huimin = Drawn(Frozen(Convened()));
        var winners = huimin.DrawView(Draws[0]).Winners;
        huimin.Meeting(new AttachDraw()).Then(Attached(huimin), new ReportersNamed(Draws[0], winners));
        return (huimin.On(Held), winners);
    }

    [Fact]
    public void P4_A_month_has_one_meeting_within_it()
    {
        new Huimin().By(Office).Meeting(new Convene(new(2026, 4, 1), "三楼")).ThenRefused(ReportMeetingRefusals.NotInMonth, "2026-04-01", new Month(2026, 3));
        Convened().Meeting(new Convene(Held, "镇政府三楼会议室")).ThenNothing().Meeting(new Convene(Held.AddDays(1), "二楼")).ThenRefused(ReportMeetingRefusals.AlreadyConvened);
        foreach (var id in (string[])["2026-3", "2026-13", "march", "2026-03.2"]) new Huimin().By(Office).Meeting(new Convene(Held, "三楼"), id).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + id);
    }

    [Fact]
    public void P4_How_many_report_is_the_policy_of_the_day_of_convening() =>
        new Huimin().Has(new PledgePolicyValues(Reporters: 5)).By(Office).Meeting(new Convene(Held, "三楼")).Then(new Convened(Held, "三楼", 5, "pledge/2"));

    [Fact]
    public void Only_the_office_runs_the_meeting()
    {
        foreach (var other in (Actor[])[Leader, TheCadre, Supervisor, Stranger]) new Huimin().By(other).Meeting(new Convene(Held, "三楼")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
        new World("qingshan") { Actor = new("c-1", "qingshan", [Roles.Office]) }
            .Do(ReportMeeting.Type, "2026-03", new Convene(Held, "三楼")).Refusal.Should().Be(TownshipRefusals.NotFounded.With("qingshan"));
    }

    [Fact]
    public void A_meeting_is_rescheduled_within_its_month_until_it_is_held()
    {
        var huimin = Convened().Meeting(new Reschedule(new(2026, 3, 27), "礼堂", "停电")).Then(new Rescheduled(new(2026, 3, 27), "礼堂", "停电"));
        huimin.Meeting(new Reschedule(new(2026, 3, 27), "礼堂", "停电")).ThenNothing();
        huimin.Meeting(new Reschedule(new(2026, 4, 2), "礼堂", "停电")).ThenRefused(ReportMeetingRefusals.NotInMonth, "2026-04-02", new Month(2026, 3));
        huimin.Meeting(new Reschedule(new(2026, 3, 13), "礼堂", "停电")).ThenRefused(CommonRefusals.TooEarly, "2026-03-13", "2026-03-16");
        var (held, winners) = Named();
        held.Meeting(new RecordReport(winners[0], "汇报")).ThenAccepted().Meeting(new Reschedule(new(2026, 3, 27), "礼堂", "停电")).ThenRefused(ReportMeetingRefusals.AlreadyHeld);
    }

    [Fact]
    public void D_A_frozen_draw_is_attached_and_names_the_reporters_once_it_is_decided()
    {
        var huimin = Convened();
        huimin.Meeting(new AttachDraw()).ThenRefused(CommonRefusals.Unknown, Draws[0]);
        Frozen(huimin).Meeting(new NameReporters()).ThenRefused(ReportMeetingRefusals.NoDraw);
        huimin.Meeting(new AttachDraw()).Then(Attached(huimin)).Meeting(new AttachDraw()).ThenNothing();
        huimin.Meeting(new NameReporters()).ThenRefused(ReportMeetingRefusals.NotDrawn, Draws[0]);
        huimin.Meeting(new RecordReport("c-017", "汇报")).ThenRefused(ReportMeetingRefusals.NoReporters);
        Drawn(huimin).Meeting(new NameReporters()).Then(new ReportersNamed(Draws[0], huimin.DrawView(Draws[0]).Winners))
            .Meeting(new NameReporters()).ThenNothing().Meeting(new AttachDraw()).ThenNothing();
    }

    [Fact]
    public void D_The_draw_selects_as_many_as_the_meeting_wants_among_the_cadres_of_the_month()
    {
        var huimin = Convened().Join("c-099", "c-002", new(2026, 3, 16));
        huimin.Draw(new DrawCommand.Freeze(AllCadres, [], "fc3d", new(2026, 3, 19)), Draws[0]).ThenRefused(DrawRefusals.CandidateMissing, "c-099");
        huimin.Draw(new DrawCommand.Freeze(AllCadres.Add("c-099"), [], "fc3d", new(2026, 3, 19)), Draws[0]).ThenAccepted();
        huimin.DrawView(Draws[0]).Terms!.Winners.Should().Be(3);
        Frozen(new Huimin().Has(new PledgePolicyValues(Reporters: 5)).At("2026-03-16 09:00").By(Office).Meeting(new Convene(Held, "三楼")).ThenAccepted())
            .DrawView(Draws[0]).Terms!.Winners.Should().Be(5);
    }

    // Nobody freezes several and takes the one with the wanted winners: there is one for the month, and none after it while it stands.
    [Fact]
    public void D_There_is_one_draw_for_a_meeting_and_none_to_choose_from()
    {
        var huimin = Frozen(Convened());
        foreach (var other in (string[])["2026-03b", "2026-03c", "meeting.2026-03b"])
            huimin.Draw(new DrawCommand.Freeze(AllCadres, [], "fc3d", new(2026, 3, 20)), other).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + other);
        huimin.Draw(new DrawCommand.Freeze(AllCadres, [], "fc3d", new(2026, 3, 20)), Draws[1]).ThenRefused(DrawRefusals.PredecessorStands, Draws[0]);
        Drawn(huimin).Draw(new DrawCommand.Freeze(AllCadres, [], "fc3d", new(2026, 3, 21)), Draws[1]).ThenRefused(DrawRefusals.PredecessorStands, Draws[0]);
        huimin.Meeting(new AttachDraw()).Then(Attached(huimin), new ReportersNamed(Draws[0], huimin.DrawView(Draws[0]).Winners));
        huimin.By(Leader).Draw(new DrawCommand.Void("结果不理想"), Draws[0]).ThenRefused(DrawRefusals.Settled, Draws[0]);
    }

    [Fact]
    public void D_Numbers_that_were_entered_wrongly_are_mended_by_a_leader_who_voids_the_draw_before_the_meeting_takes_it_over()
    {
        var huimin = Drawn(Frozen(Convened()).Meeting(new AttachDraw()).ThenAccepted());
        huimin.By(Leader).Has(new DrawCommand.Void("号码录错"), Draws[0]).By(Office).Meeting(new NameReporters()).ThenRefused(ReportMeetingRefusals.NotDrawn, Draws[0]);
        Drawn(Frozen(huimin, 1).Meeting(new AttachDraw()).Then(Attached(huimin, 1, Draws[0])), 1)
            .Meeting(new NameReporters()).Then(new ReportersNamed(Draws[1], huimin.DrawView(Draws[1]).Winners));
    }

    [Fact]
    public void D_A_void_draw_stays_visible_beside_the_one_that_replaces_it()
    {
        var huimin = Frozen(Convened()).Meeting(new AttachDraw()).ThenAccepted();
        huimin.Has(new DrawCommand.Void("名单有误"), Draws[0]).Meeting(new AttachDraw()).ThenRefused(CommonRefusals.Unknown, Draws[1]);
        huimin.Meeting(new NameReporters()).ThenRefused(ReportMeetingRefusals.NotDrawn, Draws[0]);
        Frozen(huimin, 1).Meeting(new AttachDraw()).Then(Attached(huimin, 1, Draws[0]));
        huimin.MeetingView().Draws.Select(d => (d.DrawId, d.Replaced)).Should().Equal((Draws[0], true), (Draws[1], false));
        Drawn(huimin, 1).Meeting(new NameReporters()).Then(new ReportersNamed(Draws[1], huimin.DrawView(Draws[1]).Winners));
    }

    [Fact]
    public void P4_Drawn_cadres_report_on_the_day_and_nobody_else()
    {
        var (huimin, winners) = Named();
        huimin.On(Held.AddDays(-1)).Meeting(new RecordReport(winners[0], "汇报")).ThenRefused(ReportMeetingRefusals.NotHeld, "2026-03-25");
        huimin.Meeting(new RecordAbsence(winners[0], "出差")).ThenRefused(ReportMeetingRefusals.NotHeld, "2026-03-25");
        huimin.On(Held);
        foreach (var command in (ReportMeetingCommand[])[new RecordReport("c-404", "汇报"), new RecordAbsence("c-404", "出差"), new RecordAnalysis("c-404", "析", "评")])
            huimin.Meeting(command).ThenRefused(ReportMeetingRefusals.NotDrawnCadre, "c-404");
        huimin.Meeting(new RecordReport(winners[0], "汇报")).Then(new ReportRecorded(winners[0], "汇报"));
        huimin.Meeting(new RecordReport(winners[0], "汇报")).ThenRefused(ReportMeetingRefusals.AlreadyRecorded, winners[0]);
        huimin.Meeting(new RecordAbsence(winners[0], "出差")).ThenRefused(ReportMeetingRefusals.AlreadyRecorded, winners[0]);
    }

    [Fact]
    public void P4_The_meeting_closes_when_each_has_report_analysis_and_evaluation_or_an_absence()
    {
        var (huimin, winners) = Named();
        huimin.Meeting(new RecordAnalysis(winners[0], "析", "评")).ThenRefused(ReportMeetingRefusals.NoReport, winners[0]);
        huimin.Meeting(new RecordReport(winners[0], "汇报")).ThenAccepted().Meeting(new RecordReport(winners[1], "汇报")).ThenAccepted();
        huimin.Meeting(new RecordAbsence(winners[2], "出差")).Then(new AbsenceRecorded(winners[2], "出差")).Meeting(new RecordAbsence(winners[2], "出差")).ThenRefused(ReportMeetingRefusals.AlreadyRecorded, winners[2]);
        huimin.Meeting(new RecordAnalysis(winners[0], "析", "评")).Then(new AnalysisRecorded(winners[0], "析", "评")).Meeting(new RecordAnalysis(winners[0], "析", "评")).ThenRefused(ReportMeetingRefusals.AlreadyRecorded, winners[0]);
        huimin.Meeting(new RecordAnalysis(winners[0], "析", "再评")).ThenRefused(ReportMeetingRefusals.AlreadyRecorded, winners[0]);
        huimin.Meeting(new Close()).ThenRefused(ReportMeetingRefusals.Incomplete, winners[1]);
        huimin.Meeting(new RecordAnalysis(winners[1], "析", "评")).ThenAccepted();
        huimin.Meeting(new Close()).Then(new Closed()).Meeting(new Close()).ThenNothing().Meeting(new RecordReport(winners[0], "补")).ThenRefused(ReportMeetingRefusals.Closed);
        huimin.MeetingView().Should().Be(new ReportMeetingView(
            ReportMeetingStatus.Closed, new Month(2026, 3), Held, "镇政府三楼会议室", 3, "pledge/1", [new(Draws[0], huimin.DrawView(Draws[0]).Commitment!, false)],
            [new(winners[0], "汇报", null, "析", "评"), new(winners[1], "汇报", null, "析", "评"), new(winners[2], null, "出差", null, null)]));
    }

    [Fact]
    public void What_is_not_convened_is_neither_drawn_for_nor_closed()
    {
        var huimin = new Huimin().At("2026-03-16 09:00").By(Office);
        huimin.Draw(new DrawCommand.Freeze(AllCadres, [], "fc3d", new(2026, 3, 19)), Draws[0]).ThenRefused(DrawRefusals.NotReady, Draws[0]);
        huimin.Meeting(new AttachDraw()).ThenRefused(ReportMeetingRefusals.NotConvened).Meeting(new Close()).ThenRefused(ReportMeetingRefusals.NotConvened);
    }
}
