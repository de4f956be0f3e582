using CsCheck;
using Township.Posts;
using Township.Rosters;
using static Township.Cadres.CadreCommand;

namespace Township.Cadres;

/// <summary>Four cadres, five posts, and commands in any order: what holds whatever is asked.</summary>
public sealed class CadreProperties
{
    static readonly string[] People = ["c-1", "c-2", "c-3", "c-4"];
    static readonly Gen<string> Person = Gen.OneOf(People);
    static readonly Gen<string?> Superior = Gen.OneOf<string?>([.. People, null]);
    static readonly Gen<string> PostId = Gen.OneOf("p-top", "p-team", "p-staff", "p-abolished", "p-unknown");
    static readonly Gen<DateOnly> Date = Gen.Int[0, 70].Select(new DateOnly(2026, 1, 1).AddDays);

    internal static readonly Gen<CadreCommand> Commands = Gen.OneOf(
        Gen.Select(PostId, Superior, Date, (post, superior, on) => (CadreCommand)new Register("王芳", post, superior, on)),
        Gen.Select(PostId, Superior, Date, (post, superior, on) => (CadreCommand)new Transfer(post, superior, on, "轮岗")),
        Gen.Select(Person, Date, (superior, on) => (CadreCommand)new AssignSuperior(superior, on)),
        Gen.Select(Date, Gen.Int[-1, 20], (from, days) => (CadreCommand)new GrantLeave("年假", from, from.AddDays(days))),
        Date.Select(from => (CadreCommand)new CancelLeave(from, "误录")),
        Gen.Select(Person, Gen.OneOf("配偶", "兄弟"), (person, relation) => (CadreCommand)new DeclareRelative(person, relation)),
        Person.Select(person => (CadreCommand)new WithdrawRelative(person, "误报")),
        Gen.Select(Date, Gen.Int[0, 9], (on, rarely) => (CadreCommand)(rarely == 0 ? new Depart(on, "调离") : new GrantLeave("病假", on, on))));

    [Fact]
    public void A_retry_writes_nothing() =>
        Histories((world, id, command) =>
        {
            // The newest relation holds, and words are not compared.
            if (command is not DeclareRelative) world.Do(Cadre.Type, id, command).Events.Should().BeEmpty();
        });

    [Fact]
    public void Leaves_stand_in_order_and_never_overlap() =>
        Histories((world, id, _) =>
        {
            var leaves = world.View(Cadre.Type, id).Leaves;
            leaves.All(l => l.From <= l.Until).Should().BeTrue();
            Pairs(leaves).All(p => p.First.Until < p.Second.From).Should().BeTrue();
        });

    [Fact]
    public void Appointments_are_in_order_and_a_departure_is_not_before_the_last() =>
        Histories((world, id, _) =>
        {
            var view = world.View(Cadre.Type, id);
            Pairs(view.Appointments).All(p => p.First.From <= p.Second.From).Should().BeTrue();
            (view.LeftOn is { } left && left < view.Current()!.From).Should().BeFalse();
        });

    [Fact]
    public void Only_the_top_leader_has_no_superior() =>
        Histories((world, id, _) => world.View(Cadre.Type, id).Appointments
            .All(a => a.Level == PostLevel.TopLeader == a.Superior is null).Should().BeTrue());

    [Fact]
    public void Nobody_oversees_themselves_or_the_one_who_oversees_them() =>
        Histories((world, id, _) =>
        {
            var superior = SuperiorOf(world, id);
            superior.Should().NotBe(id);
            if (superior is not null) SuperiorOf(world, superior).Should().NotBe(id);
        });

    [Fact]
    public void Each_relative_is_named_once_and_nobody_is_their_own() =>
        Histories((world, id, _) => world.View(Cadre.Type, id).Relatives.Select(r => r.PersonId).Should().OnlyHaveUniqueItems().And.NotContain(id));

    static void Histories(Action<World, string, CadreCommand> afterEach) =>
        Gen.Select(Person, Commands).Array[1, 40].Sample(history =>
        {
            var world = Village();
            foreach (var (id, command) in history)
                if (world.Do(Cadre.Type, id, command).Refusal is null) afterEach(world, id, command);
        }, iter: 300);

    // Somebody is there from the start, so that most histories get going.
    static World Village()
    {
        var world = new World();
        foreach (var (id, level) in new[] { ("p-top", PostLevel.TopLeader), ("p-team", PostLevel.TeamMember), ("p-staff", PostLevel.Staff), ("p-abolished", PostLevel.Staff) })
            world.Do(Post.Type, id, new PostCommand.Establish("岗位", "党政办", level, ["值班"]));
        world.Do(Post.Type, "p-abolished", new PostCommand.Abolish("机构改革"));
        world.Do(Roster.Type, RosterKey.Id, new RosterCommand.Enter(["c-1", "c-2"])).Refusal.Should().BeNull();
        world.Do(Cadre.Type, "c-1", new Register("李强", "p-top", null, new(2026, 1, 1))).Refusal.Should().BeNull();
        world.Do(Cadre.Type, "c-2", new Register("张伟", "p-team", "c-1", new(2026, 1, 1))).Refusal.Should().BeNull();
        return world;
    }

    static string? SuperiorOf(World world, string id) => world.View(Cadre.Type, id).Current()?.Superior;

    static IEnumerable<(T First, T Second)> Pairs<T>(IReadOnlyList<T> items) => items.Zip(items.Skip(1));
}
