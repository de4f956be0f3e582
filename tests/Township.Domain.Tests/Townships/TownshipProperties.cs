using CsCheck;
using static Township.Townships.TownshipCommand;

namespace Township.Townships;

public sealed class TownshipProperties
{
    static readonly Gen<PledgePolicyValues> Values = Gen.Select(Gen.Int[0, 29], Gen.Int[0, 51], Gen.OneOf(1, 5, 20),
        (due, reporters, days) => new PledgePolicyValues(due, reporters, days, days, days, days, days));

    internal static readonly Gen<TownshipCommand> Commands = Gen.OneOf(
        Gen.OneOf(TownshipKind.Town, TownshipKind.Township).Select(kind => (TownshipCommand)new Found("惠民镇", kind)),
        Gen.OneOf(Values, Gen.Const(new PledgePolicyValues())).Select(values => (TownshipCommand)new AdoptPledgePolicy(values, "试行")));

    [Fact]
    public void A_retry_writes_nothing_and_versions_of_the_policy_are_numbered_without_gaps() =>
        Commands.Array[1, 15].Sample(history =>
        {
            var world = new World();
            var versions = new List<string> { "pledge/1" };
            foreach (var command in history)
            {
                if (world.Do(TownshipState.Type, TownshipKey.Id, command).Refusal is null)
                    world.Do(TownshipState.Type, TownshipKey.Id, command).Events.Should().BeEmpty();
                var policy = world.View(TownshipState.Type, TownshipKey.Id).PledgePolicy;
                if (policy.Version != versions[^1]) versions.Add(policy.Version);
                policy.Values.DueDay.Should().BeInRange(1, 28);
            }

            versions.Should().Equal(Enumerable.Range(1, versions.Count).Select(n => $"pledge/{n}"));
        }, iter: 500);
}
