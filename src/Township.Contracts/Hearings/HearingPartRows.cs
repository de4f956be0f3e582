using Township.Disclosures;

namespace Township.Hearings;

/// <summary>One row per issue of a hearing. Only what belongs to its last round accounts for it: a reopening begins another.</summary>
/// <param name="Township">Township.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Issue">Number within the hearing.</param>
/// <param name="Title">Title.</param>
/// <param name="RaisedInSitting">Whether a representative raised it in the sitting.</param>
/// <param name="Dropped">Whether it was dropped before the sitting.</param>
/// <param name="Reports">Reports 上报问题 in it.</param>
/// <param name="Outcome"><c>Open</c>, <c>Agreed</c>, <c>Concluded</c> 形成结论, <c>Referred</c> 再进行研究 (H6).</param>
/// <param name="StudiedOn">Day on which party committee and government resolved on it.</param>
/// <param name="Round">1, and one more with each reopening for it.</param>
/// <param name="ReferredInRound">Round in which it was referred last; 0 for never.</param>
/// <param name="MeasuredInRound">Round of its last measure; 0 for none.</param>
/// <param name="PromisedInRound">Round of its last promise; 0 for none.</param>
/// <param name="Promises">Promises made for it.</param>
/// <param name="AccountedFor">Whether measure, promise or referral of the last round accounts for it, or it was dropped.</param>
/// <param name="FeedbackChannels">Channels through which feedback of the last round was given.</param>
[RowTable("hearing_issues"), RowIndex("outcome")]
public sealed record HearingIssueRow(
    string Township, string HearingId, [RowKey] int Issue, string Title, bool RaisedInSitting, bool Dropped, int Reports, IssueOutcome Outcome, DateOnly? StudiedOn,
    int Round, int ReferredInRound, int MeasuredInRound, int PromisedInRound, int Promises, bool AccountedFor, int FeedbackChannels);

/// <summary>One row per implementation measure 落实措施 (H7).</summary>
/// <param name="Township">Township.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Issue">Issue.</param>
/// <param name="Measure">Number within the issue.</param>
/// <param name="Round">Round of the issue.</param>
/// <param name="OwnerId">Cadre who is responsible.</param>
/// <param name="DueOn">Deadline.</param>
/// <param name="Overdue">Whether it was marked overdue.</param>
/// <param name="CompletedOn">Day on which it was done.</param>
/// <param name="Late">Whether that was after the deadline.</param>
[RowTable("hearing_measures"), RowIndex("due_on"), RowIndex("owner", "due_on")]
public sealed record HearingMeasureRow(
    string Township, string HearingId, [RowKey] int Issue, [RowKey] int Measure, int Round, string OwnerId, DateOnly DueOn, bool Overdue, DateOnly? CompletedOn, bool? Late);

/// <summary>One row per question of the sitting 提问—释疑 (H5).</summary>
/// <param name="Township">Township.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Entry">Entry of the minutes.</param>
/// <param name="Issue">About which issue.</param>
/// <param name="SpeakerId">Representative who asked.</param>
/// <param name="Answer"><c>Open</c>, <c>Explained</c> 释疑, <c>Unanswered</c>.</param>
[RowTable("hearing_questions")]
public sealed record HearingQuestionRow(string Township, string HearingId, [RowKey] int Entry, int Issue, string SpeakerId, QuestionAnswer Answer);

/// <summary>
/// One row per publication of a hearing's notice, as the hearing has recorded it from a disclosure (H3). What a disclosure no longer
/// shows stays.
/// </summary>
/// <param name="Township">Township.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Revision">Which revision was published.</param>
/// <param name="DisclosureId">The disclosure.</param>
/// <param name="Channel">Through what.</param>
/// <param name="PublishedAt">Moment of publication.</param>
/// <param name="Recorded">Whether the disclosure still shows it, as recorded.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Holds">Whether it counts: recorded, and of the revision that holds.</param>
[RowTable("hearing_notices")]
public sealed record HearingNoticeRow(
    string Township, string HearingId, [RowKey] int Revision, [RowKey] string DisclosureId, [RowKey] Channel Channel, DateTimeOffset PublishedAt, bool Recorded,
    DateOnly PublishedOn, bool Holds);

/// <summary>One row per issue and publication of feedback 反馈 (H8). What a disclosure no longer shows stays.</summary>
/// <param name="Township">Township.</param>
/// <param name="HearingId">Hearing.</param>
/// <param name="Issue">Issue.</param>
/// <param name="Round">Round of the issue.</param>
/// <param name="DisclosureId">The disclosure.</param>
/// <param name="Channel">Through what.</param>
/// <param name="PublishedAt">Moment of publication.</param>
/// <param name="Recorded">Whether the disclosure still shows it, as recorded.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Holds">Whether it counts: recorded, and of the last round.</param>
[RowTable("hearing_feedback")]
public sealed record HearingFeedbackRow(
    string Township, string HearingId, [RowKey] int Issue, [RowKey] int Round, [RowKey] string DisclosureId, [RowKey] Channel Channel, DateTimeOffset PublishedAt,
    bool Recorded, DateOnly PublishedOn, bool Holds);

/// <summary>What came of a question.</summary>
public enum QuestionAnswer
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>An officer explained.</summary>
    Explained,

    /// <summary>Marked as unanswered.</summary>
    Unanswered,
}
