using Township.Draws;
using static Township.Townships.TownshipCommand;
using static Township.Townships.TownshipEvent;

namespace Township.Townships;

public sealed class TownshipTests
{
    static readonly Founded Founding = new("惠民镇", TownshipKind.Town, new("pledge/1", new(5, 3, 5, 5, 3, 10, 60)));
    static readonly PledgePolicyValues EarlierAndMore = new() { DueDay = 3, Reporters = 5 };

    [Fact]
    public void A_township_is_founded_with_the_default_policy() =>
        Specs.Township.When(new Found("惠民镇", TownshipKind.Town)).Then(Founding)
            .View.Should().Be(new TownshipView("惠民镇", TownshipKind.Town, PledgePolicy.Default));

    [Fact]
    public void Before_it_is_founded_the_default_policy_is_shown() =>
        Specs.Township.View.Should().Be(new TownshipView(null, null, PledgePolicy.Default));

    [Fact]
    public void Founding_it_again_the_same_way_changes_nothing() =>
        Specs.Township.Given(Founding).When(new Found("惠民镇", TownshipKind.Town)).ThenNothing();

    [Fact]
    public void Founding_it_again_otherwise_is_refused() =>
        Specs.Township.Given(Founding).When(new Found("惠民镇", TownshipKind.Subdistrict)).ThenRefused(CommonRefusals.AlreadyExists, "huimin");

    [Fact]
    public void Other_values_become_the_next_version() =>
        Specs.Township.Given(Founding)
            .When(new AdoptPledgePolicy(EarlierAndMore, "试行")).Then(new PledgePolicyAdopted(new("pledge/2", EarlierAndMore), "试行"))
            .When(new AdoptPledgePolicy(new(), "恢复")).Then(new PledgePolicyAdopted(new("pledge/3", new()), "恢复"))
            .View.PledgePolicy.Should().Be(new PledgePolicy("pledge/3", new()));

    [Fact]
    public void Other_beacons_become_the_next_version_of_the_draw_policy()
    {
        var values = DrawPolicy.Default.Values;
        DrawPolicyValues noon = new([new("noon", "公证处随机数", SeedForm.Hex(64), [DayOfWeek.Monday], 12, 30)]);
        Specs.Township.Given(Founding).When(new AdoptDrawPolicy(values, "重申")).ThenNothing();
        Specs.Township.Given(Founding)
            .When(new AdoptDrawPolicy(noon, "试行")).Then(new DrawPolicyAdopted(new("draw/2", noon), "试行"))
            .When(new AdoptDrawPolicy(values, "恢复")).Then(new DrawPolicyAdopted(new("draw/3", values), "恢复"))
            .View.DrawPolicy.Should().Be(new DrawPolicy("draw/3", values));
        Specs.Township.When(new AdoptDrawPolicy(noon, "试行")).ThenRefused(TownshipRefusals.NotFounded, "huimin");
    }

    public static TheoryData<Beacon> Unsound
    {
        get
        {
            var ssq = DrawPolicy.Default.Values.Beacons[0];
            var group = ssq.Form.Groups[0];
            return
            [
                ssq with { Hour = 24 }, ssq with { Hour = -1 }, ssq with { Minute = 60 }, ssq with { Days = [DayOfWeek.Sunday, DayOfWeek.Sunday] },
                ssq with { Form = new([], 0) }, ssq with { Form = SeedForm.Hex(7) }, ssq with { Form = SeedForm.Hex(129) }, ssq with { Form = ssq.Form with { HexDigits = 64 } },
                .. ((NumberGroup[])[group with { Count = 0 }, group with { Count = 51 }, group with { Digits = 1 }, group with { Digits = 10 }, group with { From = 34 },
                    group with { From = -1 }, group with { From = 29 }]).Select(g => ssq with { Form = SeedForm.Of(g) }),
            ];
        }
    }

    [Theory, MemberData(nameof(Unsound))]
    public void A_beacon_whose_value_can_have_no_text_or_no_moment_is_refused(Beacon beacon) =>
        Specs.Township.Given(Founding).When(new AdoptDrawPolicy(new([beacon]), "试行")).ThenRefused(TownshipRefusals.BeaconUnsound, "ssq");

    [Fact]
    public void A_beacon_is_named_once() => Specs.Township.Given(Founding)
        .When(new AdoptDrawPolicy(new([DrawPolicy.Default.Values.Beacons[0], DrawPolicy.Default.Values.Beacons[0]]), "试行")).ThenRefused(TownshipRefusals.BeaconTwice, "ssq");

    [Fact]
    public void Adopting_the_values_in_force_changes_nothing() =>
        Specs.Township.Given(Founding).When(new AdoptPledgePolicy(new(), "重申")).ThenNothing();

    [Fact]
    public void A_township_that_is_not_founded_adopts_no_policy() =>
        Specs.Township.When(new AdoptPledgePolicy(EarlierAndMore, "试行")).ThenRefused(TownshipRefusals.NotFounded, "huimin");

    public static TheoryData<string, int, int, PledgePolicyValues> OutOfRange => new()
    {
        { "dueDay", 1, 20, new() { DueDay = 0 } },
        { "dueDay", 1, 20, new() { DueDay = 21 } },
        { "reporters", 1, 50, new() { Reporters = 0 } },
        { "reporters", 1, 50, new() { Reporters = 51 } },
        { "joinerWorkdays", 1, 20, new() { JoinerWorkdays = 0 } },
        { "joinerWorkdays", 1, 20, new() { JoinerWorkdays = 21 } },
        { "explanationWorkdays", 1, 20, new() { ExplanationWorkdays = 0 } },
        { "explanationWorkdays", 1, 20, new() { ExplanationWorkdays = 21 } },
        { "orderedExplanationWorkdays", 1, 20, new() { OrderedExplanationWorkdays = 0 } },
        { "orderedExplanationWorkdays", 1, 20, new() { OrderedExplanationWorkdays = 21 } },
        { "talkWorkdays", 1, 30, new() { TalkWorkdays = 0 } },
        { "talkWorkdays", 1, 30, new() { TalkWorkdays = 31 } },
        { "rectificationMaxDays", 1, 180, new() { RectificationMaxDays = 0 } },
        { "rectificationMaxDays", 1, 180, new() { RectificationMaxDays = 181 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range_is_refused(string name, int lowest, int highest, PledgePolicyValues values) =>
        Specs.Township.Given(Founding).When(new AdoptPledgePolicy(values, "试行")).ThenRefused(TownshipRefusals.OutOfRange, name, lowest, highest);

    [Fact]
    public void Values_at_the_ends_of_their_ranges_are_adopted()
    {
        var lowest = new PledgePolicyValues(1, 1, 1, 1, 1, 1, 1);
        var highest = new PledgePolicyValues(20, 50, 20, 20, 20, 30, 180);
        Specs.Township.Given(Founding)
            .When(new AdoptPledgePolicy(lowest, "最低")).Then(new PledgePolicyAdopted(new("pledge/2", lowest), "最低"))
            .When(new AdoptPledgePolicy(highest, "最高")).Then(new PledgePolicyAdopted(new("pledge/3", highest), "最高"));
    }

    [Theory]
    [InlineData(Roles.Office)]
    [InlineData(Roles.Cadre)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public void Only_the_leading_group_decides(string role)
    {
        var spec = Specs.Township.Given(Founding).By("c-009", role);
        spec.When(new Found("惠民镇", TownshipKind.Town)).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        spec.When(new AdoptPledgePolicy(EarlierAndMore, "试行")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
    }

    [Fact]
    public void The_leading_group_of_another_township_has_no_say() =>
        Specs.Township.By(new Actor("c-002", "songfan", [Roles.Leader])).When(new Found("惠民镇", TownshipKind.Town))
            .ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);

    [Fact]
    public void A_township_has_only_one_stream_of_its_own_affairs() =>
        Spec.Of(TownshipState.Type, "township/huimin/second").By("c-002", Roles.Leader)
            .When(new Found("惠民镇", TownshipKind.Town)).ThenRefused(KernelRefusals.UnknownKey, "huimin/second");

    [Fact]
    public void A_township_needs_a_name() =>
        Specs.Township.When(new Found(" ", TownshipKind.Town)).ThenMalformed("name");
}
