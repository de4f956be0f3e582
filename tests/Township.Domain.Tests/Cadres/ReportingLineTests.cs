using Township.Posts;
using static Township.Cadres.CadreCommand;
using static Township.Cadres.CadreEvent;

namespace Township.Cadres;

/// <summary>Posts and reporting lines: who is appointed to what, under whom, from when.</summary>
public sealed class ReportingLineTests
{
    static readonly DateOnly Joined = new(2026, 1, 5);
    static readonly DateOnly Today = new(2026, 3, 2);
    static readonly Register Registering = new("王芳", "p-07", "c-003", Joined);
    static readonly Appointment First = new("p-07", "农业办主任", "农业办", PostLevel.MiddleManager, "c-003", Joined);
    static readonly Registered Registration = new("王芳", First);
    static readonly Transfer Moving = new("p-08", "c-004", new(2026, 2, 2), "轮岗");

    static Spec<Cadre, CadreCommand, CadreEvent, CadreView> With(PostStanding? post, CadreStanding? superior) =>
        Specs.Cadre.Facing(post).Facing(superior);

    static Spec<Cadre, CadreCommand, CadreEvent, CadreView> Usual => With(People.Post(), People.Cadre("c-001")).With("c-001", People.TopLeader);

    [Fact]
    public void A_cadre_is_registered_on_a_post_and_in_a_line() =>
        Usual.When(Registering).Then(Registration).View.Should().Be(new CadreView("王芳", [First], [], [], null));

    [Fact]
    public void The_top_leader_is_registered_without_a_superior() =>
        Specs.Cadre.With(People.Post(PostLevel.TopLeader)).When(Registering with { Superior = null })
            .Then(Registration with { Appointment = First with { Level = PostLevel.TopLeader, Superior = null } });

    [Theory]
    [InlineData(PostLevel.TeamMember)]
    [InlineData(PostLevel.MiddleManager)]
    [InlineData(PostLevel.Staff)]
    public void Everybody_else_has_a_superior(PostLevel level) =>
        Specs.Cadre.With(People.Post(level)).When(Registering with { Superior = null }).ThenRefused(CadreRefusals.NeedsSuperior);

    [Fact]
    public void The_top_leader_has_no_superior()
    {
        With(People.Post(PostLevel.TopLeader), People.Cadre("c-001")).When(Registering).ThenRefused(CadreRefusals.TopLeaderHasNone);
        Usual.Given(Registration with { Appointment = First with { Level = PostLevel.TopLeader, Superior = null } })
            .When(new AssignSuperior("c-004", Today)).ThenRefused(CadreRefusals.TopLeaderHasNone);
    }

    [Fact]
    public void The_post_must_exist()
    {
        With(null, People.Cadre("c-001")).When(Registering).ThenRefused(CommonRefusals.Unknown, "p-07");
        With(null, People.Cadre("c-001")).Given(Registration).When(Moving).ThenRefused(CommonRefusals.Unknown, "p-08");
    }

    [Fact]
    public void Nobody_is_appointed_to_an_abolished_post()
    {
        var spec = With(People.Post(abolished: true), People.Cadre("c-001"));
        spec.When(Registering).ThenRefused(PostRefusals.Abolished, "p-07");
        spec.Given(Registration).When(Moving).ThenRefused(PostRefusals.Abolished, "p-08");
    }

    [Fact]
    public void The_superior_must_be_registered()
    {
        var spec = With(People.Post(), null);
        spec.When(Registering).ThenRefused(CommonRefusals.Unknown, "c-003");
        spec.Given(Registration).When(Moving).ThenRefused(CommonRefusals.Unknown, "c-004");
        spec.Given(Registration).When(new AssignSuperior("c-004", Today)).ThenRefused(CommonRefusals.Unknown, "c-004");
    }

    [Fact]
    public void The_superior_must_not_have_left()
    {
        var spec = With(People.Post(), People.Cadre("c-001", leftOn: new(2026, 2, 27)));
        spec.When(Registering).ThenRefused(CadreRefusals.Departed, "c-003", "2026-02-27");
        spec.Given(Registration).When(Moving).ThenRefused(CadreRefusals.Departed, "c-004", "2026-02-27");
        spec.Given(Registration).When(new AssignSuperior("c-004", Today)).ThenRefused(CadreRefusals.Departed, "c-004", "2026-02-27");
    }

    [Fact]
    public void Nobody_oversees_themselves()
    {
        var spec = Specs.Cadre.With(People.Post());
        spec.When(Registering with { Superior = "c-017" }).ThenRefused(CadreRefusals.CircularLine, "c-017");
        spec.Given(Registration).When(Moving with { Superior = "c-017" }).ThenRefused(CadreRefusals.CircularLine, "c-017");
        spec.Given(Registration).When(new AssignSuperior("c-017", Today)).ThenRefused(CadreRefusals.CircularLine, "c-017");
    }

    [Fact]
    public void Nobody_oversees_the_one_who_oversees_them()
    {
        var spec = With(People.Post(), People.Cadre("c-017"));
        spec.When(Registering).ThenRefused(CadreRefusals.CircularLine, "c-003");
        spec.Given(Registration).When(Moving).ThenRefused(CadreRefusals.CircularLine, "c-004");
        spec.Given(Registration).When(new AssignSuperior("c-004", Today)).ThenRefused(CadreRefusals.CircularLine, "c-004");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(18)]
    public void A_reporting_line_is_no_ring_of_any_length(int between)
    {
        var spec = Line(Specs.Cadre.With(People.Post()), "c-003", between, "c-017");
        spec.When(Registering).ThenRefused(CadreRefusals.CircularLine, "c-003");
        spec.Given(Registration).When(Moving with { Superior = "c-003" }).ThenRefused(CadreRefusals.CircularLine, "c-003");
        spec.Given(Registration with { Appointment = First with { Superior = "c-009" } }).When(new AssignSuperior("c-003", Today)).ThenRefused(CadreRefusals.CircularLine, "c-003");
    }

    [Fact]
    public void A_line_that_is_a_ring_already_takes_nobody_in() =>
        Line(Specs.Cadre.With(People.Post()), "c-003", 2, "c-003").When(Registering).ThenRefused(CadreRefusals.CircularLine, "c-003");

    [Fact]
    public void A_line_is_followed_to_its_end_up_to_twenty_superiors()
    {
        var spec = Specs.Cadre.With(People.Post()).With("c-001", People.TopLeader);
        Line(spec, "c-003", 18, "c-001").When(Registering).Then(Registration);
        Line(spec, "c-003", 19, "c-001").When(Registering).ThenRefused(CadreRefusals.LineTooLong, "c-003", "20");
    }

    // From the first upwards through so many others to the last.
    static Spec<Cadre, CadreCommand, CadreEvent, CadreView> Line(Spec<Cadre, CadreCommand, CadreEvent, CadreView> spec, string first, int between, string last)
    {
        string[] line = [first, .. Enumerable.Range(1, between).Select(n => $"c-1{n:00}"), last];
        return line.Zip(line.Skip(1)).Aggregate(spec, (to, next) => to.With(next.First, People.Cadre(next.Second)));
    }

    [Fact]
    public void Nobody_joins_in_the_future()
    {
        Usual.When(Registering with { JoinedOn = Today }).Then(Registration with { Appointment = First with { From = Today } });
        Usual.When(Registering with { JoinedOn = Today.AddDays(1) }).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
    }

    [Fact]
    public void Today_is_the_day_in_Shanghai() =>
        Usual.At("2026-03-02T15:59Z").When(Registering with { JoinedOn = Today.AddDays(1) }).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02")
            .At("2026-03-02T16:00Z").When(Registering with { JoinedOn = Today.AddDays(1) }).ThenAccepted();

    /// <summary>Whether it is the same name nobody can tell who decides: it is sealed.</summary>
    [Theory]
    [InlineData("王芳")]
    [InlineData("王小芳")]
    public void Registering_again_is_refused(string name) =>
        Usual.Given(Registration).When(Registering with { Name = name }).ThenRefused(CommonRefusals.AlreadyExists, "c-017");

    [Fact]
    public void A_transfer_adds_an_appointment_and_keeps_the_former()
    {
        var second = new Appointment("p-08", "党政办干事", "党政办", PostLevel.Staff, "c-004", new(2026, 2, 2));
        With(new("党政办干事", "党政办", PostLevel.Staff, Abolished: false), People.Cadre("c-001")).With("c-001", People.TopLeader).Given(Registration).When(Moving).Then(new Transferred(second, "轮岗"))
            .View.Appointments.Should().Equal(First, second);
    }

    [Fact]
    public void A_transfer_to_where_the_cadre_is_changes_nothing() =>
        Usual.Given(Registration).When(new Transfer("p-07", "c-003", Joined, "轮岗")).ThenNothing();

    [Fact]
    public void A_transfer_is_neither_before_the_last_change_nor_in_the_future()
    {
        var spec = Usual.Given(Registration, new SuperiorAssigned("c-005", new(2026, 2, 1)));
        spec.When(Moving with { EffectiveOn = new(2026, 1, 31) }).ThenRefused(CommonRefusals.TooEarly, "2026-01-31", "2026-02-01");
        spec.When(Moving with { EffectiveOn = new(2026, 3, 3) }).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
        spec.When(Moving with { EffectiveOn = new(2026, 2, 1) }).Then(new Transferred(First with { PostId = "p-08", Superior = "c-004", From = new(2026, 2, 1) }, "轮岗"));
    }

    [Fact]
    public void Another_superior_leaves_the_first_day_on_the_post_as_it_is() =>
        Usual.Given(Registration).When(new AssignSuperior("c-004", Today)).Then(new SuperiorAssigned("c-004", Today))
            .View.Appointments.Should().Equal(First with { Superior = "c-004" });

    [Fact]
    public void Assigning_the_present_superior_changes_nothing() => Usual.Given(Registration).When(new AssignSuperior("c-003", Today)).ThenNothing();

    [Fact]
    public void A_superior_is_assigned_neither_before_the_last_change_nor_in_the_future()
    {
        var spec = Usual.Given(Registration, new SuperiorAssigned("c-005", new(2026, 2, 1)));
        spec.When(new AssignSuperior("c-004", new(2026, 1, 31))).ThenRefused(CommonRefusals.TooEarly, "2026-01-31", "2026-02-01");
        spec.When(new AssignSuperior("c-004", Today.AddDays(1))).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
    }
}
