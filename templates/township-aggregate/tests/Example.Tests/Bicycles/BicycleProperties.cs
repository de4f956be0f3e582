using CsCheck;
using Township.Cadres;
using Township.Calendars;
using Township.Posts;
using static Example.Bicycles.BicycleCommand;

namespace Example.Bicycles;

/// <summary>Through a real session, on generated histories.</summary>
public sealed class BicycleProperties
{
    static readonly DateTimeOffset Start = LocalTime.StartOf(new(2026, 3, 2));
    static readonly Actor Anybody = new("c-002", "huimin", [Roles.Office, Roles.System]);
    static readonly GivenFact Serving = GivenFact.Of(new CadreStanding(new(2025, 1, 6), LeftOn: null, PostLevel.Staff, "c-001", []));
    static readonly Gen<string> Cadres = Gen.OneOf("c-017", "c-018");

    static readonly Gen<BicycleCommand> Commands = Gen.OneOf<BicycleCommand>(
#if (deadline)
        Gen.Const((BicycleCommand)new MarkOverdue()),
#endif
        Gen.Const((BicycleCommand)new Register("B-001")),
        Gen.Select(Cadres, Gen.Int[-2, 32], (cadre, days) => (BicycleCommand)new Lend(cadre, new DateOnly(2026, 3, 2).AddDays(days))),
        Cadres.Select(cadre => (BicycleCommand)new Return(cadre, "完好")));

    static readonly Gen<Attempt<BicycleCommand>[]> Histories = Gen.Select(Commands, Gen.Int[-5, 100],
        (command, hours) => new Attempt<BicycleCommand>(command, Anybody, Start.AddHours(hours), [Serving])).Array[0, 12];

    static AggregateProperties<Bicycle, BicycleCommand, BicycleEvent, BicycleView> Properties => new("bicycle/huimin/b-001", WorkCalendar.Newest.Version);

    [Fact]
    public Task A_retry_writes_nothing() => Properties.RetryWritesNothing(Histories);

    [Fact]
    public Task Every_history_folds_and_is_decided_alike_again() => Properties.HistoriesFold(Histories);
}
