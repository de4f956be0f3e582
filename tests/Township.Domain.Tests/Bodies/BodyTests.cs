using Township.Cadres;
using static Township.Bodies.BodyCommand;
using static Township.Bodies.BodyEvent;
using static Township.Cadres.People;

namespace Township.Bodies;

/// <summary>§0: the leading group 领导小组 and the efficiency office 效能办, and who belongs to them.</summary>
public sealed class BodyTests
{
    static readonly Form Forming = new("c-001", Day("2026-01-05"));

    static Spec<Body, BodyCommand, BodyEvent, BodyView> Body => Specs.Body.With(Cadre("c-000"));

    static Spec<Body, BodyCommand, BodyEvent, BodyView> Formed => Body.Given(Forming);

    [Fact]
    public void A_body_is_formed_once_with_its_head() =>
        Body.When(Forming).Then(new Formed(BodyKind.LeadingGroup, "c-001", Day("2026-01-05"))).When(Forming).ThenNothing()
            .When(new Form("c-002", Day("2026-01-05"))).ThenRefused(BodyRefusals.AlreadyFormed)
            .View.Should().Be(new BodyView(BodyKind.LeadingGroup, new("c-001", Day("2026-01-05")), []));

    [Fact]
    public void There_are_two_bodies_and_no_third()
    {
        Spec.Of(Bodies.Body.Type, "body/huimin/office").By("c-001", Roles.Leader).At("2026-03-02T09:00+08:00").With(Cadre("c-000"))
            .When(Forming).Then(new Formed(BodyKind.EfficiencyOffice, "c-001", Day("2026-01-05")));
        var third = Spec.Of(Bodies.Body.Type, "body/huimin/third").By("c-001", Roles.Leader).With(Cadre("c-000"));
        third.When(Forming).ThenRefused(KernelRefusals.UnknownKey, "huimin/third");
        third.View.Kind.Should().BeNull();
    }

    [Fact]
    public void Members_come_and_go_with_their_days()
    {
        var add = new AddMember("c-002", Day("2026-02-01"));
        var spec = Formed.When(add).Then(new MemberAdded("c-002", Day("2026-02-01"))).When(add).ThenNothing();
        spec.When(add with { On = Day("2026-02-02") }).ThenRefused(BodyRefusals.AlreadySeated, "c-002");
        spec.When(new AddMember("c-001", Day("2026-02-02"))).ThenRefused(BodyRefusals.AlreadySeated, "c-001");
        spec.When(new AddMember("c-003", Day("2026-01-04"))).ThenRefused(CommonRefusals.TooEarly, "2026-01-04", "2026-01-05");
        spec.When(new RemoveMember("c-003", Day("2026-03-01"), "调离")).ThenRefused(BodyRefusals.NoMember, "c-003");
        spec.When(new RemoveMember("c-001", Day("2026-03-01"), "调离")).ThenRefused(BodyRefusals.NoMember, "c-001");
        spec.When(new RemoveMember("c-002", Day("2026-01-31"), "调离")).ThenRefused(CommonRefusals.TooEarly, "2026-01-31", "2026-02-01");
        spec.View.Has("c-002").Should().BeTrue();
        spec.When(new RemoveMember("c-002", Day("2026-03-01"), "调离")).Then(new MemberRemoved("c-002", Day("2026-03-01"), "调离"))
            .View.Members.Should().BeEmpty();
    }

    [Fact]
    public void A_member_who_becomes_head_gives_up_the_seat_and_the_head_before_leaves()
    {
        var change = new ChangeHead("c-002", Day("2026-03-01"), "换届");
        var spec = Formed.Given(new AddMember("c-002", Day("2026-02-01")), new AddMember("c-003", Day("2026-02-01")));
        spec.When(change with { On = Day("2026-01-04") }).ThenRefused(CommonRefusals.TooEarly, "2026-01-04", "2026-01-05");
        spec.When(change with { HeadId = "c-001" }).ThenRefused(BodyRefusals.AlreadySeated, "c-001");
        var after = spec.When(change).Then(new HeadChanged("c-002", Day("2026-03-01"), "换届")).When(change).ThenNothing();
        after.View.Should().Be(new BodyView(BodyKind.LeadingGroup, new("c-002", Day("2026-03-01")), [new("c-003", Day("2026-02-01"))]));
        after.View.Has("c-001").Should().BeFalse();
    }

    [Fact]
    public void Whoever_is_given_a_seat_is_on_record_and_here()
    {
        foreach (var command in (BodyCommand[])[new ChangeHead("c-009", Day("2026-03-01"), "换届"), new AddMember("c-009", Day("2026-03-01"))])
        {
            Formed.Without<CadreStanding>().When(command).ThenRefused(CommonRefusals.Unknown, "c-009");
            Formed.With(Cadre("c-000", leftOn: Day("2026-03-01"))).When(command).ThenRefused(CadreRefusals.Departed, "c-009", "2026-03-01");
        }

        Body.Without<CadreStanding>().When(Forming).ThenRefused(CommonRefusals.Unknown, "c-001");
        Body.When(Forming with { On = Day("2026-03-03") }).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
    }

    [Fact]
    public void There_are_at_most_fifty_members()
    {
        var full = Enumerable.Range(100, 50).Aggregate(Formed, (spec, n) => spec.Given(new AddMember($"c-{n}", Day("2026-02-01"))));
        full.When(new AddMember("c-200", Day("2026-02-01"))).ThenRefused(BodyRefusals.Full, 50);
    }

    [Fact]
    public void Only_leaders_act_and_only_on_a_body_that_was_formed()
    {
        foreach (var command in (BodyCommand[])[new ChangeHead("c-002", Day("2026-03-01"), "换届"), new AddMember("c-002", Day("2026-03-01")), new RemoveMember("c-002", Day("2026-03-01"), "调离")])
        {
            Body.When(command).ThenRefused(BodyRefusals.NotFormed);
            foreach (var role in (string[])[Roles.Office, Roles.Cadre, Roles.System, Roles.Auditor])
                Formed.By("c-001", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        }
    }
}
