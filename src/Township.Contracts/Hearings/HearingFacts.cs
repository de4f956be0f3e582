namespace Township.Hearings;

/// <summary>For which issues of a hearing a promise can be made. Null before it is prepared.</summary>
/// <param name="Heard">Whether its sitting has ended.</param>
/// <param name="Issues">The numbers of its issues that were not dropped; empty until the sitting has ended.</param>
[FactName("hearing.account")]
public sealed record HearingAccount(bool Heard, EquatableList<int> Issues);

/// <summary>Which reports went into which issue of a hearing. Null before it is prepared.</summary>
/// <param name="Cancelled">Whether it was cancelled.</param>
/// <param name="Issues">All issues, by number.</param>
[FactName("hearing.agenda")]
public sealed record HearingAgenda(bool Cancelled, EquatableList<AgendaIssue> Issues)
{
    /// <summary>The issue with this number; null when there is none.</summary>
    public AgendaIssue? Issue(int number) => Issues.FirstOrDefault(i => i.Number == number);

    /// <summary>Whether the hearing is not cancelled and lists the report under the issue.</summary>
    public bool Lists(int issueNumber, string reportId) => !Cancelled && Issue(issueNumber) is { Dropped: false } issue && issue.ReportIds.Contains(reportId);
}

/// <summary>An issue of a hearing.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Dropped">Whether it was dropped.</param>
/// <param name="ReportIds">The reports that went into it.</param>
public sealed record AgendaIssue(int Number, bool Dropped, EquatableList<string> ReportIds);

/// <summary>Who can be drawn for which seats. Null unless the hearing is in preparation and its sign-up is closed.</summary>
/// <param name="Groups">All groups.</param>
[FactName("hearing.drawing")]
public sealed record HearingDrawing(EquatableList<GroupDrawing> Groups);

/// <summary>A group and those who signed up for it.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Seats">The sign-up seats that are free.</param>
/// <param name="Applicants">Who signed up and has neither a seat nor a place in the reserve.</param>
/// <param name="Spent">The draws by which seats of the group have already been assigned.</param>
public sealed record GroupDrawing(string GroupId, int Seats, EquatableList<string> Applicants, EquatableList<string> Spent);
