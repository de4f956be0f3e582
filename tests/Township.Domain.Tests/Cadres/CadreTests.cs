using Township.Posts;
using static Township.Cadres.CadreCommand;
using static Township.Cadres.CadreEvent;

namespace Township.Cadres;

public sealed class CadreTests
{
    static readonly DateOnly Joined = new(2026, 1, 5);
    static readonly DateOnly Today = new(2026, 3, 2);
    static readonly Registered Registration = new("王芳", new("p-07", "农业办主任", "农业办", PostLevel.MiddleManager, "c-003", Joined));
    static readonly CadreLeave Maternity = new("产假", new(2026, 4, 1), new(2026, 8, 31));
    static readonly RelativeDeclared Husband = new(new("c-021", "配偶"));
    static readonly Departed End = new(new(2026, 2, 27), "调离");

    [Fact]
    public void Before_registration_nothing_is_on_record() => Specs.Cadre.View.Should().Be(new CadreView(null, [], [], [], null));

    [Fact]
    public void Somebody_who_was_never_registered_is_unknown()
    {
        var spec = Specs.Cadre.With(People.Post()).With(People.Cadre("c-001"));
        foreach (var command in Everything().Where(c => c is not Register)) spec.When(command).ThenRefused(CommonRefusals.Unknown, "c-017");
    }

    [Fact]
    public void A_leave_is_recorded_also_ahead() =>
        Specs.Cadre.Given(Registration).When(new GrantLeave("产假", Maternity.From, Maternity.Until)).Then(new LeaveGranted(Maternity))
            .View.Leaves.Should().Equal(Maternity);

    [Fact]
    public void Leaves_are_shown_by_their_first_day()
    {
        var sick = new CadreLeave("病假", new(2026, 2, 9), new(2026, 2, 9));
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity)).When(new GrantLeave("病假", sick.From, sick.Until)).Then(new LeaveGranted(sick))
            .View.Leaves.Should().Equal(sick, Maternity);
    }

    [Fact]
    public void A_leave_is_recorded_once() =>
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity)).When(new GrantLeave("产假", Maternity.From, Maternity.Until))
            .ThenRefused(CadreRefusals.LeaveOverlaps, LocalTime.Show(Maternity.From), LocalTime.Show(Maternity.Until));

    [Theory]
    [InlineData("2026-03-20", "2026-04-01")] // touches its first day
    [InlineData("2026-08-31", "2026-09-02")] // touches its last day
    [InlineData("2026-05-01", "2026-05-05")] // lies within
    [InlineData("2026-03-01", "2026-12-31")] // covers it
    public void Leaves_never_overlap(string from, string until) =>
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity))
            .When(new GrantLeave("年假", People.Day(from), People.Day(until))).ThenRefused(CadreRefusals.LeaveOverlaps, from, until);

    [Theory]
    [InlineData("2026-03-20", "2026-03-31")]
    [InlineData("2026-09-01", "2026-09-01")]
    public void Leaves_may_follow_each_other_day_by_day(string from, string until) =>
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity))
            .When(new GrantLeave("年假", People.Day(from), People.Day(until))).Then(new LeaveGranted(new("年假", People.Day(from), People.Day(until))));

    [Fact]
    public void A_leave_does_not_end_before_it_begins() =>
        Specs.Cadre.Given(Registration).When(new GrantLeave("年假", Today, Today.AddDays(-1))).ThenRefused(CadreRefusals.LeaveOverlaps, "2026-03-02", "2026-03-01");

    [Fact]
    public void A_leave_does_not_begin_before_the_cadre_joined()
    {
        Specs.Cadre.Given(Registration).When(new GrantLeave("年假", Joined.AddDays(-1), Joined)).ThenRefused(CommonRefusals.TooEarly, "2026-01-04", "2026-01-05");
        Specs.Cadre.Given(Registration).When(new GrantLeave("年假", Joined, Joined)).Then(new LeaveGranted(new("年假", Joined, Joined)));
    }

    [Fact]
    public void A_leave_recorded_wrongly_is_taken_back_even_after_departure()
    {
        var cancelled = new LeaveCancelled(Maternity.From, "误录");
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity)).When(new CancelLeave(Maternity.From, "误录")).Then(cancelled).View.Leaves.Should().BeEmpty();
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity), End).When(new CancelLeave(Maternity.From, "误录")).Then(cancelled).View.Leaves.Should().BeEmpty();
    }

    [Fact]
    public void Only_a_leave_that_stands_can_be_taken_back() =>
        Specs.Cadre.Given(Registration, new LeaveGranted(Maternity)).When(new CancelLeave(Maternity.Until, "误录")).ThenRefused(CadreRefusals.NoSuchLeave, "2026-08-31");

    [Fact]
    public void Cadres_declare_their_relatives_themselves() =>
        Specs.Cadre.Given(Registration).By("c-017", Roles.Cadre).When(new DeclareRelative("c-021", "配偶")).Then(Husband).View.Relatives.Should().Equal(Husband.Relative);

    [Fact]
    public void The_office_may_declare_them_too() => Specs.Cadre.Given(Registration).When(new DeclareRelative("c-021", "配偶")).Then(Husband);

    [Fact]
    public void Nobody_declares_the_relatives_of_another() =>
        Specs.Cadre.Given(Registration).By("c-018", Roles.Cadre).When(new DeclareRelative("c-021", "配偶")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);

    [Fact]
    public void The_person_with_the_same_id_in_another_township_is_somebody_else() =>
        Specs.Cadre.Given(Registration).By(new Actor("c-017", "songfan", [Roles.Cadre])).When(new DeclareRelative("c-021", "配偶"))
            .ThenRefused(CommonRefusals.NotEntitled, Roles.Office);

    [Fact]
    public void Another_relation_to_the_same_person_replaces_the_first() =>
        Specs.Cadre.Given(Registration, Husband).When(new DeclareRelative("c-021", "前配偶")).Then(new RelativeDeclared(new("c-021", "前配偶")))
            .View.Relatives.Should().Equal(new Relative("c-021", "前配偶"));

    [Fact]
    public void Nobody_is_their_own_relative() =>
        Specs.Cadre.Given(Registration).When(new DeclareRelative("c-017", "本人")).ThenRefused(CadreRefusals.OwnRelative);

    [Fact]
    public void A_wrong_declaration_is_taken_back_by_the_office_even_after_departure()
    {
        var withdrawn = new RelativeWithdrawn("c-021", "误报");
        Specs.Cadre.Given(Registration, Husband).When(new WithdrawRelative("c-021", "误报")).Then(withdrawn).View.Relatives.Should().BeEmpty();
        Specs.Cadre.Given(Registration, Husband, End).When(new WithdrawRelative("c-021", "误报")).Then(withdrawn).View.Relatives.Should().BeEmpty();
        Specs.Cadre.Given(Registration, Husband).By("c-017", Roles.Cadre).When(new WithdrawRelative("c-021", "误报")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void Only_what_was_declared_can_be_taken_back() =>
        Specs.Cadre.Given(Registration).When(new WithdrawRelative("c-021", "误报")).ThenRefused(CadreRefusals.NoSuchRelative, "c-021");

    [Fact]
    public void A_cadre_leaves_and_stays_on_record() =>
        Specs.Cadre.Given(Registration, Husband).When(new Depart(End.LeftOn, End.Reason)).Then(End)
            .View.Should().Be(new CadreView("王芳", [Registration.Appointment], [], [Husband.Relative], End.LeftOn));

    [Fact]
    public void A_departure_is_neither_before_the_last_change_nor_in_the_future()
    {
        var spec = Specs.Cadre.Given(Registration, new SuperiorAssigned("c-004", new(2026, 2, 1)));
        spec.When(new Depart(new(2026, 1, 31), "调离")).ThenRefused(CommonRefusals.TooEarly, "2026-01-31", "2026-02-01");
        spec.When(new Depart(Today.AddDays(1), "调离")).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
        spec.When(new Depart(Today, "调离")).Then(new Departed(Today, "调离"));
    }

    [Fact]
    public void Nobody_leaves_twice() =>
        Specs.Cadre.Given(Registration, End).When(new Depart(End.LeftOn, End.Reason)).ThenRefused(CadreRefusals.Departed, "c-017", LocalTime.Show(End.LeftOn));

    [Fact]
    public void After_departure_nothing_but_corrections_happens()
    {
        var spec = Specs.Cadre.Given(Registration, End).With(People.Post()).With(People.Cadre("c-001"));
        foreach (var command in Everything().Where(c => c is not (CancelLeave or WithdrawRelative)))
            spec.When(command).ThenRefused(CadreRefusals.Departed, "c-017", "2026-02-27");
    }

    [Theory]
    [InlineData(Roles.Leader)]
    [InlineData(Roles.Cadre)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public void Only_the_efficiency_office_keeps_the_records(string role)
    {
        var spec = Specs.Cadre.By("c-009", role).With(People.Post()).With(People.Cadre("c-001"));
        foreach (var command in Everything()) spec.When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void Ids_that_name_no_stream_are_malformed()
    {
        Specs.Cadre.When(new Register("王芳", "p/07", "c-003", Joined)).ThenMalformed("postId");
        Specs.Cadre.When(new AssignSuperior(new string('c', 65), Today)).ThenMalformed("superior");
        Specs.Cadre.When(new Register("王\u0000芳", "p-07", "c-003", Joined)).ThenMalformed("name");
        Specs.Cadre.When(new Depart(new(1, 1, 1), "调离")).ThenMalformed("leftOn");
    }

    static IEnumerable<CadreCommand> Everything() =>
    [
        new Register("王小芳", "p-07", "c-003", Joined), new Transfer("p-08", "c-003", Today, "轮岗"), new AssignSuperior("c-005", Today),
        new GrantLeave("年假", Today, Today), new CancelLeave(Today, "误录"), new DeclareRelative("c-021", "配偶"),
        new WithdrawRelative("c-021", "误报"), new Depart(Today, "退休"),
    ];
}
