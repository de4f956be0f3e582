namespace Township.Hearings;

/// <summary>Where a hearing stands.</summary>
public enum HearingStatus
{
    /// <summary>Not begun yet.</summary>
    [Title("尚未筹备", "not begun")]
    Unplanned,

    /// <summary>Being prepared.</summary>
    [Title("筹备中", "being prepared")]
    Preparing,

    /// <summary>Postponed: being prepared, and needs a new time.</summary>
    [Title("已延期", "postponed")]
    Postponed,

    /// <summary>In session.</summary>
    [Title("正在召开", "sitting")]
    Sitting,

    /// <summary>Held; its issues are being accounted for.</summary>
    [Title("已召开，落实和反馈中", "held")]
    Held,

    /// <summary>Closed.</summary>
    [Title("已结案", "closed")]
    Closed,

    /// <summary>Cancelled before it was opened.</summary>
    [Title("已取消", "cancelled")]
    Cancelled,
}

/// <summary>A hearing. While it does not exist everything is null, 0 or empty. Texts of the minutes are in the history.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Topic">The topic 议题.</param>
/// <param name="PolicyVersion">The hearing policy under which it was begun and is held.</param>
/// <param name="Issues">All issues, by number; also those dropped.</param>
/// <param name="Revision">
/// 0 until time and place are fixed, then 1, and one more with each change of topic, issues, time or place; notices count for one revision
/// only.
/// </param>
/// <param name="Arrangement">Time, place, participants.</param>
/// <param name="WorkPlan">The work plan 工作计划.</param>
/// <param name="Notices">Where and when this revision was published, as recorded.</param>
/// <param name="NoticePeriod">The notice period; null until every required channel has published.</param>
/// <param name="NoticePeriodEnded">Whether the end of the period is on record.</param>
/// <param name="People">Representatives and officers.</param>
/// <param name="Sitting">The sitting; null before it.</param>
/// <param name="FeedbackDue">By when the feedback is due; null before the end of the sitting.</param>
/// <param name="FeedbackOverdue">Whether it was marked as late, since the sitting or the last reopening.</param>
/// <param name="Reopenings">How often it was reopened.</param>
/// <param name="EndedOn">When it was closed or cancelled.</param>
[GenerateSerializer, Immutable, Alias("hearing.view")]
public sealed record HearingView(
    HearingStatus Status, string? Topic, string? PolicyVersion, EquatableList<HearingIssue> Issues, int Revision, HearingArrangement? Arrangement,
    EquatableList<PlannedTask> WorkPlan, EquatableList<HearingPublication> Notices, NoticePeriod? NoticePeriod, bool NoticePeriodEnded,
    HearingPeople People, HearingSitting? Sitting, DueDate? FeedbackDue, bool FeedbackOverdue, int Reopenings, DateOnly? EndedOn)
{
    /// <summary>The issue with this number; null when there is none.</summary>
    public HearingIssue? Issue(int number) => number >= 1 && number <= Issues.Count ? Issues[number - 1] : null;
}

/// <summary>A task of the work plan.</summary>
/// <param name="Task">What, by whom, by when.</param>
/// <param name="CompletedOn">When it was done; null until then.</param>
[GenerateSerializer, Immutable, Alias("hearing.planned-task")]
public sealed record PlannedTask(DueTask Task, DateOnly? CompletedOn);

/// <summary>Who takes part as representative or officer.</summary>
/// <param name="Groups">The groups; empty until the sign-up is opened.</param>
/// <param name="SignUpClosed">Whether the sign-up is over.</param>
/// <param name="Draws">The draws attached, oldest first.</param>
/// <param name="Representatives">Everybody who signed up or was invited; a group's reserve is in its order.</param>
/// <param name="Quorum">How many representatives must attend; null until the list is confirmed.</param>
/// <param name="Officers">The officers who are appointed and not recused.</param>
/// <param name="RecusedOfficers">The officers who were recused 回避.</param>
/// <param name="Attending">Who is present; empty before the day of the hearing.</param>
[GenerateSerializer, Immutable, Alias("hearing.people")]
public sealed record HearingPeople(
    EquatableList<RepresentativeGroup> Groups, bool SignUpClosed, EquatableList<GroupDraw> Draws,
    EquatableList<HearingRepresentative> Representatives, int? Quorum, EquatableList<HearingOfficer> Officers,
    EquatableList<string> RecusedOfficers, EquatableList<string> Attending)
{
    /// <summary>How many officers were members of the leadership team 班子 when appointed; most should be.</summary>
    public int OfficersFromTeam() => Officers.Count(o => o.FromTeam);

    /// <summary>The person who signed up or was invited last under this id; null when nobody did.</summary>
    public HearingRepresentative? Find(string personId) => Representatives.FirstOrDefault(r => r.PersonId == personId);
}

/// <summary>The sitting of a hearing.</summary>
/// <param name="Chair">Who chairs it.</param>
/// <param name="OpenedAt">When it was opened, UTC.</param>
/// <param name="EndedAt">When it ended; null while it sits.</param>
/// <param name="Entries">How many entries the minutes have.</param>
/// <param name="OpenQuestions">The entries of questions neither explained nor marked unanswered.</param>
/// <param name="Unanswered">The entries of questions marked unanswered.</param>
[GenerateSerializer, Immutable, Alias("hearing.sitting")]
public sealed record HearingSitting(
    string Chair, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, int Entries, EquatableList<int> OpenQuestions, EquatableList<int> Unanswered);
