using Township.Disclosures;
using Township.Townships;

namespace Township.Hearings;

/// <summary>Time, place and participants of a hearing.</summary>
/// <param name="OpensAt">When it begins, UTC.</param>
/// <param name="Place">Where.</param>
/// <param name="Participants">Who takes part 参加对象.</param>
[GenerateSerializer, Immutable, Alias("hearing.arrangement")]
public sealed record HearingArrangement(DateTimeOffset OpensAt, string Place, EquatableList<string> Participants);

/// <summary>A revision of what the public is told: topic, issues, time and place, until one of them changes (H3).</summary>
/// <param name="Number">1 for the first arrangement, and one more with each change.</param>
/// <param name="Since">Since when, UTC; earlier publications do not count for it.</param>
[GenerateSerializer, Immutable, Alias("hearing.revision")]
public sealed record HearingRevision(int Number, DateTimeOffset Since);

/// <summary>A task of the work plan 工作计划.</summary>
/// <param name="Task">What is to be done.</param>
/// <param name="CadreId">Who is responsible.</param>
/// <param name="DueOn">The due day; a day off is rolled to the next workday.</param>
[GenerateSerializer, Immutable, Alias("hearing.work-task")]
public sealed record WorkTask(PersonalText Task, [Person] string CadreId, DateOnly DueOn);

/// <summary>A task as it is recorded in the work plan.</summary>
/// <param name="Task">What is to be done.</param>
/// <param name="CadreId">Who is responsible.</param>
/// <param name="Due">The due day, a workday.</param>
[GenerateSerializer, Immutable, Alias("hearing.due-task")]
public sealed record DueTask(PersonalText Task, string CadreId, DueDate Due);

/// <summary>A publication of a hearing's notice or of its feedback, recorded from a disclosure.</summary>
/// <param name="DisclosureId">The disclosure.</param>
/// <param name="Channel">Through what.</param>
/// <param name="At">When it became public, UTC.</param>
/// <param name="Evidence">What shows it.</param>
[GenerateSerializer, Immutable, Alias("hearing.publication")]
public sealed record HearingPublication(string DisclosureId, Channel Channel, DateTimeOffset At, PersonalText Evidence);

/// <summary>The notice period of a revision (H3). A later calendar or policy never moves it.</summary>
/// <param name="From">The day in Asia/Shanghai on which the last of the required channels published; not counted.</param>
/// <param name="Days">How many full days.</param>
/// <param name="Profile">Which days count.</param>
/// <param name="EarliestOn">The first day on which the hearing may open: the day after the last full day.</param>
/// <param name="CalendarVersion">The work calendar by which it was computed.</param>
/// <param name="Provisional">Whether workdays were counted of a year whose holidays had not been announced.</param>
[GenerateSerializer, Immutable, Alias("hearing.notice-period")]
public sealed record NoticePeriod(DateOnly From, int Days, NoticeProfile Profile, DateOnly EarliestOn, string CalendarVersion, bool Provisional);

/// <summary>Why a hearing was postponed 延期.</summary>
public enum PostponementCause
{
    /// <summary>The office or a leader decided so.</summary>
    Decided,

    /// <summary>Confirmed representatives withdrew and no reserve was left for the quorum.</summary>
    BelowQuorum,
}

/// <summary>A group from which representatives come, and its seats.</summary>
/// <param name="Id">For example <c>farmers</c>.</param>
/// <param name="Name">For example 种粮大户.</param>
/// <param name="SignUpSeats">Seats for voluntary sign-up 自愿报名, 0–500.</param>
/// <param name="InvitedSeats">Seats for township invitation 乡邀请, 0–500.</param>
/// <param name="WaitingPlaces">How many may sign up beyond the seats, 0–500: those who are not drawn are the reserve.</param>
[GenerateSerializer, Immutable, Alias("hearing.group")]
public sealed record RepresentativeGroup([Key] string Id, string Name, int SignUpSeats, int InvitedSeats, int WaitingPlaces);

/// <summary>How a person became a representative (H4).</summary>
public enum RepresentativeWay
{
    /// <summary>自愿报名</summary>
    SignUp,

    /// <summary>乡邀请</summary>
    Invitation,
}

/// <summary>The standing of a person who signed up or was invited.</summary>
public enum RepresentativeStanding
{
    /// <summary>Signed up; the seats are not assigned yet.</summary>
    SignedUp,

    /// <summary>Invited; not answered yet.</summary>
    Invited,

    /// <summary>Has a seat.</summary>
    Seated,

    /// <summary>Next when a seat of the group becomes free.</summary>
    Reserve,

    /// <summary>Declined the invitation.</summary>
    Declined,

    /// <summary>Withdrew.</summary>
    Withdrawn,

    /// <summary>Recused 回避.</summary>
    Recused,
}

/// <summary>Somebody who signed up or was invited. Names are in the history, not here.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="GroupId">For which group.</param>
/// <param name="Way">How.</param>
/// <param name="Standing">The person's standing.</param>
[GenerateSerializer, Immutable, Alias("hearing.representative")]
public sealed record HearingRepresentative(string PersonId, string GroupId, RepresentativeWay Way, RepresentativeStanding Standing);

/// <summary>A hearing officer 听证员.</summary>
/// <param name="CadreId">Who.</param>
/// <param name="FromTeam">Whether the cadre was of the leadership team 班子 when appointed.</param>
/// <param name="Relatives">The relatives whom the cadre had declared then; empty in what clients are shown.</param>
[GenerateSerializer, Immutable, Alias("hearing.officer")]
public sealed record HearingOfficer(string CadreId, bool FromTeam, EquatableList<string> Relatives);

/// <summary>A draw by which a group's seats are assigned.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="DrawId">The draw.</param>
/// <param name="Commitment">What was published before the seed was known.</param>
/// <param name="Replaced">Whether another draw took its place because it was void.</param>
/// <param name="Used">Whether the seats were assigned by it.</param>
[GenerateSerializer, Immutable, Alias("hearing.group-draw")]
public sealed record GroupDraw(string GroupId, string DrawId, string Commitment, bool Replaced, bool Used);

/// <summary>The kind of an entry of the minutes 笔录.</summary>
public enum EntryKind
{
    /// <summary>提问: a representative asked.</summary>
    Question,

    /// <summary>释疑: an officer explained.</summary>
    Explanation,

    /// <summary>意见: a representative's opinion.</summary>
    Opinion,

    /// <summary>建议: a representative's suggestion.</summary>
    Suggestion,

    /// <summary>即时讨论: discussion on the spot.</summary>
    Discussion,

    /// <summary>A representative raised an issue of their own.</summary>
    Issue,

    /// <summary>异议: an objection.</summary>
    Objection,
}
