using CsCheck;
using Township.Notices;
using Township.Pledges;
using static Township.Huimin;
using static Township.Measures.MeasureCommand;

namespace Township.Measures;

public sealed class MeasureProperties
{
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");

    static readonly Gen<MeasureCommand> Commands = Gen.OneOf<MeasureCommand>(
        Gen.Const((MeasureCommand)new Open()),
        Words.Select(text => (MeasureCommand)new GiveExplanation(text)),
        Gen.Const((MeasureCommand)new AcceptExplanation()),
        Words.Select(text => (MeasureCommand)new RejectExplanation(text)),
        Gen.Select(Gen.Int[0, 40], Gen.OneOf("c-002", "c-017", "c-018"), (days, by) => (MeasureCommand)new RecordTalk(new DateOnly(2026, 4, 5).AddDays(days), by, "谈话")),
        Words.Select(text => (MeasureCommand)new ReportRectification(text, text)),
        Words.Select(text => (MeasureCommand)new AcceptRectification(text)),
        Words.Select(text => (MeasureCommand)new RejectRectification(text)),
        Gen.Const((MeasureCommand)new MarkOverdue()),
        Words.Select(text => (MeasureCommand)new Cancel(text)));

    static readonly Actor[] Anybody = [TheCadre, Leader, Office, Superior, RelatedLeader, Person("c-017", Roles.Leader)];

    static Actor Fitting(MeasureCommand command) => command switch
    {
        GiveExplanation or ReportRectification => TheCadre,
        MarkOverdue => Office,
        _ => Leader,
    };

    [Fact]
    public void P5_A_notice_has_one_measure_which_closes_once_and_late_when_overdue() =>
        Gen.Select(
            Gen.OneOf(MeasureKind.Explain, MeasureKind.AdmonitionTalk, MeasureKind.Rectify), Gen.Int[0, 25],
            Gen.Select(Commands, Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, Anybody.Length - 1]).Array[1, 25]).Sample((kind, withdrawn, history) =>
        {
            var (huimin, day, events) = (InEffect(kind), new DateOnly(2026, 4, 10), new List<MeasureEvent>());
            for (var i = 0; i < history.Length; i++)
            {
                var (command, days, chance, anybody) = history[i];
                day = day.AddDays(days);
                if (i == withdrawn) huimin.On(day).By(Leader).Notice(new NoticeCommand.Withdraw("误")).ThenAccepted();
                var step = huimin.On(day).By(chance == 0 ? Anybody[anybody] : Fitting(command)).Measure(command);
                events.AddRange(step.Events);
                RetryChangesNothing(huimin, command, step);
                Holds(huimin.MeasureView(), kind);
            }

            events.OfType<MeasureEvent.Opened>().Count().Should().BeLessThan(2);
            events.Count(e => e is MeasureEvent.Closed or MeasureEvent.Cancelled).Should().BeLessThan(2);
            events.OfType<MeasureEvent.BecameOverdue>().Count().Should().BeLessThan(2);
        }, iter: 80);

    static Huimin InEffect(MeasureKind kind) => PledgeScenes.Unfulfilled().By(Leader)
        .Notice(new NoticeCommand.Issue(kind, "未完成", kind is MeasureKind.Rectify ? new DateOnly(2026, 4, 25) : null)).ThenAccepted()
        .At("2026-04-10 09:00").Notice(new NoticeCommand.TakeEffect(null)).ThenAccepted();

    static void RetryChangesNothing(Huimin huimin, MeasureCommand command, Step<MeasureEvent> step)
    {
        if (step.Refusal is null) huimin.Measure(command).Events.Should().BeEmpty();
    }

    static void Holds(MeasureView view, MeasureKind kind)
    {
        if (view.Status == MeasureStatus.Unopened) return;
        view.Kind.Should().Be(kind);
        view.Deliveries.Select(d => d.DecidedBy).Should().NotContain(["c-017", "c-018"]);
        view.Deliveries.Count(d => d.Accepted == true).Should().BeLessThan(2);
        view.Deliveries.Count(d => d.Accepted is null).Should().BeLessThan(2);
        (view.Talk?.HeldBy).Should().NotBe("c-017").And.NotBe("c-018");
        if (view.OverdueOn is not null) (view.Late ?? true).Should().BeTrue();
        if (view.Status == MeasureStatus.Closed) (view.Talk is not null || view.Deliveries.Any(d => d.Accepted == true)).Should().BeTrue();
    }
}
