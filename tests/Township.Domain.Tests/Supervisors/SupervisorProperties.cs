using CsCheck;
using static Township.Supervisors.SupervisorCommand;

namespace Township.Supervisors;

public sealed class SupervisorProperties
{
    static readonly Gen<DateOnly> Date = Gen.Int[0, 70].Select(new DateOnly(2026, 1, 1).AddDays);
    static readonly Gen<string> Person = Gen.OneOf("s-1", "c-1", "c-2");

    internal static readonly Gen<SupervisorCommand> Commands = Gen.OneOf(
        Gen.Select(Gen.OneOf("陈静", "赵敏"), Date, (name, from) => (SupervisorCommand)new Appoint(name, "县人大代表", from)),
        Gen.Select(Person, Gen.OneOf("配偶", "兄弟"), (person, relation) => (SupervisorCommand)new DeclareRelative(person, relation)),
        Person.Select(person => (SupervisorCommand)new WithdrawRelative(person, "误报")),
        Date.Select(on => (SupervisorCommand)new Dismiss(on, "届满")));

    [Fact]
    public void A_retry_writes_nothing_dates_are_in_order_and_nobody_is_their_own_relative() =>
        Commands.Array[1, 15].Sample(history =>
        {
            var world = new World();
            foreach (var command in history)
            {
                // The newest relation holds, and words are not compared.
                if (world.Do(Supervisor.Type, "s-1", command).Refusal is null && command is not DeclareRelative)
                    world.Do(Supervisor.Type, "s-1", command).Events.Should().BeEmpty();
                var view = world.View(Supervisor.Type, "s-1");
                view.Relatives.Select(r => r.PersonId).Should().OnlyHaveUniqueItems().And.NotContain("s-1");
                (view.DismissedOn < view.From).Should().BeFalse();
                (view.From > new DateOnly(2026, 3, 2)).Should().BeFalse();
            }
        }, iter: 500);
}
