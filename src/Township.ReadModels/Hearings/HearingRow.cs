namespace Township.Hearings;

/// <summary>What is kept of a hearing in its own row.</summary>
sealed record HearingRow(string Township, string Id)
{
    public HearingStep Step { get; init; }

    public string? Topic { get; init; }

    public string? PolicyVersion { get; init; }

    public string? PreparedBy { get; init; }

    public int Revision { get; init; }

    public DateTimeOffset? OpensAt { get; init; }

    public string? Place { get; init; }

    public DateOnly? NoticeFrom { get; init; }

    public DateOnly? EarliestOn { get; init; }

    public bool NoticeEnded { get; init; }

    public int Postponements { get; init; }

    public int? Confirmed { get; init; }

    public int? Quorum { get; init; }

    public int? Attended { get; init; }

    public int? Officers { get; init; }

    public string? Chair { get; init; }

    public DateTimeOffset? SatFrom { get; init; }

    public DateTimeOffset? SatUntil { get; init; }

    public int Entries { get; init; }

    public DateOnly? FeedbackDueOn { get; init; }

    public bool FeedbackOverdue { get; init; }

    public int Reopenings { get; init; }

    public DateOnly? EndedOn { get; init; }

    public static HearingRow From(Cells cells) => new(cells.Text(), cells.Text())
    {
        Step = cells.Name<HearingStep>(),
        Topic = cells.Text(),
        PolicyVersion = cells.Text(),
        PreparedBy = cells.Text(),
        Revision = cells.Number(),
        OpensAt = cells.TimeOrNull(),
        Place = cells.TextOrNull(),
        NoticeFrom = cells.DayOrNull(),
        EarliestOn = cells.DayOrNull(),
        NoticeEnded = cells.Flag(),
        Postponements = cells.Number(),
        Confirmed = cells.NumberOrNull(),
        Quorum = cells.NumberOrNull(),
        Attended = cells.NumberOrNull(),
        Officers = cells.NumberOrNull(),
        Chair = cells.TextOrNull(),
        SatFrom = cells.TimeOrNull(),
        SatUntil = cells.TimeOrNull(),
        Entries = cells.Number(),
        FeedbackDueOn = cells.DayOrNull(),
        FeedbackOverdue = cells.Flag(),
        Reopenings = cells.Number(),
        EndedOn = cells.DayOrNull(),
    };

    public ViewRow In(HearingRows all) => ViewRow.Of(
        HearingTables.Hearings, Township, Id, Step, Topic, PolicyVersion, PreparedBy, Revision, OpensAt, Place, NoticeFrom, EarliestOn, NoticeEnded,
        Postponements, Confirmed, Quorum, Attended, Officers, Chair, SatFrom, SatUntil, Entries, FeedbackDueOn, FeedbackOverdue, Reopenings, EndedOn,
        OpensAt is { } at ? LocalTime.DateOf(at) : null, all.Issues.Count(i => !i.Dropped), all.Issues.Count(i => i is { Dropped: false, IsAccountedFor: true }),
        all.Questions.Count, all.Questions.Count(q => q.Answer is QuestionAnswer.Unanswered));
}
