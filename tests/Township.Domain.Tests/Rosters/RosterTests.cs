using Township.Cadres;
using static Township.Rosters.RosterCommand;
using static Township.Rosters.RosterEvent;

namespace Township.Rosters;

/// <summary>D: from whom the reporters of a month are drawn.</summary>
public sealed class RosterTests
{
    [Fact]
    public void Cadres_are_entered_once_each() =>
        Specs.Roster.When(new Enter(["c-002", "c-001", "c-002"])).Then(new Entered(["c-002", "c-001"]))
            .When(new Enter(["c-001", "c-003"])).Then(new Entered(["c-003"]))
            .When(new Enter(["c-003"])).ThenNothing()
            .View.Should().Be(new RosterView(["c-002", "c-001", "c-003"]));

    [Fact]
    public void The_roster_takes_as_many_as_a_draw_takes()
    {
        EquatableList<string> Some(int from, int count) => [.. Enumerable.Range(from, count).Select(n => $"c-{n}")];
        var roster = Specs.Roster.Given(new Entered(Some(1, 900)));
        roster.When(new Enter(Some(901, 101))).ThenRefused(RosterRefusals.Full, 1000);
        roster.When(new Enter(Some(801, 200))).Then(new Entered(Some(901, 100)));
    }

    [Fact]
    public void Nobody_is_registered_who_is_not_on_it()
    {
        var register = new CadreCommand.Register("王芳", "p-07", "c-001", new(2026, 3, 2));
        foreach (var roster in (RosterCadres?[])[null, new(["c-001"])])
            Specs.Cadre.With(People.Post()).With("c-001", People.TopLeader).With(roster!).When(register).ThenRefused(RosterRefusals.NotEntered, "c-017");
        Specs.Cadre.With(People.Post()).With("c-001", People.TopLeader).When(register).ThenAccepted();
    }

    [Fact]
    public void Only_the_office_keeps_it_and_there_is_one()
    {
        Specs.Roster.By("c-002", Roles.Leader).When(new Enter(["c-001"])).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
        Spec.Of(Roster.Type, "roster/huimin/other").By("c-001", Roles.Office).When(new Enter(["c-001"])).ThenRefused(KernelRefusals.UnknownKey, "huimin/other");
        Specs.Roster.When(new Enter(["c-001 "])).ThenMalformed("cadreIds[0]");
    }
}
