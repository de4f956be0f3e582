using CsCheck;
using static Township.Bodies.BodyCommand;
using static Township.Cadres.People;

namespace Township.Bodies;

public sealed class BodyProperties
{
    static readonly Gen<string> Ids = Gen.OneOf("c-1", "c-2", "c-3", "c-4");
    static readonly Gen<DateOnly> Days = Gen.Int[-20, 25].Select(d => new DateOnly(2026, 3, 2).AddDays(d));

    internal static readonly Gen<BodyCommand> Commands = Gen.OneOf<BodyCommand>(
        Gen.Select(Ids, Days, (id, on) => (BodyCommand)new Form(id, on)),
        Gen.Select(Ids, Days, (id, on) => (BodyCommand)new ChangeHead(id, on, "换届")),
        Gen.Select(Ids, Days, (id, on) => (BodyCommand)new AddMember(id, on)),
        Gen.Select(Ids, Days, (id, on) => (BodyCommand)new RemoveMember(id, on, "调离")));

    [Fact]
    public void Nobody_has_two_seats_and_there_is_always_a_head() =>
        Gen.Select(Commands, Gen.Int[0, 3]).Array[1, 30].Sample(history =>
        {
            var (spec, day) = (Specs.Body.With(Cadre("c-000")), new DateOnly(2026, 3, 2));
            foreach (var (command, days) in history)
            {
                day = day.AddDays(days);
                spec = spec.At(LocalTime.StartOf(day)).Tried(command);
                if (spec.Version == 0) continue;
                spec.View.Members.Select(m => m.CadreId).Append(spec.View.Head!.CadreId).Should().OnlyHaveUniqueItems();
                spec.View.Members.Append(spec.View.Head!).All(m => m.Since <= day).Should().BeTrue();
            }
        }, iter: 200);
}
