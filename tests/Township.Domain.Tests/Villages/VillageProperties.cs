using CsCheck;
using static Township.Cadres.People;
using static Township.Villages.VillageCommand;

namespace Township.Villages;

public sealed class VillageProperties
{
    static readonly Gen<string> Ids = Gen.OneOf("c-1", "c-2", "c-3");
    static readonly Gen<DateOnly> Days = Gen.Int[-20, 25].Select(d => new DateOnly(2026, 3, 2).AddDays(d));

    internal static readonly Gen<VillageCommand> Commands = Gen.Frequency(
        (3, Days.Select(on => (VillageCommand)new Establish("上宅村", on))),
        (6, Gen.Select(Ids, Days, (id, from) => (VillageCommand)new AppointInformant(id, PersonalText.About(id, "陈静"), from))),
        (3, Gen.Select(Ids, Days, (id, on) => (VillageCommand)new DismissInformant(id, on, "辞任"))),
        (6, Gen.Select(Ids, Days, (id, from) => (VillageCommand)new StationInstructor(id, from))),
        (3, Gen.Select(Ids, Days, (id, on) => (VillageCommand)new RecallInstructor(id, on, "轮换"))),
        (1, Days.Select(on => (VillageCommand)new Abolish(on, "并村"))));

    [Fact]
    public void H1_Nobody_serves_twice_or_before_the_village_or_in_the_future_or_after_its_end() =>
        Gen.Select(Commands, Gen.Int[0, 3]).Array[1, 30].Sample(history =>
        {
            var (spec, day) = (Specs.Village.With(Cadre("c-001")), new DateOnly(2026, 3, 2));
            foreach (var (command, days) in history)
            {
                day = day.AddDays(days);
                spec = spec.At(LocalTime.StartOf(day)).Tried(command);
                var view = spec.View;
                view.Informants.Select(i => i.PersonId).Should().OnlyHaveUniqueItems();
                view.Instructors.Select(i => i.CadreId).Should().OnlyHaveUniqueItems();
                view.Informants.Select(i => i.From).Concat(view.Instructors.Select(i => i.From)).All(from => from >= view.EstablishedOn && from <= day).Should().BeTrue();
                if (view.AbolishedOn is not null) (view.Informants.Count + view.Instructors.Count).Should().Be(0);
            }
        }, iter: 200);
}
