using System.Globalization;
using Township.Cadres;
using Township.Draws;
using Township.Measures;
using Township.Notices;
using Township.PledgeForms;
using Township.Pledges;
using Township.Posts;
using Township.ReportMeetings;
using Township.Rosters;
using Township.Supervisors;
using Township.Townships;

namespace Township;

/// <summary>
/// 惠民镇 as the rules of monthly pledges need it, told as given, when, then. Everything in it came about by commands:
/// c-017 under c-002; the leader c-003 and the office's c-010; c-018 is a relative of c-017 and a leader; s-1 supervises, s-2 is a relative, s-3 was dismissed.
/// </summary>
sealed class Huimin
{
    public static readonly Actor TheCadre = Person("c-017", Roles.Cadre);
    public static readonly Actor Superior = Person("c-002", Roles.Cadre);
    public static readonly Actor Leader = Person("c-003", Roles.Leader);
    public static readonly Actor RelatedLeader = Person("c-018", Roles.Leader, Roles.Office);
    public static readonly Actor Office = Person("c-010", Roles.Office);
    public static readonly Actor Supervisor = Person("s-1", Roles.Supervisor);
    public static readonly Actor RelatedSupervisor = Person("s-2", Roles.Supervisor);
    public static readonly Actor DismissedSupervisor = Person("s-3", Roles.Supervisor);
    public static readonly Actor Stranger = new("c-003", "qingshan", [Roles.Leader, Roles.Office, Roles.Supervisor]);
    public static readonly DateOnly LongAgo = new(2025, 6, 1);

    readonly World _world = new() { Now = LocalTime.StartOf(new(2026, 1, 2)) };

    public Huimin()
    {
        By(Person("c-003", Roles.Leader, Roles.Office));
        Do(Townships.TownshipState.Type, TownshipKey.Id, new TownshipCommand.Found("惠民镇", TownshipKind.Town));
        foreach (var post in (string[])["p-1", "p-2", "p-3"])
            Do(Posts.Post.Type, post, new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["农业生产"]));
        Do(Posts.Post.Type, "p-0", new PostCommand.Establish("党委书记", "党委", PostLevel.TopLeader, ["主持全面工作"]));
        Join("c-001", null, LongAgo).Join("c-002", "c-001", LongAgo).Join("c-003", "c-001", LongAgo);
        foreach (var id in (string[])["c-010", "c-017", "c-018", "c-019"]) Join(id, "c-002", LongAgo);
        Do(Cadres.Cadre.Type, "c-018", new CadreCommand.DeclareRelative("c-017", "兄弟"));
        foreach (var id in (string[])["s-1", "s-2", "s-3"]) Do(Supervisors.Supervisor.Type, id, new SupervisorCommand.Appoint("陈静", "县人大代表", new(2026, 1, 1)));
        Do(Supervisors.Supervisor.Type, "s-2", new SupervisorCommand.DeclareRelative("c-017", "配偶"));
        Do(Supervisors.Supervisor.Type, "s-3", new SupervisorCommand.Dismiss(new(2026, 1, 2), "届满"));
        Do(PledgeForms.PledgeForm.Type, PledgeFormKey.Id, new PledgeFormCommand.Issue("工作月承诺表", 1, 3, "如实填写", new(2026, 1)));
    }

    public static Actor Person(string id, params ReadOnlySpan<string> roles) => new(id, "huimin", EquatableList.Create(roles));

    /// <summary>A time in Asia/Shanghai, <c>2026-03-02 09:00</c>, or any other with its offset.</summary>
    public Huimin At(string time)
    {
        _world.Now = DateTimeOffset.Parse(time.Length > 16 ? time : time + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();
        return this;
    }

    public Huimin On(DateOnly date)
    {
        _world.Now = LocalTime.StartOf(date).AddHours(9);
        return this;
    }

    public Huimin By(Actor actor)
    {
        _world.Actor = actor;
        return this;
    }

    /// <summary>All cadres who are there from the beginning.</summary>
    public static readonly EquatableList<string> AllCadres = ["c-001", "c-002", "c-003", "c-010", "c-017", "c-018", "c-019"];

    public Huimin Join(string id, string? superior, DateOnly on) => Has(Rosters.Roster.Type, RosterKey.Id, new RosterCommand.Enter([id])).Has(Cadres.Cadre.Type, id, new CadreCommand.Register("赵一", superior is null ? "p-0" : "p-1", superior, on));

    public Huimin Has(CadreCommand command, string id = "c-017") => Has(Cadres.Cadre.Type, id, command);

    public Huimin Has(PledgePolicyValues policy) => Has(Townships.TownshipState.Type, TownshipKey.Id, new TownshipCommand.AdoptPledgePolicy(policy, "镇党委会议"));

    public Huimin Has(PledgeFormCommand command) => Has(PledgeForms.PledgeForm.Type, PledgeFormKey.Id, command);

    public Huimin Has(DrawCommand command, string id) => Has(Draws.Draw.Type, id, command);

    public Huimin Has(SupervisorCommand command, string id) => Has(Supervisors.Supervisor.Type, id, command);

    public Step<DrawEvent> Draw(DrawCommand command, string id) => When(Draws.Draw.Type, id, command);

    public Step<PledgeEvent> Pledge(PledgeCommand command, string id = "c-017.2026-03") => When(Pledges.Pledge.Type, id, command);

    public Step<ReportMeetingEvent> Meeting(ReportMeetingCommand command, string id = "2026-03") => When(ReportMeetings.ReportMeeting.Type, id, command);

    public Step<NoticeEvent> Notice(NoticeCommand command, string id = "c-017.2026-03") => When(Notices.Notice.Type, id, command);

    public Step<MeasureEvent> Measure(MeasureCommand command, string id = "c-017.2026-03") => When(Measures.Measure.Type, id, command);

    public PledgeView PledgeView(string id = "c-017.2026-03") => _world.View(Pledges.Pledge.Type, id);

    public ReportMeetingView MeetingView(string id = "2026-03") => _world.View(ReportMeetings.ReportMeeting.Type, id);

    public NoticeView NoticeView(string id = "c-017.2026-03") => _world.View(Notices.Notice.Type, id);

    public MeasureView MeasureView(string id = "c-017.2026-03") => _world.View(Measures.Measure.Type, id);

    public DrawView DrawView(string id) => _world.View(Draws.Draw.Type, id);

    // What surrounds the aggregate under test is arranged by whoever may arrange it, whoever acts in the test.
    Huimin Has<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var actor = _world.Actor;
        By(Person("c-003", Roles.Leader, Roles.Office)).Do(type, id, command);
        return By(actor);
    }

    void Do<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class => _world.Do(type, id, command).Refusal.Should().BeNull();

    Step<TEvent> When<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var (events, refusal) = _world.Do(type, id, command);
        return new(this, events, refusal);
    }
}

/// <summary>What came of a command.</summary>
sealed record Step<TEvent>(Huimin Huimin, EquatableList<TEvent> Events, Refusal? Refusal) where TEvent : class
{
    public Huimin Then(params TEvent[] events)
    {
        Refusal.Should().BeNull();
        Events.Should().Equal(events);
        return Huimin;
    }

    public Huimin ThenNothing() => Then();

    public Huimin ThenAccepted()
    {
        Refusal.Should().BeNull();
        Events.Should().NotBeEmpty();
        return Huimin;
    }

    public Huimin ThenRefused(RefusalReason reason, params object[] arguments)
    {
        Refusal.Should().Be(reason.With(arguments));
        Events.Should().BeEmpty();
        return Huimin;
    }
}
