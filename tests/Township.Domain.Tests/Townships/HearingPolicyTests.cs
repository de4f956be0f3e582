using Township.Disclosures;
using static Township.Townships.TownshipCommand;
using static Township.Townships.TownshipEvent;

namespace Township.Townships;

/// <summary>What a township decides about hearings (H3, H6–H8) and about names in public (§7).</summary>
public sealed class HearingPolicyTests
{
    static readonly Founded Founding = new("惠民镇", TownshipKind.Town, PledgePolicy.Default);
    static readonly HearingPolicyValues Values = HearingPolicy.Default.Values;

    [Fact]
    public void H3_H6_H8_The_default_is_the_one_of_the_report() =>
        HearingPolicy.Default.Should().Be(new HearingPolicy("hearing/1", new(
            [Channel.Broadcast, Channel.NoticeBoard], [Channel.DisclosureBoard, Channel.ExplanatoryNotice, Channel.MeetingBriefing],
            7, NoticeProfile.NaturalDays, 2, 3, 1, 10, 7, 365, 1m, 0.5m, 2m)));

    [Fact]
    public void It_holds_before_and_after_founding_and_takes_no_room_in_views()
    {
        Specs.Township.View.HearingPolicy.Should().Be(HearingPolicy.Default);
        Specs.Township.Given(Founding).View.Should().Be(new TownshipView("惠民镇", TownshipKind.Town, PledgePolicy.Default));
        Specs.Township.Given(Founding).View.HearingPolicy.Should().Be(HearingPolicy.Default);
    }

    [Fact]
    public void Other_values_become_the_next_version_and_leave_the_pledge_policy_alone()
    {
        var statutory = Values with { NoticeProfile = NoticeProfile.Workdays, RequiredChannels = [Channel.Broadcast, Channel.NoticeBoard, Channel.Web] };
        Specs.Township.Given(Founding)
            .When(new AdoptHearingPolicy(Values, "重申")).ThenNothing()
            .When(new AdoptHearingPolicy(statutory, "依法")).Then(new HearingPolicyAdopted(new("hearing/2", statutory), "依法"))
            .When(new AdoptHearingPolicy(statutory, "依法")).ThenNothing()
            .When(new AdoptPledgePolicy(new() { DueDay = 3 }, "试行")).Then(new PledgePolicyAdopted(new("pledge/2", new() { DueDay = 3 }), "试行"))
            .When(new AdoptHearingPolicy(Values, "恢复")).Then(new HearingPolicyAdopted(new("hearing/3", Values), "恢复"))
            .View.Should().Be(new TownshipView("惠民镇", TownshipKind.Town, new("pledge/2", new() { DueDay = 3 }), new("hearing/3", Values)));
    }

    public static TheoryData<string, string, string, HearingPolicyValues> OutOfRange => new()
    {
        { "noticeDays", "1", "60", Values with { NoticeDays = 0 } },
        { "noticeDays", "1", "60", Values with { NoticeDays = 61 } },
        { "quorumNumerator", "1", "100", Values with { QuorumNumerator = 0 } },
        { "quorumDenominator", "2", "100", Values with { QuorumDenominator = 1 } },
        { "quorumDenominator", "2", "100", Values with { QuorumDenominator = 101 } },
        { "quorumOfficers", "1", "20", Values with { QuorumOfficers = 0 } },
        { "quorumOfficers", "1", "20", Values with { QuorumOfficers = 21 } },
        { "feedbackWorkdays", "1", "60", Values with { FeedbackWorkdays = 0 } },
        { "feedbackWorkdays", "1", "60", Values with { FeedbackWorkdays = 61 } },
        { "promiseReminderDays", "1", "60", Values with { PromiseReminderDays = 0 } },
        { "promiseReminderDays", "1", "60", Values with { PromiseReminderDays = 61 } },
        { "promiseMaxDays", "1", "1095", Values with { PromiseMaxDays = 0 } },
        { "promiseMaxDays", "1", "1095", Values with { PromiseMaxDays = 1096 } },
        { "overduePointsLowest", "0", "100", Values with { OverduePointsLowest = -0.1m } },
        { "overduePointsHighest", "0.5", "100", Values with { OverduePointsHighest = 0.4m } },
        { "overduePointsHighest", "0.5", "100", Values with { OverduePointsHighest = 100.1m } },
        { "overduePoints", "0.5", "2", Values with { OverduePoints = 0.4m } },
        { "overduePoints", "0.5", "2", Values with { OverduePoints = 2.1m } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range_is_refused(string name, string lowest, string highest, HearingPolicyValues values) =>
        Specs.Township.Given(Founding).When(new AdoptHearingPolicy(values, "试行")).ThenRefused(TownshipRefusals.OutOfRange, name, lowest, highest);

    [Fact]
    public void H3_H8_At_least_one_channel_is_required_and_each_once()
    {
        var spec = Specs.Township.Given(Founding);
        spec.When(new AdoptHearingPolicy(Values with { RequiredChannels = [] }, "免公告")).ThenMalformed("values.requiredChannels");
        spec.When(new AdoptHearingPolicy(Values with { FeedbackChannels = [] }, "免反馈")).ThenMalformed("values.feedbackChannels");
        spec.When(new AdoptHearingPolicy(Values with { RequiredChannels = [Channel.Web, Channel.Web] }, "试行")).ThenRefused(TownshipRefusals.ChannelTwice, "Web");
        spec.When(new AdoptHearingPolicy(Values with { FeedbackChannels = [Channel.Web, Channel.Broadcast, Channel.Web] }, "试行")).ThenRefused(TownshipRefusals.ChannelTwice, "Web");
    }

    [Fact]
    public void Values_at_the_ends_of_their_ranges_are_adopted()
    {
        var lowest = new HearingPolicyValues([Channel.Web], [Channel.Web], 1, NoticeProfile.NaturalDays, 1, 1, 1, 1, 1, 1, 0m, 0m, 0m);
        var highest = new HearingPolicyValues([Channel.Web], [Channel.Web], 60, NoticeProfile.Workdays, 100, 100, 20, 60, 60, 1095, 100m, 100m, 100m);
        Specs.Township.Given(Founding)
            .When(new AdoptHearingPolicy(lowest, "最低")).Then(new HearingPolicyAdopted(new("hearing/2", lowest), "最低"))
            .When(new AdoptHearingPolicy(highest, "最高")).Then(new HearingPolicyAdopted(new("hearing/3", highest), "最高"));
    }

    [Fact]
    public void Names_in_public_documents_are_surnames_until_the_township_says_otherwise() =>
        Specs.Township.Given(Founding)
            .When(new AdoptPublicNames(PublicNames.Surname, "重申")).ThenNothing()
            .When(new AdoptPublicNames(PublicNames.Hidden, "保护隐私")).Then(new PublicNamesAdopted(PublicNames.Hidden, "保护隐私"))
            .When(new AdoptPublicNames(PublicNames.Hidden, "保护隐私")).ThenNothing()
            .View.PublicNames.Should().Be(PublicNames.Hidden);

    [Fact]
    public void Only_the_leading_group_of_a_founded_township_decides()
    {
        Specs.Township.When(new AdoptHearingPolicy(Values, "试行")).ThenRefused(TownshipRefusals.NotFounded, "huimin");
        Specs.Township.When(new AdoptPublicNames(PublicNames.Full, "试行")).ThenRefused(TownshipRefusals.NotFounded, "huimin");
        foreach (var role in (string[])[Roles.Office, Roles.Cadre, Roles.System, Roles.Auditor])
        {
            Specs.Township.Given(Founding).By("c-009", role).When(new AdoptHearingPolicy(Values, "试行")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
            Specs.Township.Given(Founding).By("c-009", role).When(new AdoptPublicNames(PublicNames.Full, "试行")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        }
    }

    [Fact]
    public void What_others_ask_for_is_the_policy_in_force_or_the_default_when_none_was_adopted()
    {
        var statutory = new HearingPolicy("hearing/2", Values with { NoticeProfile = NoticeProfile.Workdays });
        TownshipState.HearingPolicyOf(Specs.Township.State).Should().BeNull("it is not founded");
        Fact(Specs.Township).Should().Be("null");
        TownshipState.HearingPolicyOf(Specs.Township.Given(Founding).State).Should().Be(HearingPolicy.Default);
        var adopted = Specs.Township.Given(Founding, new HearingPolicyAdopted(statutory, "依法"));
        TownshipState.HearingPolicyOf(adopted.State).Should().Be(statutory);
        Fact(adopted).Should().Be(
            """{"version":"hearing/2","values":{"requiredChannels":["broadcast","noticeBoard"],"feedbackChannels":["disclosureBoard","explanatoryNotice","meetingBriefing"],"noticeDays":7,"noticeProfile":"workdays","quorumNumerator":2,"quorumDenominator":3,"quorumOfficers":1,"feedbackWorkdays":10,"promiseReminderDays":7,"promiseMaxDays":365,"overduePoints":1,"overduePointsLowest":0.5,"overduePointsHighest":2}}""");

        static string Fact(Spec<TownshipState, TownshipCommand, TownshipEvent, TownshipView> township) =>
            ((IAggregateType)TownshipState.Type).WriteFact(township.State, township.Stream, "township.hearing-policy", 1).ToString();
    }
}
