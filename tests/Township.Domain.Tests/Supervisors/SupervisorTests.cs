using static Township.Supervisors.SupervisorCommand;
using static Township.Supervisors.SupervisorEvent;

namespace Township.Supervisors;

public sealed class SupervisorTests
{
    static readonly DateOnly January = new(2026, 1, 5);
    static readonly DateOnly Today = new(2026, 3, 2);
    static readonly Appointed Appointment = new("陈静", "县人大代表", January);
    static readonly Appoint Appointing = new("陈静", "县人大代表", January);
    static readonly RelativeDeclared Brother = new(new("c-017", "兄弟"));
    static readonly Dismissed End = new(new(2026, 2, 27), "届满");

    [Fact]
    public void Somebody_from_outside_is_appointed() =>
        Specs.Supervisor.When(Appointing).Then(Appointment).View.Should().Be(new SupervisorView("陈静", "县人大代表", January, null, []));

    /// <summary>Whether it is the same name nobody can tell who decides: it is sealed.</summary>
    [Theory]
    [InlineData("县人大代表")]
    [InlineData("县政协委员")]
    public void Appointing_them_again_is_refused(string organisation) =>
        Specs.Supervisor.Given(Appointment).When(Appointing with { Organisation = organisation }).ThenRefused(CommonRefusals.AlreadyExists, "s-03");

    [Fact]
    public void An_appointment_is_not_in_the_future()
    {
        Specs.Supervisor.When(Appointing with { From = Today }).Then(Appointment with { From = Today });
        Specs.Supervisor.When(Appointing with { From = Today.AddDays(1) }).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
    }

    /// <summary>P5: a supervisor never verifies a declared relative's pledge.</summary>
    [Fact]
    public void Supervisors_declare_their_relatives_themselves() =>
        Specs.Supervisor.Given(Appointment).By("s-03", Roles.Supervisor).When(new DeclareRelative("c-017", "兄弟")).Then(Brother)
            .View.Relatives.Should().Equal(new Relative("c-017", "兄弟"));

    [Fact]
    public void The_office_may_declare_them_too() => Specs.Supervisor.Given(Appointment).When(new DeclareRelative("c-017", "兄弟")).Then(Brother);

    [Fact]
    public void Another_relation_to_the_same_person_replaces_the_first() =>
        Specs.Supervisor.Given(Appointment, Brother).When(new DeclareRelative("c-017", "配偶")).Then(new RelativeDeclared(new("c-017", "配偶")))
            .View.Relatives.Should().Equal(new Relative("c-017", "配偶"));

    [Fact]
    public void Nobody_is_their_own_relative() =>
        Specs.Supervisor.Given(Appointment).When(new DeclareRelative("s-03", "本人")).ThenRefused(SupervisorRefusals.OwnRelative);

    [Fact]
    public void A_wrong_declaration_is_taken_back_with_a_reason_even_after_the_end()
    {
        var withdrawn = new RelativeWithdrawn("c-017", "误报");
        Specs.Supervisor.Given(Appointment, Brother).When(new WithdrawRelative("c-017", "误报")).Then(withdrawn).View.Relatives.Should().BeEmpty();
        Specs.Supervisor.Given(Appointment, Brother, End).When(new WithdrawRelative("c-017", "误报")).Then(withdrawn).View.Relatives.Should().BeEmpty();
    }

    [Fact]
    public void Only_what_was_declared_can_be_taken_back() =>
        Specs.Supervisor.Given(Appointment, Brother).When(new WithdrawRelative("c-018", "误报")).ThenRefused(SupervisorRefusals.NoSuchRelative, "c-018");

    [Fact]
    public void An_appointment_ends() =>
        Specs.Supervisor.Given(Appointment, Brother).When(new Dismiss(End.On, End.Reason)).Then(End)
            .View.Should().Be(new SupervisorView("陈静", "县人大代表", January, End.On, [Brother.Relative]));

    [Fact]
    public void It_ends_neither_before_it_began_nor_in_the_future()
    {
        var spec = Specs.Supervisor.Given(Appointment);
        spec.When(new Dismiss(new(2026, 1, 4), "误聘")).ThenRefused(CommonRefusals.TooEarly, "2026-01-04", "2026-01-05");
        spec.When(new Dismiss(Today.AddDays(1), "届满")).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
        spec.When(new Dismiss(January, "误聘")).Then(new Dismissed(January, "误聘"));
    }

    [Fact]
    public void It_ends_once() =>
        Specs.Supervisor.Given(Appointment, End).When(new Dismiss(End.On, End.Reason)).ThenRefused(SupervisorRefusals.Dismissed, "s-03", LocalTime.Show(End.On));

    [Fact]
    public void After_the_end_nothing_but_corrections_happens()
    {
        var spec = Specs.Supervisor.Given(Appointment, End);
        foreach (var command in new SupervisorCommand[] { Appointing, new DeclareRelative("c-017", "兄弟"), new Dismiss(Today, "届满") })
            spec.When(command).ThenRefused(SupervisorRefusals.Dismissed, "s-03", "2026-02-27");
    }

    [Fact]
    public void Somebody_who_was_never_appointed_is_unknown()
    {
        foreach (var command in new SupervisorCommand[] { new DeclareRelative("c-017", "兄弟"), new WithdrawRelative("c-017", "误报"), new Dismiss(Today, "届满") })
            Specs.Supervisor.When(command).ThenRefused(CommonRefusals.Unknown, "s-03");
    }

    [Fact]
    public void The_leading_group_appoints_and_dismisses_but_leaves_relatives_to_others()
    {
        var spec = Specs.Supervisor.By("c-002", Roles.Leader);
        spec.When(Appointing).Then(Appointment).When(new Dismiss(End.On, End.Reason)).Then(End);
        spec.Given(Appointment).When(new DeclareRelative("c-017", "兄弟")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
        spec.Given(Appointment, Brother).When(new WithdrawRelative("c-017", "误报")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Theory]
    [InlineData("s-03", Roles.Supervisor)]
    [InlineData("c-009", Roles.Cadre)]
    [InlineData("a-01", Roles.Auditor)]
    public void Nobody_else_appoints_dismisses_or_takes_back(string subject, string role)
    {
        var spec = Specs.Supervisor.Given(Appointment, Brother).By(subject, role);
        spec.When(Appointing).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
        spec.When(new Dismiss(End.On, End.Reason)).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
        spec.When(new WithdrawRelative("c-017", "误报")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
    }

    [Fact]
    public void The_person_with_the_same_id_in_another_township_is_somebody_else() =>
        Specs.Supervisor.Given(Appointment).By(new Actor("s-03", "songfan", [Roles.Supervisor]))
            .When(new DeclareRelative("c-017", "兄弟")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
}
