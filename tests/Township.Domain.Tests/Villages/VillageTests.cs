using Township.Cadres;
using static Township.Cadres.People;
using static Township.Villages.VillageCommand;
using static Township.Villages.VillageEvent;

namespace Township.Villages;

/// <summary>H1: from villages, instructors 驻村指导员 and informants 村级宣传员 report.</summary>
public sealed class VillageTests
{
    static readonly Establish Founding = new("上宅村", Day("2026-01-05"));
    static readonly PersonalText Name = PersonalText.About("p-1", "陈静");

    static Spec<Village, VillageCommand, VillageEvent, VillageView> Village => Specs.Village.With(Cadre("c-001")).Given(Founding);

    [Fact]
    public void A_village_is_established_once() =>
        Specs.Village.When(Founding).Then(new Established("上宅村", Day("2026-01-05"))).When(Founding).ThenNothing()
            .When(Founding with { Name = "下宅村" }).ThenRefused(CommonRefusals.AlreadyExists, "v-03")
            .View.Should().Be(new VillageView("上宅村", Day("2026-01-05"), [], [], null));

    [Fact]
    public void H1_Informants_are_appointed_and_dismissed_with_their_days()
    {
        var appoint = new AppointInformant("p-1", Name, Day("2026-02-01"));
        var spec = Village.When(appoint).Then(new InformantAppointed("p-1", Name, Day("2026-02-01"))).When(appoint).ThenRefused(VillageRefusals.AlreadyServes, "p-1");
        spec.View.Informants.Should().Equal(new VillageInformant("p-1", Name, Day("2026-02-01")));
        spec.View.HasInformant("p-1").Should().BeTrue();
        spec.View.HasInstructor("p-1").Should().BeFalse();
        spec.When(appoint with { From = Day("2026-02-02") }).ThenRefused(VillageRefusals.AlreadyServes, "p-1");
        spec.When(new DismissInformant("p-1", Day("2026-01-31"), "辞任")).ThenRefused(CommonRefusals.TooEarly, "2026-01-31", "2026-02-01");
        spec.When(new DismissInformant("p-1", Day("2026-03-03"), "辞任")).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
        spec.When(new DismissInformant("p-2", Day("2026-03-01"), "辞任")).ThenRefused(VillageRefusals.DoesNotServe, "p-2");
        spec.When(new DismissInformant("p-1", Day("2026-03-01"), "辞任")).Then(new InformantDismissed("p-1", Day("2026-03-01"), "辞任"))
            .When(appoint with { From = Day("2026-03-02") }).Then(new InformantAppointed("p-1", Name, Day("2026-03-02")));
    }

    [Fact]
    public void Nobody_serves_before_the_village_is_there_or_in_the_future()
    {
        Village.When(new AppointInformant("p-1", Name, Day("2026-01-04"))).ThenRefused(CommonRefusals.TooEarly, "2026-01-04", "2026-01-05");
        Village.When(new StationInstructor("c-017", Day("2026-01-04"))).ThenRefused(CommonRefusals.TooEarly, "2026-01-04", "2026-01-05");
        Village.When(new AppointInformant("p-1", Name, Day("2026-03-03"))).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
        Village.When(new StationInstructor("c-017", Day("2026-03-03"))).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
        Specs.Village.When(Founding with { On = Day("2026-03-03") }).ThenRefused(CommonRefusals.InFuture, "2026-03-03", "2026-03-02");
    }

    [Fact]
    public void H1_Instructors_are_cadres_on_record_who_are_stationed_and_recalled()
    {
        var station = new StationInstructor("c-017", Day("2026-02-01"));
        Village.Without<CadreStanding>().When(station).ThenRefused(CommonRefusals.Unknown, "c-017");
        Village.With(Cadre("c-001", leftOn: Day("2026-03-01"))).When(station).ThenRefused(CadreRefusals.Departed, "c-017", "2026-03-01");
        Specs.Village.Given(Founding with { On = Day("2024-01-01") }).With(Cadre("c-001")).When(station with { From = Day("2025-01-05") })
            .ThenRefused(CommonRefusals.TooEarly, "2025-01-05", "2025-01-06");
        var spec = Village.When(station).Then(new InstructorStationed("c-017", Day("2026-02-01"))).When(station).ThenNothing();
        spec.View.HasInstructor("c-017").Should().BeTrue();
        spec.When(station with { From = Day("2026-02-02") }).ThenRefused(VillageRefusals.AlreadyServes, "c-017");
        spec.When(new RecallInstructor("c-018", Day("2026-03-01"), "轮换")).ThenRefused(VillageRefusals.DoesNotServe, "c-018");
        spec.When(new RecallInstructor("c-017", Day("2026-01-31"), "轮换")).ThenRefused(CommonRefusals.TooEarly, "2026-01-31", "2026-02-01");
        spec.When(new StationInstructor("c-018", Day("2026-02-02"))).Then(new InstructorStationed("c-018", Day("2026-02-02")))
            .When(new RecallInstructor("c-017", Day("2026-03-01"), "轮换")).Then(new InstructorRecalled("c-017", Day("2026-03-01"), "轮换"))
            .View.Instructors.Should().Equal(new VillageInstructor("c-018", Day("2026-02-02")));
    }

    [Fact]
    public void An_abolished_village_has_nobody_who_serves_in_it()
    {
        var spec = Village.Given(new AppointInformant("p-1", Name, Day("2026-02-01")), new StationInstructor("c-017", Day("2026-02-10")));
        var abolish = new Abolish(Day("2026-03-01"), "并村");
        spec.When(abolish with { On = Day("2026-02-09") }).ThenRefused(CommonRefusals.TooEarly, "2026-02-09", "2026-02-10");
        var gone = spec.When(abolish).Then(new Abolished(Day("2026-03-01"), "并村")).When(abolish).ThenRefused(VillageRefusals.Abolished, "v-03", "2026-03-01");
        gone.View.Should().Be(new VillageView("上宅村", Day("2026-01-05"), [], [], Day("2026-03-01")));
        gone.When(Founding).ThenRefused(CommonRefusals.AlreadyExists, "v-03");
        foreach (var command in (VillageCommand[])[new AppointInformant("p-2", Name, Day("2026-03-02")), new StationInstructor("c-018", Day("2026-03-02")), abolish with { Reason = "另" }])
            gone.When(command).ThenRefused(VillageRefusals.Abolished, "v-03", "2026-03-01");
    }

    [Fact]
    public void Only_office_and_leaders_act_on_a_village_that_is_there()
    {
        VillageCommand[] later = [new AppointInformant("p-1", Name, Day("2026-02-01")), new DismissInformant("p-1", Day("2026-02-01"), "辞任"), new StationInstructor("c-017", Day("2026-02-01")),
            new RecallInstructor("c-017", Day("2026-02-01"), "轮换"), new Abolish(Day("2026-02-01"), "并村")];
        foreach (var command in later)
        {
            Specs.Village.With(Cadre("c-001")).When(command).ThenRefused(CommonRefusals.Unknown, "v-03");
            Village.By("c-2", Roles.Leader).When(command).Refusal?.Code.Should().NotBe(CommonRefusals.NotEntitled.Code);
        }

        foreach (var role in (string[])[Roles.Cadre, Roles.Informant, Roles.Supervisor, Roles.System, Roles.Auditor])
            foreach (var command in later.Append(Founding))
                Village.By("c-017", role).When(command).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
    }
}
