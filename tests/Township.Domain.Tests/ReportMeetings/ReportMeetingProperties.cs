using CsCheck;
using Township.Draws;
using static Township.ReportMeetings.ReportMeetingCommand;

namespace Township.ReportMeetings;

public sealed class ReportMeetingProperties
{
    static readonly Gen<string> Cadre = Gen.OneOf([.. Huimin.AllCadres.Select(Gen.Const)]);
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");
    static readonly Gen<DateOnly> Date = Gen.Int[20, 32].Select(new DateOnly(2026, 3, 1).AddDays);

    static readonly Gen<ReportMeetingCommand> Commands = Gen.OneOf<ReportMeetingCommand>(
        Gen.Select(Date, Words, (on, place) => (ReportMeetingCommand)new Convene(on, place)),
        Gen.Select(Date, Words, (on, place) => (ReportMeetingCommand)new Reschedule(on, place, "停电")),
        Gen.Const((ReportMeetingCommand)new AttachDraw()),
        Gen.Const((ReportMeetingCommand)new NameReporters()),
        Gen.Select(Cadre, Words, (cadre, text) => (ReportMeetingCommand)new RecordReport(cadre, text)),
        Gen.Select(Cadre, Words, (cadre, text) => (ReportMeetingCommand)new RecordAbsence(cadre, text)),
        Gen.Select(Cadre, Words, (cadre, text) => (ReportMeetingCommand)new RecordAnalysis(cadre, text, text)),
        Gen.Const((ReportMeetingCommand)new Close()));

    // Two draws: one void after it was attached, the one in its place decided.
    static Huimin Surroundings()
    {
        var huimin = new Huimin().At("2026-03-16 09:00").By(Huimin.Office).Meeting(new Convene(new(2026, 3, 25), "甲")).ThenAccepted();
        huimin.Has(new DrawCommand.Freeze(Huimin.AllCadres, [], "fc3d", new(2026, 3, 16)), "meeting.2026-03").Meeting(new AttachDraw()).ThenAccepted();
        huimin.Has(new DrawCommand.Void("名单有误"), "meeting.2026-03").Has(new DrawCommand.Freeze(Huimin.AllCadres, [], "fc3d", new(2026, 3, 17)), "meeting.2026-03.2");
        return huimin.At("2026-03-18 09:00").Has(new DrawCommand.Reveal([1, 2, 3]), "meeting.2026-03.2");
    }

    [Fact]
    public void A_retry_writes_nothing_only_the_drawn_are_recorded_and_what_is_closed_is_complete() =>
        Gen.Select(Commands, Gen.Int[0, 3]).Array[1, 40].Sample(history =>
        {
            var (huimin, day) = (Surroundings(), new DateOnly(2026, 3, 18));
            foreach (var (command, days) in history)
            {
                day = day.AddDays(days / 2);
                var before = huimin.MeetingView();
                if (huimin.On(day).Meeting(command).Refusal is null) huimin.Meeting(command).Events.Should().BeEmpty();
                var view = huimin.MeetingView();
                view.Draws.Select(d => d.DrawId).Should().StartWith(before.Draws.Select(d => d.DrawId)).And.OnlyHaveUniqueItems();
                view.Draws.SkipLast(1).Should().NotContain(d => !d.Replaced);
                view.Reporters.Select(r => r.CadreId).Should().Equal(view.Status >= ReportMeetingStatus.ReportersNamed ? huimin.DrawView(view.Draws[^1].DrawId).Winners : []);
                view.Reporters.Should().NotContain(r => r.Report != null && r.Absence != null || r.Analysis != null && r.Report == null);
                if (view.Status == ReportMeetingStatus.Closed) view.Reporters.Should().NotContain(r => !r.IsComplete());
            }
        }, iter: 80);
}
