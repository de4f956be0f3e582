using System.Globalization;
using Township.Cadres;
using Township.Disclosures;
using Township.Draws;
using Township.Hearings;
using Township.IssueReports;
using Township.Posts;
using Township.Promises;
using Township.Rosters;
using Township.Townships;
using Township.Villages;

namespace Township;

/// <summary>
/// 宋畈乡 as the rules of hearings need it, told as given, when, then. Everything in it came about by commands: c-001 is the top leader, c-003 and
/// c-004 are of the team, c-005 and c-006 are middle managers, c-010 works in the office, c-017 is stationed in the village v-1, whose informant is
/// p-100. c-006 declared p-007 as a relative. Citizens are p-001, p-002 …
/// </summary>
sealed class Songfan
{
    public static readonly Actor Office = Person("c-010", Roles.Office);
    public static readonly Actor Leader = Person("c-003", Roles.Leader);
    public static readonly Actor OtherLeader = Person("c-001", Roles.Leader);
    public static readonly Actor Instructor = Person("c-017", Roles.Cadre);
    public static readonly Actor Informant = Person("p-100", Roles.Informant);
    public static readonly Actor System = Person("deadlines", Roles.System);
    public static readonly Actor Stranger = new("c-003", "qingshan", [Roles.Leader, Roles.Office, Roles.System, Roles.Citizen]);
    static readonly Actor Everybody = Person("c-001", Roles.Leader, Roles.Office);

    readonly World _world = new("songfan") { Now = LocalTime.StartOf(new(2026, 1, 5)) };

    public Songfan()
    {
        var longAgo = new DateOnly(2025, 6, 1);
        Has(Townships.TownshipState.Type, TownshipKey.Id, new TownshipCommand.Found("宋畈乡", TownshipKind.Township));
        foreach (var (post, level) in ((string, PostLevel)[])[("p-0", PostLevel.TopLeader), ("p-1", PostLevel.TeamMember), ("p-2", PostLevel.MiddleManager)])
            Has(Posts.Post.Type, post, new PostCommand.Establish("岗位", "党政办", level, ["日常工作"]));
        Has(Rosters.Roster.Type, RosterKey.Id, new RosterCommand.Enter(["c-001", "c-003", "c-004", "c-005", "c-006", "c-010", "c-017"]));
        Has(Cadres.Cadre.Type, "c-001", new CadreCommand.Register("周一", "p-0", null, longAgo));
        foreach (var id in (string[])["c-003", "c-004"]) Has(Cadres.Cadre.Type, id, new CadreCommand.Register("吴二", "p-1", "c-001", longAgo));
        foreach (var id in (string[])["c-005", "c-006", "c-010", "c-017"]) Has(Cadres.Cadre.Type, id, new CadreCommand.Register("郑三", "p-2", "c-003", longAgo));
        Has(Cadres.Cadre.Type, "c-006", new CadreCommand.DeclareRelative("p-007", "父子"));
        Has(Villages.Village.Type, "v-1", new VillageCommand.Establish("宋畈村", longAgo));
        Has(Villages.Village.Type, "v-1", new VillageCommand.StationInstructor("c-017", new(2026, 1, 1)));
        Has(Villages.Village.Type, "v-1", new VillageCommand.AppointInformant("p-100", PersonalText.About("p-100", "王五"), new(2026, 1, 1)));
    }

    public static Actor Person(string id, params ReadOnlySpan<string> roles) => new(id, "songfan", EquatableList.Create(roles));

    public static Actor Citizen(string id) => Person(id, Roles.Citizen);

    /// <summary>A time in Asia/Shanghai, <c>2026-03-02 09:00</c>, or any other with its offset.</summary>
    public static DateTimeOffset Time(string time) =>
        DateTimeOffset.Parse(time.Length > 16 ? time : time + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateTimeOffset Now => _world.Now;

    public Songfan At(string time) => At(Time(time));

    public Songfan At(DateTimeOffset time)
    {
        _world.Now = time;
        return this;
    }

    public Songfan By(Actor actor)
    {
        _world.Actor = actor;
        return this;
    }

    public Songfan Has(CadreCommand command, string id) => Has(Cadres.Cadre.Type, id, command);

    public Songfan Has(VillageCommand command, string id = "v-1") => Has(Villages.Village.Type, id, command);

    public Songfan Has(HearingPolicyValues policy) => Has(Townships.TownshipState.Type, TownshipKey.Id, new TownshipCommand.AdoptHearingPolicy(policy, "乡党委会议"));

    public Songfan Has(DrawCommand command, string id) => Has(Draws.Draw.Type, id, command);

    public Songfan Has(DisclosureCommand command, string id) => Has(Disclosures.Disclosure.Type, id, command);

    public Songfan Has(PromiseCommand command, string id) => Has(Promises.Promise.Type, id, command);

    public Songfan Has(IssueReportCommand command, string id) => Has(IssueReports.IssueReport.Type, id, command);

    /// <summary>Something that may be carried out or refused, by whoever may arrange it.</summary>
    public void Try(DisclosureCommand command, string id) => Try(Disclosures.Disclosure.Type, id, command);

    public void Try(DrawCommand command, string id) => Try(Draws.Draw.Type, id, command);

    public void Try(PromiseCommand command, string id) => Try(Promises.Promise.Type, id, command);

    public void Try(IssueReportCommand command, string id) => Try(IssueReports.IssueReport.Type, id, command);

    /// <summary>A hearing's notice or feedback, published on these channels at these times.</summary>
    public Songfan Published(string id, DisclosureKind kind, int revision, EquatableList<int> issues, params ReadOnlySpan<(Channel Channel, string At)> channels)
    {
        Has(new DisclosureCommand.Draft(kind, new("hearing/songfan/2026-01", revision, issues), DisclosureAudience.Public, DisclosureForm.FullText, "公告", "内容", null), id);
        foreach (var (channel, at) in channels) At(at).Has(new DisclosureCommand.Publish(channel, Time(at), "照片 12 号"), id);
        return this;
    }

    public Act<HearingEvent> Hearing(HearingCommand command, string id = "2026-01") => When(Hearings.Hearing.Type, id, command);

    public Act<IssueReportEvent> Report(IssueReportCommand command, string id = "r-1") => When(IssueReports.IssueReport.Type, id, command);

    /// <summary>Commands that are carried out, one after the other.</summary>
    public Songfan Do(params ReadOnlySpan<HearingCommand> commands)
    {
        foreach (var command in commands) Hearing(command).ThenAccepted();
        return this;
    }

    public Hearing HearingState(string id = "2026-01") => _world.State(Hearings.Hearing.Type, id);

    public HearingView HearingView(string id = "2026-01") => _world.View(Hearings.Hearing.Type, id);

    public PromiseView PromiseView(string id) => _world.View(Promises.Promise.Type, id);

    public IssueReportView ReportView(string id = "r-1") => _world.View(IssueReports.IssueReport.Type, id);

    public DrawView DrawView(string id) => _world.View(Draws.Draw.Type, id);

    /// <summary>What the hearing says when others ask, as it is stored.</summary>
    public string HearingFact(string name, string id = "2026-01") => _world.Fact(Hearings.Hearing.Type, id, name);

    void Try<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var actor = _world.Actor;
        By(Everybody)._world.Do(type, id, command);
        By(actor);
    }

    // What surrounds the aggregate under test is arranged by whoever may arrange it, whoever acts in the test.
    Songfan Has<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var actor = _world.Actor;
        By(Everybody)._world.Do(type, id, command).Refusal.Should().BeNull();
        return By(actor);
    }

    Act<TEvent> When<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, string id, TCommand command)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var (events, refusal) = _world.Do(type, id, command);
        return new(this, events, refusal);
    }
}

/// <summary>What came of a command in 宋畈乡.</summary>
sealed record Act<TEvent>(Songfan Songfan, EquatableList<TEvent> Events, Refusal? Refusal) where TEvent : class
{
    public Songfan Then(params TEvent[] events)
    {
        Refusal.Should().BeNull();
        Events.Should().Equal(events);
        return Songfan;
    }

    public Songfan ThenNothing() => Then();

    public Songfan ThenAccepted()
    {
        Refusal.Should().BeNull();
        Events.Should().NotBeEmpty();
        return Songfan;
    }

    public Songfan ThenRefused(RefusalReason reason, params object[] arguments)
    {
        Refusal.Should().Be(reason.With(arguments));
        Events.Should().BeEmpty();
        return Songfan;
    }
}
