using CsCheck;
using Township.Cadres;
using Township.Calendars;
using Township.Posts;
using static Example.Bicycles.BicycleCommand;
using static Example.Bicycles.BicycleEvent;
// CsCheck has one of its own.
using Spec = Township.EventSourcing.Testing.Spec;

namespace Example.Bicycles;

public sealed class BicycleTests
{
    static readonly DateOnly Monday = new(2026, 3, 2), Friday = new(2026, 3, 6), Saturday = new(2026, 3, 7), NextMonday = new(2026, 3, 9);
    static readonly CadreStanding Serving = new(new(2025, 1, 6), LeftOn: null, PostLevel.Staff, "c-001", []);
    static readonly PersonalText Sound = "完好";

    static Spec<Bicycle, BicycleCommand, BicycleEvent, BicycleView> Unregistered =>
        Spec.Of(Bicycle.Type, "bicycle/huimin/b-001")
            .At("2026-03-02T09:00+08:00").By("c-002", Roles.Office).Calendar(WorkCalendar.Newest.Version).With(Serving);

    static Spec<Bicycle, BicycleCommand, BicycleEvent, BicycleView> Available => Unregistered.Given(new Registered("B-001"));

    static Spec<Bicycle, BicycleCommand, BicycleEvent, BicycleView> OnLoan => Available.Given(new Lent("c-017", Day(Friday)));

    [Fact]
    public void It_is_registered_once() =>
        Unregistered.When(new Register("B-001")).Then(new Registered("B-001"))
            .When(new Register("B-002")).ThenRefused(CommonRefusals.AlreadyExists, "b-001");

    [Fact]
    public void Before_it_is_registered_nothing_can_be_done_with_it() =>
        Unregistered.When(new Lend("c-017", Friday)).ThenRefused(CommonRefusals.Unknown, "b-001");

    [Fact]
    public void It_is_lent_until_a_workday_and_comes_back()
    {
        var lent = Available.When(new Lend("c-017", Saturday)).Then(new Lent("c-017", Day(NextMonday)));
        Assert.Equal(new(BicycleStatus.OnLoan, "B-001", "c-017", Day(NextMonday)), lent.View);
        var back = lent.When(new Return("c-017", Sound)).Then(new Returned("c-017", Sound, Late: false));
        Assert.Equal(new(BicycleStatus.Available, "B-001", null, null), back.View);
    }

    [Fact]
    public void Only_a_cadre_who_is_here_borrows_it()
    {
        Available.Without<CadreStanding>().When(new Lend("c-017", Friday)).ThenRefused(CommonRefusals.Unknown, "c-017");
        Available.With(Serving with { LeftOn = new(2026, 3, 1) }).When(new Lend("c-017", Friday))
            .ThenRefused(CadreRefusals.Departed, "c-017", "2026-03-01");
    }

    [Fact]
    public void It_is_lent_to_one_at_a_time_and_comes_back_from_the_same() =>
        OnLoan.When(new Lend("c-018", Friday)).ThenRefused(BicycleRefusals.OnLoan, "b-001", "c-017")
            .When(new Return("c-018", Sound)).ThenRefused(BicycleRefusals.NotLentTo, "b-001", "c-018")
            .When(new Return("c-017", Sound)).Then(new Returned("c-017", Sound, Late: false))
            .When(new Return("c-017", Sound)).ThenRefused(BicycleRefusals.NotLentTo, "b-001", "c-017");

    [Fact]
    public void It_is_lent_for_thirty_days_at_most_and_not_for_yesterday()
    {
        var (first, last) = ("2026-03-02", "2026-04-01");
        Available.When(new Lend("c-017", Monday.AddDays(31))).ThenRefused(BicycleRefusals.DueOutOfRange, "2026-04-02", first, last);
        Available.When(new Lend("c-017", Monday.AddDays(-1))).ThenRefused(BicycleRefusals.DueOutOfRange, "2026-03-01", first, last);
    }

    [Fact]
    public void The_office_lends_it_and_nobody_else()
    {
        Available.By("c-017", Roles.Cadre).When(new Lend("c-017", Friday)).ThenRefused(CommonRefusals.NotEntitled, "office");
        Available.By(new Actor("c-002", "songfan", [Roles.Office])).When(new Lend("c-017", Friday))
            .ThenRefused(CommonRefusals.NotEntitled, "office");
    }

    [Fact]
    public void Other_aggregates_may_ask_where_it_is()
    {
        Assert.Null(Bicycle.StandingOf(Unregistered.State));
        Assert.Equal(new(null, null), Bicycle.StandingOf(Available.State));
        Assert.Equal(new("c-017", Friday), Bicycle.StandingOf(OnLoan.State));
    }

    [Fact]
    public void Lists_show_who_has_it()
    {
        Assert.Empty(Bicycle.Rows(Unregistered.State, Unregistered.Stream));
        Assert.Equal([new("huimin", "b-001", BicycleStatus.OnLoan, "B-001", "c-017", Friday)], Bicycle.Rows(OnLoan.State, OnLoan.Stream));
    }
#if (deadline)

    [Fact]
    public void It_becomes_overdue_when_its_due_day_is_over_and_comes_back_late()
    {
        OnLoan.At("2026-03-06T23:59+08:00").When(new MarkOverdue()).ThenRefused(BicycleRefusals.NotDue, "2026-03-06");
        var overdue = OnLoan.At("2026-03-07T00:00+08:00").By("deadlines", Roles.System)
            .When(new MarkOverdue()).Then(new BecameOverdue("c-017"));
        Assert.Equal(new(BicycleStatus.Overdue, "B-001", "c-017", Day(Friday)), overdue.View);
        overdue.When(new MarkOverdue()).ThenNothing()
            .By("c-002", Roles.Office).When(new Lend("c-018", NextMonday)).ThenRefused(BicycleRefusals.OnLoan, "b-001", "c-017")
            .When(new Return("c-017", Sound)).Then(new Returned("c-017", Sound, Late: true));
    }

    [Fact]
    public void The_system_asks_when_the_due_day_is_over_and_again_when_that_was_early()
    {
        var source = new DeadlineSource(OnLoan.Stream, LocalTime.StartOf(Monday));
        Assert.Equal([DeadlineChange.Set("overdue", LocalTime.StartOf(Saturday))], Bicycle.Deadlines(new Lent("c-017", Day(Friday)), source));
        Assert.Equal([DeadlineChange.ClearAll], Bicycle.Deadlines(new Returned("c-017", Sound, Late: false), source));
        Assert.IsType<MarkOverdue>(Bicycle.Due(new(source.Stream, "overdue", LocalTime.StartOf(Saturday))));
        Assert.True(Bicycle.IsEarly(BicycleRefusals.NotDue.With("2026-03-06")));
        Assert.False(Bicycle.IsEarly(CommonRefusals.Unknown.With("b-001")));
    }
#endif

    [Fact]
    public Task A_retry_writes_nothing() => Properties.RetryWritesNothing(Histories);

    [Fact]
    public Task Every_history_folds_and_is_decided_alike_again() => Properties.HistoriesFold(Histories);

    static AggregateProperties<Bicycle, BicycleCommand, BicycleEvent, BicycleView> Properties =>
        AggregateProperties.Of(Bicycle.Type, "bicycle/huimin/b-001", WorkCalendar.Newest.Version);

    static Gen<Attempt<BicycleCommand>[]> Histories => Gen.Select(Commands, Gen.Int[-5, 100], (command, hours) => new Attempt<BicycleCommand>(
        command, Anybody, LocalTime.StartOf(Monday).AddHours(hours), [GivenFact.Of(Serving)])).Array[0, 12];

    static Actor Anybody => new("c-002", "huimin", [Roles.Office, Roles.System]);

    static Gen<BicycleCommand> Commands => Gen.OneOf<BicycleCommand>(
#if (deadline)
        Gen.Const((BicycleCommand)new MarkOverdue()),
#endif
        Gen.Const((BicycleCommand)new Register("B-001")),
        Gen.Int[-2, 32].Select(days => (BicycleCommand)new Lend("c-017", Monday.AddDays(days))),
        Gen.OneOf("c-017", "c-018").Select(cadre => (BicycleCommand)new Return(cadre, Sound)));

    static DueDate Day(DateOnly day) => WorkCalendar.Newest.RollToWorkday(day);
}
