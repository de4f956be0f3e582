using CsCheck;
using static Township.Promises.PromiseCommand;
using static Township.Promises.PromiseEvent;
using static Township.Promises.PromiseScenes;

namespace Township.Promises;

public sealed class PromiseProperties
{
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");
    static readonly Gen<DateOnly> Days = Gen.Int[-10, 120].Select(d => MadeOn.AddDays(d));

    internal static readonly Gen<PromiseCommand> Commands = Gen.OneOf<PromiseCommand>(
        Gen.Select(Days, Words, (due, text) => (PromiseCommand)new Make("c-017", due, text, text)),
        Gen.Const((PromiseCommand)new Remind()),
        Gen.Const((PromiseCommand)new MarkOverdue()),
        Gen.Select(Days, Words, (on, evidence) => (PromiseCommand)new Fulfil(on, evidence)),
        Gen.Select(Days, Words, (due, reason) => (PromiseCommand)new Extend(due, reason)),
        Words.Select(reason => (PromiseCommand)new Withdraw(reason)));

    static readonly string[] Anybody = ["c-003", "c-010", "c-017", "c-018"];

    [Fact]
    public void H7_Each_due_day_is_reminded_of_once_and_missed_once_in_order_and_the_life_ends_once() =>
        Gen.Select(Commands, Gen.Int[0, 20], Gen.Int[0, Anybody.Length - 1]).Array[1, 30].Sample(history =>
        {
            var (spec, day, events) = (Unmade, MadeOn, new List<PromiseEvent>());
            foreach (var (command, days, who) in history)
            {
                day = day.AddDays(days);
                spec = spec.At(LocalTime.StartOf(day)).By(Anybody[who], Roles.Office, Roles.Leader)
                    .With("c-018", RelatedCadre).Tried(command, events);
                Holds(spec.View, events);
                (Promise.StandingOf(spec.State)?.MissedDues ?? []).Should().Equal(spec.View.Dues.Select(d => d.Number).Where(spec.View.WasMissed));
            }
        }, iter: 300);

    static void Holds(PromiseView view, List<PromiseEvent> events)
    {
        events.Count(e => e is Fulfilled or Withdrawn).Should().BeLessThan(2);
        events.OfType<Reminded>().Select(r => r.DueNumber).Should().OnlyHaveUniqueItems();
        events.OfType<BecameOverdue>().Select(o => o.DueNumber).Should().OnlyHaveUniqueItems();
        view.Dues.Select(d => d.Number).Should().Equal(Enumerable.Range(1, view.Dues.Count));
        view.Dues.Select(d => d.Due.On).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        view.Dues.Skip(1).Select(d => d.SetBy).Concat([view.ConfirmedBy]).Should().NotContain(["c-017", "c-018"]);
        view.Dues.All(d => !(d.OverdueOn <= d.Due.On) && !(d.RemindedOn < d.RemindFrom) && !(d.RemindedOn > d.Due.On)).Should().BeTrue();
        if (view.Status is PromiseStatus.Fulfilled) view.Late.Should().Be(view.FulfilledOn > view.Current()!.Due.On);
    }
}
