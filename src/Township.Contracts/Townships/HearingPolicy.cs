using Township.Disclosures;

namespace Township.Townships;

/// <summary>How the days of a notice are counted.</summary>
public enum NoticeProfile
{
    /// <summary>自然日: every day counts.</summary>
    NaturalDays,

    /// <summary>工作日: the statutory profile; days of the work calendar count.</summary>
    Workdays,
}

/// <summary>The numbers that the report leaves open for efficiency hearings and what follows from them (H1–H8).</summary>
/// <param name="RequiredChannels">
/// Where topic, time and place must be published before a hearing, all of them (H3); at least one, each once. Default 广播, 公告.
/// </param>
/// <param name="FeedbackChannels">
/// Where feedback must be given, all of them, for each issue (H8); at least one, each once. Default 政务公开栏, 告知说明书, 会议通报.
/// </param>
/// <param name="NoticeDays">Full days between the later publication and the hearing, 1–60 (H3). Default 7.</param>
/// <param name="NoticeProfile">Which days count. Default natural days.</param>
/// <param name="QuorumNumerator">
/// With the denominator: the share of the confirmed representatives who must attend, 1–100 (H6). Default 2.
/// </param>
/// <param name="QuorumDenominator">From the numerator to 100. Default 3.</param>
/// <param name="QuorumOfficers">How many hearing officers must attend, 1–20 (H6). Default 1.</param>
/// <param name="FeedbackWorkdays">Workdays after the sitting within which feedback is due, 1–60 (H8). Default 10.</param>
/// <param name="PromiseReminderDays">How many days before its due day the owner of a promise is reminded, 1–60 (H7). Default 7.</param>
/// <param name="PromiseMaxDays">
/// The longest time of a promise, in calendar days from the day on which it is made or extended, 1–1095 (H7). Default 365.
/// </param>
/// <param name="OverduePoints">Points that are suggested as a deduction when a promise is overdue, within the two below. Default 1.</param>
/// <param name="OverduePointsLowest">The fewest that can be confirmed, 0–100. Default 0.5.</param>
/// <param name="OverduePointsHighest">The most that can be confirmed, 0–100. Default 2.</param>
[GenerateSerializer, Immutable, Alias("township.hearing-policy-values")]
public sealed record HearingPolicyValues(
    [Count(1, 20)] EquatableList<Channel> RequiredChannels, [Count(1, 20)] EquatableList<Channel> FeedbackChannels,
    int NoticeDays = 7, NoticeProfile NoticeProfile = NoticeProfile.NaturalDays,
    int QuorumNumerator = 2, int QuorumDenominator = 3, int QuorumOfficers = 1, int FeedbackWorkdays = 10,
    int PromiseReminderDays = 7, int PromiseMaxDays = 365,
    decimal OverduePoints = 1m, decimal OverduePointsLowest = 0.5m, decimal OverduePointsHighest = 2m);

/// <summary>
/// A version of the hearing policy: <c>hearing/1</c>, <c>hearing/2</c> … As a fact: the one in force; null before the township is founded.
/// </summary>
[GenerateSerializer, Immutable, Alias("township.hearing-policy"), FactName("township.hearing-policy")]
public sealed record HearingPolicy(string Version, HearingPolicyValues Values) : IPolicyFact
{
    /// <summary>
    /// What holds until a township adopts other values: <c>hearing/1</c>. Never changed: no event records it, so that townships
    /// founded before there were hearings have it too.
    /// </summary>
    public static HearingPolicy Default { get; } = new("hearing/1", new(
        [Channel.Broadcast, Channel.NoticeBoard], [Channel.DisclosureBoard, Channel.ExplanatoryNotice, Channel.MeetingBriefing]));
}
