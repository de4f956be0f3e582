using CsCheck;
using static Township.PledgeForms.PledgeFormCommand;

namespace Township.PledgeForms;

public sealed class PledgeFormProperties
{
    internal static readonly Gen<PledgeFormCommand> Commands = Gen.Select(Gen.OneOf("承诺表", "新承诺表"), Gen.Int[0, 11], Gen.Int[0, 21], Gen.Int[-1, 6],
        (title, min, max, later) => (PledgeFormCommand)new Issue(title, min, max, "按岗位职责填写", new Month(2026, 3).Plus(later)));

    [Fact]
    public void A_retry_writes_nothing_and_each_month_has_one_version_that_never_changes() =>
        Gen.Select(Commands, Gen.Int[0, 40]).Array[1, 12].Sample(history =>
        {
            var world = new World();
            foreach (var (command, days) in history)
            {
                world.Now = world.Now.AddDays(days);
                var before = world.View(PledgeForm.Type, PledgeFormKey.Id);
                if (world.Do(PledgeForm.Type, PledgeFormKey.Id, command).Refusal is null)
                    world.Do(PledgeForm.Type, PledgeFormKey.Id, command).Events.Should().BeEmpty();
                var after = world.View(PledgeForm.Type, PledgeFormKey.Id);
                after.Versions.Select(v => v.Version).Should().Equal(Enumerable.Range(1, after.Versions.Count));
                after.Versions.Select(v => v.From).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
                after.Versions.All(v => v.MinItems is >= 1 and <= 10 && v.MaxItems >= v.MinItems && v.MaxItems <= 20).Should().BeTrue();
                var lastMonth = Month.Of(LocalTime.DateOf(world.Now)).Plus(-1);
                after.For(lastMonth).Should().Be(before.For(lastMonth));
            }
        }, iter: 300);
}
