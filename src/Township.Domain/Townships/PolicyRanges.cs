using Township.Disclosures;
using Township.Draws;

namespace Township.Townships;

/// <summary>The ranges within which a township may choose policy values. Each method returns null if all values are in range.</summary>
static class PolicyRanges
{
    public static Refusal? Refuse(PledgePolicyValues values) =>
        Outside("dueDay", values.DueDay, 1, 20)
        ?? Outside("reporters", values.Reporters, 1, 50)
        ?? Outside("joinerWorkdays", values.JoinerWorkdays, 1, 20)
        ?? Outside("explanationWorkdays", values.ExplanationWorkdays, 1, 20)
        ?? Outside("orderedExplanationWorkdays", values.OrderedExplanationWorkdays, 1, 20)
        ?? Outside("talkWorkdays", values.TalkWorkdays, 1, 30)
        ?? Outside("rectificationMaxDays", values.RectificationMaxDays, 1, 180);

    public static Refusal? Refuse(HearingPolicyValues values) =>
        Twice(values.RequiredChannels)
        ?? Twice(values.FeedbackChannels)
        ?? Outside("noticeDays", values.NoticeDays, 1, 60)
        ?? Outside("quorumNumerator", values.QuorumNumerator, 1, 100)
        ?? Outside("quorumDenominator", values.QuorumDenominator, values.QuorumNumerator, 100)
        ?? Outside("quorumOfficers", values.QuorumOfficers, 1, 20)
        ?? Outside("feedbackWorkdays", values.FeedbackWorkdays, 1, 60)
        ?? Outside("promiseReminderDays", values.PromiseReminderDays, 1, 60)
        ?? Outside("promiseMaxDays", values.PromiseMaxDays, 1, 1095)
        ?? Outside("overduePointsLowest", values.OverduePointsLowest, 0, 100)
        ?? Outside("overduePointsHighest", values.OverduePointsHighest, values.OverduePointsLowest, 100)
        ?? Outside("overduePoints", values.OverduePoints, values.OverduePointsLowest, values.OverduePointsHighest);

    public static Refusal? Refuse(DrawPolicyValues values) =>
        values.Beacons.CountBy(b => b.Id).Where(b => b.Value > 1).Select(b => TownshipRefusals.BeaconTwice.With(b.Key)).FirstOrDefault()
        ?? values.Beacons.Where(b => !IsSound(b)).Select(b => TownshipRefusals.BeaconUnsound.With(b.Id)).FirstOrDefault();

    static bool IsSound(Beacon beacon) =>
        beacon.Form.IsSound() && beacon is { Hour: >= 0 and <= 23, Minute: >= 0 and <= 59 } && beacon.Days.Distinct().Count() == beacon.Days.Count;

    static Refusal? Outside(string name, decimal value, decimal lowest, decimal highest) =>
        value >= lowest && value <= highest ? null : TownshipRefusals.OutOfRange.With(name, lowest, highest);

    static Refusal? Twice(EquatableList<Channel> channels) =>
        channels.CountBy(c => c).Where(c => c.Value > 1).Select(c => TownshipRefusals.ChannelTwice.With(c.Key)).FirstOrDefault();
}
