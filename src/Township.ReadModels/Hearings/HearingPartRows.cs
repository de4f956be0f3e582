using Township.Disclosures;

namespace Township.Hearings;

/// <summary>What is kept of an issue. Only what belongs to its last round accounts for it.</summary>
sealed record HearingIssueRow(
    int Number, string Title, bool RaisedInSitting, bool Dropped, int Reports, IssueOutcome Outcome, DateOnly? StudiedOn, int Round,
    int ReferredInRound, int MeasuredInRound, int PromisedInRound, int Promises)
{
    public static HearingIssueRow New(int number, string title, bool raisedInSitting, int reports) =>
        new(number, title, raisedInSitting, false, reports, IssueOutcome.Open, null, 1, 0, 0, 0, 0);

    public bool IsAccountedFor => Dropped || ReferredInRound == Round || MeasuredInRound == Round || PromisedInRound == Round;

    // A conclusion that was announced stays one, also where it is studied again later.
    public HearingIssueRow Referred() => this with
    {
        Outcome = Outcome is IssueOutcome.Concluded ? Outcome : IssueOutcome.Referred,
        ReferredInRound = Round,
        StudiedOn = null,
    };

    public static HearingIssueRow From(Cells cells) => new(
        cells.Skip(2).Number(), cells.Text(), cells.Flag(), cells.Flag(), cells.Number(), cells.Name<IssueOutcome>(), cells.DayOrNull(), cells.Number(),
        cells.Number(), cells.Number(), cells.Number(), cells.Number());

    public ViewRow In(HearingRows all) => ViewRow.Of(
        HearingTables.Issues, all.Main.Township, all.Main.Id, Number, Title, RaisedInSitting, Dropped, Reports, Outcome, StudiedOn, Round,
        ReferredInRound, MeasuredInRound, PromisedInRound, Promises, IsAccountedFor,
        all.Feedback.Where(f => f.Number == Number && f.Round == Round && f.Recorded).Select(f => f.Channel).Distinct().Count());
}

/// <summary>What is kept of a measure.</summary>
sealed record HearingMeasureRow(int Issue, int Number, int Round, string Owner, DateOnly DueOn, bool Overdue, DateOnly? CompletedOn, bool? Late)
{
    public static HearingMeasureRow From(Cells cells) => new(
        cells.Skip(2).Number(), cells.Number(), cells.Number(), cells.Text(), cells.Day(), cells.Flag(), cells.DayOrNull(), cells.FlagOrNull());

    public ViewRow In(HearingRows all) => ViewRow.Of(
        HearingTables.Measures, all.Main.Township, all.Main.Id, Issue, Number, Round, Owner, DueOn, Overdue, CompletedOn, Late);
}

/// <summary>What is kept of a question of the sitting.</summary>
sealed record HearingQuestionRow(int Entry, int Issue, string Speaker, QuestionAnswer Answer)
{
    public static HearingQuestionRow From(Cells cells) => new(cells.Skip(2).Number(), cells.Number(), cells.Text(), cells.Name<QuestionAnswer>());

    public ViewRow In(HearingRows all) => ViewRow.Of(HearingTables.Questions, all.Main.Township, all.Main.Id, Entry, Issue, Speaker, Answer);
}

/// <summary>
/// What is kept of a publication of a notice or of feedback. What a disclosure no longer shows stays, as no longer recorded.
/// </summary>
/// <param name="Number">The revision of a notice, the issue of feedback.</param>
/// <param name="Round">The round of the issue; 0 for a notice.</param>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="Channel">Through what.</param>
/// <param name="At">When.</param>
/// <param name="Recorded">Whether the disclosure still shows it, as far as the hearing has recorded.</param>
sealed record HearingPublicationRow(int Number, int Round, string Disclosure, Channel Channel, DateTimeOffset At, bool Recorded)
{
    public static HearingPublicationRow Notice(Cells cells) => new(cells.Skip(2).Number(), 0, cells.Text(), cells.Name<Channel>(), cells.Time(), cells.Flag());

    public static HearingPublicationRow Feedback(Cells cells) => new(cells.Skip(2).Number(), cells.Number(), cells.Text(), cells.Name<Channel>(), cells.Time(), cells.Flag());

    public ViewRow InNotices(HearingRows all) => ViewRow.Of(
        HearingTables.Notices, all.Main.Township, all.Main.Id, Number, Disclosure, Channel, At, Recorded, LocalTime.DateOf(At), Recorded && Number == all.Main.Revision);

    public ViewRow InFeedback(HearingRows all) => ViewRow.Of(
        HearingTables.Feedback, all.Main.Township, all.Main.Id, Number, Round, Disclosure, Channel, At, Recorded, LocalTime.DateOf(At),
        Recorded && Round == all.Issue(Number)?.Round);

    /// <summary>What a disclosure shows now, in place of what it showed before. On the same channel the first one counts.</summary>
    public static EquatableList<HearingPublicationRow> Replace(
        EquatableList<HearingPublicationRow> all, int number, int round, string disclosure, EquatableList<HearingPublication> now)
    {
        var shown = now.GroupBy(p => p.Channel).Select(p => new HearingPublicationRow(number, round, disclosure, p.Key, p.Min(one => one.At), true)).ToList();
        var rest = all.Where(p => !shown.Any(s => s.IsOf(p))).Select(p => p.Number == number && p.Round == round && p.Disclosure == disclosure ? p with { Recorded = false } : p);
        return [.. rest, .. shown];
    }

    bool IsOf(HearingPublicationRow other) => (Number, Round, Disclosure, Channel) == (other.Number, other.Round, other.Disclosure, other.Channel);
}
